import type { Finding } from '../../domain/decision.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** Is the ledger whole, and is the chain of its audit? Quick at every call; with `--full` all of it. */
export const CHECK_LEDGER: DoctorCheck = {
  name: 'Ledger',
  look: async ({ ledger, full, onProgress }): Promise<Finding[]> => {
    if (ledger === null) return [];
    const findings = await ledger.check(full ? 'full' : 'quick', onProgress);
    return findings.map(({ what, where }) =>
      found(
        'LEDGER_DAMAGED',
        'error',
        what,
        'Stop the daemon, keep a copy of the state folder, and go back to the last backup with "ordrebro restore".',
        where,
      ),
    );
  },
};
