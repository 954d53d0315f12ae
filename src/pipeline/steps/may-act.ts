import { DELIVERY_TRANSITIONS, type DeliveryStatus } from '../../domain/delivery-status.table.ts';
import { FILE_STATUSES } from '../../domain/file-status.table.ts';
import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { LedgerReader } from '../ledger-port.ts';
import type { DirectAction } from './direct-action.ts';

/** Statuses of deliveries that can be sent again: one that is out stays as it is, what is sent again is a delivery of its own. */
export const RESENDABLE: readonly DeliveryStatus[] = [...operatorStatuses('resend'), 'delivered', 'confirmed'];
/** Statuses of deliveries that a person can mark as dealt with. */
export const HANDLEABLE_DELIVERIES: readonly DeliveryStatus[] = operatorStatuses('handle');

/**
 * What an action is for, if its status allows the action; nothing is written. Whether its outbox is open and its kept bytes
 * are there shows only when it is done.
 */
export async function deliveryToActOn(
  ledger: LedgerReader,
  { action, key }: Pick<DirectAction, 'action' | 'key'>,
): Promise<DeliveryRecord | Refusal> {
  const record = await ledger.delivery(key);
  if (record === undefined) return refuse('DOCUMENT_NOT_FOUND', { at: 'delivery', actual: key });
  const allowed = action === 'delivery-resend' ? RESENDABLE : HANDLEABLE_DELIVERIES;
  return allowed.includes(record.status) ? record : refuse('ACTION_REFUSED', { at: action, actual: record.status });
}

/** The same of a file. */
export async function fileToActOn(
  ledger: LedgerReader,
  { action, key }: Pick<DirectAction, 'action' | 'key'>,
): Promise<FileRecord | Refusal> {
  const record = await ledger.file(key);
  if (record === undefined) return refuse('DOCUMENT_NOT_FOUND', { at: 'file', actual: key });
  const { status } = record;
  return FILE_STATUSES[status].handleable ? record : refuse('ACTION_REFUSED', { at: action, actual: status });
}

/** Would the action be refused now? Undefined where it would be done. */
export async function refusalNow(
  ledger: LedgerReader,
  action: Pick<DirectAction, 'action' | 'key'>,
): Promise<Refusal | undefined> {
  const found = await (action.action === 'file-handle' ? fileToActOn(ledger, action) : deliveryToActOn(ledger, action));
  return 'refused' in found ? found : undefined;
}

/** Statuses that an operator's event of the delivery table leads out of. */
function operatorStatuses(event: string): DeliveryStatus[] {
  return DELIVERY_TRANSITIONS.filter((row) => row.by === 'operator' && row.event === event).map((row) => row.from);
}
