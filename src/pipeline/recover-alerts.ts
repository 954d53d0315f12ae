import type { FaultCode } from '../domain/fault.table.ts';
import { inTransaction } from './in-transaction.ts';
import type { Path } from './path.ts';

/** Kinds of subjects whose troubles are found out anew by every start: what is still wrong raises its alert again. */
const FOUND_ANEW: ReadonlySet<string> = new Set(['channel', 'settings', 'mappings']);

/** Takes back the alerts of the former process that nobody else would take back: the trouble may have ended while nothing ran. */
export async function clearStaleAlerts(path: Path): Promise<void> {
  const stale = (await path.ledger.read.openAlerts()).filter(({ subject }) => FOUND_ANEW.has(subject.kind));
  if (stale.length === 0) return;
  const changes = stale.map(({ code, subject }) => ({
    change: 'clear-alert' as const,
    code: code as FaultCode,
    subject,
  }));
  await inTransaction(path.ledger, (transaction) => transaction.apply(changes, 'path', path.clock.now(), null));
}
