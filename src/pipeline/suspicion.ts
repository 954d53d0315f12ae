import type { Path } from './path.ts';

/** The world failed, so the file is not to blame should the process end now. Best effort: a full disk may refuse this too. */
export async function clearSuspicion(path: Path, fileId: string): Promise<void> {
  const transaction = await path.ledger.begin();
  await transaction.clearSuspicion(fileId);
  await transaction.commit();
}

/** Durable before the file is touched, and taken back by the transaction that decides it. */
export async function raiseSuspicion(path: Path, fileId: string): Promise<number> {
  const transaction = await path.ledger.begin();
  const count = await transaction.raiseSuspicion(fileId);
  await transaction.commit();
  return count;
}
