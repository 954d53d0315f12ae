import { inTransaction as inOwnTransaction } from '../../pipeline/in-transaction.ts';
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
export function inTransaction<T>(scene: ActionScene, work: (transaction: LedgerTransaction) => Promise<T>): Promise<T> {
  return inOwnTransaction(scene.session.path.ledger, work);
}
