import { DELIVERY_TRANSITIONS } from '../../domain/delivery-status.table.ts';
import { Fault } from '../../domain/fault.ts';
import { next } from '../../domain/next-status.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { PlannedWork } from './commit-together.ts';
import { handleFile } from './handle-file.ts';
import { deliveryToActOn, fileToActOn } from './may-act.ts';
import { planResend } from './plan-delivery.ts';
import { keptContent } from './planned-delivery.ts';

/** An operator's action on a delivery or a file whose whole effect lies in the ledger and the outboxes. */
export interface DirectAction {
  action: 'delivery-resend' | 'delivery-handle' | 'file-handle';
  /** In full. */
  key: string;
  /** As the audit writes it. */
  by: string;
  reason: string;
  now: string;
}

/**
 * Does it inside a transaction; what it sends and what it takes out of the queues is planned there too. A refusal writes
 * nothing. Throws a `Fault` where the outbox is closed, the kept bytes are gone, or what is sent again does not fit its mapping.
 */
export async function directAction(
  path: Path,
  transaction: LedgerTransaction,
  planned: PlannedWork,
  action: DirectAction,
): Promise<Refusal | undefined> {
  if (action.action === 'file-handle') {
    const file = await fileToActOn(transaction, action);
    if (isRefusal(file)) return file;
    await handleFile(transaction, action, file);
    return undefined;
  }
  const delivery = await deliveryToActOn(transaction, action);
  if (isRefusal(delivery)) return delivery;
  if (action.action === 'delivery-resend') await resend(path, transaction, planned, action, delivery);
  else await handleDelivery(transaction, planned, action, delivery);
  // A person has dealt with it: the alert of a delivery that was given up is over.
  const { key, by, now } = action;
  const alert = { change: 'clear-alert', code: 'DELIVERY_STOPPED', subject: { kind: 'delivery', key } } as const;
  await transaction.apply([alert], by, now, null);
  return undefined;
}

/** The same content once more, under a new delivery id (contract 6); the one that was given up leaves its queue. */
async function resend(
  path: Path,
  transaction: LedgerTransaction,
  { staged, withdrawn }: PlannedWork,
  { key, by, reason, now }: DirectAction,
  record: DeliveryRecord,
): Promise<void> {
  path.deliveries.assertOpen(record.folder); // into a folder that was replaced nothing may be staged
  const kept = await keptContent(path.archive, record);
  if (kept === undefined) throw keptBytesMissing(record.id, record.bundle);
  const again = await planResend(path, record, kept, await transaction.nextNumber('output'), now);
  staged.push(again);
  const to = next(DELIVERY_TRANSITIONS, record.status, 'resend') ?? record.status; // what is out stays as it is
  if (to !== record.status) {
    await transaction.setDeliveryStatus(record.id, to);
    withdrawn.push(record);
  }
  await transaction.audit({
    ...{ at: now, by, subject: { kind: 'delivery', key }, event: 'resend', from: record.status },
    ...{ to, rule: null, reason, details: { as: again.record.id } },
  });
}

/** Dealt with outside: changes no business state (contract 6). */
async function handleDelivery(
  transaction: LedgerTransaction,
  { withdrawn }: PlannedWork,
  { key, by, reason, now }: DirectAction,
  record: DeliveryRecord,
): Promise<void> {
  await transaction.setDeliveryStatus(key, 'handled');
  if (record.status === 'stopped') withdrawn.push(record);
  await transaction.audit({
    ...{ at: now, by, subject: { kind: 'delivery', key }, event: 'handle', from: record.status, to: 'handled' },
    ...{ rule: null, reason, details: null },
  });
}

/** The copy that every output leaves behind is not there any more. */
export function keptBytesMissing(deliveryId: string, bundle: string): Fault {
  return new Fault('NOT_FOUND', `The kept bytes of delivery ${deliveryId} are not in ${bundle}.`, {
    hint: 'Restore the folder archive/outputs from a backup, and do it again.',
    at: { file: bundle },
  });
}
