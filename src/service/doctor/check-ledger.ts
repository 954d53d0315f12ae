import type { Finding } from '../../domain/decision.ts';
import type { LedgerFinding } from '../../pipeline/ledger-port.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

const REPAIRS: { [Code in LedgerFinding['code']]: string } = {
  LEDGER_DAMAGED:
    'Stop the daemon, keep a copy of the state folder, and go back to the last backup with "ordrebro restore".',
  AUDIT_CHAIN_BROKEN:
    'Keep a copy of the state folder as evidence, and find out who could write to it. "ordrebro restore" with a backup from before goes back to an audit that agrees.',
};

/** Is the ledger whole, and is the chain of its audit? Quick at every call; with `--full` all of it. */
export const CHECK_LEDGER: DoctorCheck = {
  name: 'Ledger',
  look: async ({ ledger, full, onProgress }): Promise<Finding[]> => {
    if (ledger === null) return [];
    const findings = await ledger.check(full ? 'full' : 'quick', onProgress);
    return findings.map(({ code, what, where }) => found(code, 'error', what, REPAIRS[code], where));
  },
};
