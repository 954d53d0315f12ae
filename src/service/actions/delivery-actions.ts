import type { DeliveryRecord } from '../../domain/records.ts';
import type { LedgerTransaction } from '../../pipeline/ledger-port.ts';
import { planResend } from '../../pipeline/steps/plan-delivery.ts';
import { allowedActions } from '../allowed-actions.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { keptBytesMissing } from './accept-new-outbox.ts';
import { auditAction, inTransaction } from './audit-action.ts';

/** Sends an output again: a new delivery id, the name ending in `.r2`, the same content (contract 6). */
export async function resendDelivery(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const { path } = scene.session;
  const record = await path.ledger.read.delivery(key);
  if (record === undefined) return refused('NOT_FOUND', `There is no delivery ${key}.`);
  if (!allowedActions('delivery', record.status).includes('delivery resend'))
    return refused(
      'ACTION_REFUSED',
      `Delivery ${key} is ${record.status}: only one that is delivered, confirmed or stopped can be sent again.`,
    );
  path.deliveries.assertOpen(record.folder); // into a folder that was replaced nothing may be staged
  const bytes = await path.archive.find(record.bundle, record.id);
  if (bytes === undefined) throw keptBytesMissing(record.id, record.bundle);
  const outbox = path.outboxes[record.folder];
  const again = await inTransaction(scene, async (transaction) => {
    const now = path.clock.now();
    const planned = planResend(record, bytes, await transaction.nextNumber('output'), path.newId, now);
    planned.record.bundle = await path.archive.keep(
      [{ deliveryId: planned.record.id, bytes: planned.bytes }],
      now.slice(0, 10),
      path.newId,
    );
    Object.assign(planned.record, await outbox.stage(planned.record.id, planned.bytes));
    await outbox.syncStaging();
    await transaction.putDelivery(planned.record);
    if (record.status === 'stopped') await transaction.setDeliveryStatus(record.id, 'withdrawn');
    await clearStopped(scene, transaction, key);
    await auditAction(
      scene,
      transaction,
      { kind: 'delivery', key },
      'resend',
      { from: record.status, to: record.status === 'stopped' ? 'withdrawn' : record.status },
      { as: planned.record.id },
    );
    return planned.record;
  });
  if (record.status === 'stopped') await withdrawStopped(scene, record);
  await scene.session.deliveries.take([again]);
  return {
    done: true,
    message: `Sent again as ${again.name} (delivery ${again.id}).`,
    data: { delivery: again.id, name: again.name },
  };
}

/** Marks a delivery as dealt with outside: changes no business state (contract 6). */
export async function handleDelivery(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const record = await scene.session.path.ledger.read.delivery(key);
  if (record === undefined) return refused('NOT_FOUND', `There is no delivery ${key}.`);
  if (!allowedActions('delivery', record.status).includes('delivery handle'))
    return refused(
      'ACTION_REFUSED',
      `Delivery ${key} is ${record.status}: only one that is stopped or delivered can be marked as handled.`,
    );
  await inTransaction(scene, async (transaction) => {
    await transaction.setDeliveryStatus(key, 'handled');
    await auditAction(scene, transaction, { kind: 'delivery', key }, 'handle', { from: record.status, to: 'handled' });
    await clearStopped(scene, transaction, key);
  });
  if (record.status === 'stopped') await withdrawStopped(scene, record);
  return { done: true, message: `Delivery ${key} is marked as handled.` };
}

/** A person has dealt with it: the alert of a delivery that was given up is over. */
function clearStopped(scene: ActionScene, transaction: LedgerTransaction, key: string): Promise<void> {
  const alert = { change: 'clear-alert', code: 'DELIVERY_STOPPED', subject: { kind: 'delivery', key } } as const;
  return transaction.apply([alert], `user:${scene.actor.user}`, scene.session.path.clock.now(), null);
}

async function withdrawStopped(scene: ActionScene, record: DeliveryRecord): Promise<void> {
  scene.session.deliveries.forget(record);
  await scene.session.path.outboxes[record.folder].discard(record.id);
}
