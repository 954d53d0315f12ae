import type { LedgerTransaction } from '../../pipeline/ledger-port.ts';
import type { ActionScene } from '../operator-action.ts';

/** Writes the one audit row of an operator action: who, when, what, why. */
export function auditAction(
  scene: ActionScene,
  transaction: LedgerTransaction,
  subject: { kind: string; key: string },
  event: string,
  change: { from: string | null; to: string | null },
  details: unknown = null,
): Promise<void> {
  const at = scene.session.path.clock.now();
  const by = `user:${scene.actor.user}`;
  return transaction.audit({ at, by, subject, event, ...change, rule: null, reason: scene.actor.reason, details });
}

/** Runs the work in a transaction of its own and commits it. */
export async function inTransaction<T>(
  scene: ActionScene,
  work: (transaction: LedgerTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await scene.session.path.ledger.begin();
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
