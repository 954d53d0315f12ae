import { DELIVERY_TRANSITIONS } from '../../domain/delivery-status.table.ts';
import type { DeliveryStatus } from '../../domain/delivery-status.table.ts';
import type { FaultCode } from '../../domain/fault.table.ts';
import { Fault } from '../../domain/fault.ts';
import { next } from '../../domain/next-status.ts';
import { FILE_STATUSES } from '../../domain/file-status.table.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import { type Refusal, refuse } from '../../rules/order-match/processings/processing.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { PlannedWork } from './commit-together.ts';
import { planResend } from './plan-delivery.ts';

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

/** Statuses of deliveries that can be sent again: one that is out stays as it is, what is sent again is a delivery of its own. */
export const RESENDABLE: readonly DeliveryStatus[] = [...operatorStatuses('resend'), 'delivered', 'confirmed'];
/** Statuses of deliveries that a person can mark as dealt with. */
export const HANDLEABLE_DELIVERIES: readonly DeliveryStatus[] = operatorStatuses('handle');

/**
 * Does it inside a transaction; what it sends and what it takes out of the queues is planned there too. A refusal writes
 * nothing. Throws a `Fault` where the outbox is closed or the kept bytes are gone.
 */
export function directAction(
  path: Path,
  transaction: LedgerTransaction,
  planned: PlannedWork,
  action: DirectAction,
): Promise<Refusal | undefined> {
  if (action.action === 'file-handle') return handleFile(transaction, action);
  const act = action.action === 'delivery-resend' ? resend : handle;
  return onDelivery(transaction, action, (record) => act(path, transaction, planned, action, record));
}

async function onDelivery(
  transaction: LedgerTransaction,
  { action, key, by, now }: DirectAction,
  act: (record: DeliveryRecord) => Promise<void>,
): Promise<Refusal | undefined> {
  const record = await transaction.delivery(key);
  if (record === undefined) return refuse('DOCUMENT_NOT_FOUND', { at: 'delivery', actual: key });
  const allowed = action === 'delivery-resend' ? RESENDABLE : HANDLEABLE_DELIVERIES;
  if (!allowed.includes(record.status)) return refuse('ACTION_REFUSED', { at: action, actual: record.status });
  await act(record);
  // A person has dealt with it: the alert of a delivery that was given up is over.
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
  const bytes = await path.archive.find(record.bundle, record.id);
  if (bytes === undefined) throw keptBytesMissing(record.id, record.bundle);
  const again = await planResend(record, bytes, await transaction.nextNumber('output'), path.newId, now);
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
async function handle(
  _path: Path,
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

async function handleFile(
  transaction: LedgerTransaction,
  { action, key, by, reason, now }: DirectAction,
): Promise<Refusal | undefined> {
  const record = await transaction.file(key);
  if (record === undefined) return refuse('DOCUMENT_NOT_FOUND', { at: 'file', actual: key });
  const { status } = record;
  if (!FILE_STATUSES[status].handleable) return refuse('ACTION_REFUSED', { at: action, actual: status });
  const subject = { kind: 'file', key };
  await transaction.audit({
    ...{ at: now, by, subject, event: 'handle', from: status, to: status, rule: null, reason, details: null },
  });
  const open = (await transaction.openAlerts()).filter(
    (alert) => alert.subject.kind === 'file' && alert.subject.key === key,
  );
  const cleared = open.map(({ code, subject: of }) => ({
    ...{ change: 'clear-alert' as const, code: code as FaultCode, subject: of },
  }));
  await transaction.apply(cleared, by, now, null);
  return undefined;
}

/** The copy that every output leaves behind is not there any more. */
export function keptBytesMissing(deliveryId: string, bundle: string): Fault {
  return new Fault('NOT_FOUND', `The kept bytes of delivery ${deliveryId} are not in ${bundle}.`, {
    hint: 'Restore the folder archive/outputs from a backup, and do it again.',
    at: { file: bundle },
  });
}

/** Statuses that an operator's event of the delivery table leads out of. */
function operatorStatuses(event: string): DeliveryStatus[] {
  return DELIVERY_TRANSITIONS.filter((row) => row.by === 'operator' && row.event === event).map((row) => row.from);
}
