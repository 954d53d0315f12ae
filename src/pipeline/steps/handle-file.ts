import type { FaultCode } from '../../domain/fault.table.ts';
import type { FileRecord } from '../../domain/records.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { DirectAction } from './direct-action.ts';

/** A file dealt with outside, with a note: changes no business state (contract 6), and the alerts about it are over. */
export async function handleFile(
  transaction: LedgerTransaction,
  { key, by, reason, now }: Omit<DirectAction, 'action'>,
  { status }: FileRecord,
): Promise<void> {
  const subject = { kind: 'file', key };
  await transaction.audit({
    ...{ at: now, by, subject, event: 'handle', from: status, to: status, rule: null, reason, details: null },
  });
  const open = (await transaction.openAlerts()).filter(
    (alert) => alert.subject.kind === 'file' && alert.subject.key === key,
  );
  const cleared = open.map(({ code, subject: of }) => ({
    ...{ change: 'clear-alert' as const, code: code as FaultCode, subject: of },
  }));
  await transaction.apply(cleared, by, now, null);
}
