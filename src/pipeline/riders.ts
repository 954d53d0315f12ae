import type { LedgerTransaction } from './ledger-port.ts';
import { inTransaction } from './in-transaction.ts';
import type { Path, Riders } from './path.ts';

/** Marks and alerts that ride on the next commit. */
export function newRiders(onAdded: () => void): Riders {
  return { marks: [], changes: [], added: onAdded };
}

/**
 * Writes the riders into an open transaction. They are let go of only when `done` is called, after the
 * commit: a transaction that is rolled back leaves them where they were.
 */
export async function board(path: Path, transaction: LedgerTransaction): Promise<{ done: () => void }> {
  const marks = [...path.riders.marks];
  const changes = [...path.riders.changes];
  if (marks.length > 0) await transaction.mark(marks);
  if (changes.length > 0) await transaction.apply(changes, 'path', path.clock.now(), null);
  return {
    done: () => {
      without(path.riders.marks, marks);
      without(path.riders.changes, changes);
    },
  };
}

/** Commits the riders in a transaction of their own: an idle daemon has no next batch for them. */
export async function commitRiders(path: Path): Promise<void> {
  if (path.riders.marks.length === 0 && path.riders.changes.length === 0) return;
  const { done } = await inTransaction(path.ledger, (transaction) => board(path, transaction));
  done();
}

function without<T>(list: T[], gone: readonly T[]): void {
  const set = new Set(gone);
  list.splice(0, list.length, ...list.filter((one) => !set.has(one)));
}
