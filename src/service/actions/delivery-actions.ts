import { DELIVERY_STATUSES } from '../../domain/delivery-status.table.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import { planResend } from '../../pipeline/steps/plan-delivery.ts';
import { type ActionOutcome, type ActionScene, refused } from '../operator-action.ts';
import { keptBytesMissing } from './accept-new-outbox.ts';
import { auditAction, inTransaction } from './audit-action.ts';

/** Sends an output again: a new delivery id, the name ending in `.r2`, the same content (contract 6). */
export async function resendDelivery(scene: ActionScene, key: string): Promise<ActionOutcome> {
  const { path } = scene.session;
  const record = await path.ledger.read.delivery(key);
  if (record === undefined) return refused('NOT_FOUND', `There is no delivery ${key}.`);
  if (record.status !== 'delivered' && record.status !== 'stopped' && record.status !== 'confirmed')
    return refused(
      'ACTION_REFUSED',
      `Delivery ${key} is ${record.status}: only one that is delivered or stopped can be sent again.`,
    );
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
    await outbox.stage(planned.record.id, planned.bytes);
    await outbox.syncStaging();
    await transaction.putDelivery(planned.record);
    if (record.status === 'stopped') await transaction.setDeliveryStatus(record.id, 'withdrawn');
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
  if (DELIVERY_STATUSES[record.status].final || record.status === 'staged' || record.status === 'retrying')
    return refused(
      'ACTION_REFUSED',
      `Delivery ${key} is ${record.status}: only one that is stopped or delivered can be marked as handled.`,
    );
  await inTransaction(scene, async (transaction) => {
    await transaction.setDeliveryStatus(key, 'handled');
    await auditAction(scene, transaction, { kind: 'delivery', key }, 'handle', { from: record.status, to: 'handled' });
    await transaction.apply(
      [{ change: 'clear-alert', code: 'DELIVERY_STOPPED', subject: { kind: 'delivery', key } }],
      `user:${scene.actor.user}`,
      scene.session.path.clock.now(),
      null,
    );
  });
  if (record.status === 'stopped') await withdrawStopped(scene, record);
  return { done: true, message: `Delivery ${key} is marked as handled.` };
}

async function withdrawStopped(scene: ActionScene, record: DeliveryRecord): Promise<void> {
  scene.session.deliveries.forget(record.id);
  await scene.session.path.outboxes[record.folder].discard(record.id);
}
