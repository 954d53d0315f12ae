import { inTransaction } from './in-transaction.ts';
import type { Path } from './path.ts';

/** The world failed, so the file is not to blame should the process end now. Best effort: a full disk may refuse this too. */
export function clearSuspicion(path: Path, fileId: string): Promise<void> {
  return inTransaction(path.ledger, (transaction) => transaction.clearSuspicion(fileId));
}

/** One more start with this file alone in hand: durable before the file is touched, and taken back by the transaction that decides it. */
export function raiseSuspicion(path: Path, fileId: string): Promise<number> {
  return inTransaction(path.ledger, (transaction) => transaction.raiseSuspicion(fileId));
}
