import type { Ledger, LedgerTransaction } from './ledger-port.ts';

/** Does the work in a transaction of its own: committed when the work is done, undone when it throws. */
export async function inTransaction<T>(
  ledger: Ledger,
  work: (transaction: LedgerTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await ledger.begin();
  let result: T;
  try {
    result = await work(transaction);
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
  return result;
}
