import type { DeliveryRecord } from '../../domain/records.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { PathLog } from '../path.ts';

/**
 * Writes the row of a delivery. One that could not be written as it should is stopped from the beginning, and a person is
 * told in the same transaction: its document is kept, others go on, and "delivery resend" sends it after the repair.
 */
export async function putDelivery(transaction: LedgerTransaction, record: DeliveryRecord, now: string): Promise<void> {
  await transaction.putDelivery(record);
  if (record.status !== 'stopped') return;
  const subject = { kind: 'delivery', key: record.id };
  const text = record.lastError ?? '';
  await transaction.apply([{ change: 'raise-alert', code: 'DELIVERY_STOPPED', subject, text }], 'path', now, null);
}

/** A line in the log for each delivery that was stopped from the beginning: after the commit, once. */
export function logStopped(log: PathLog, records: readonly DeliveryRecord[]): void {
  for (const { id, document, lastError, status } of records)
    if (status === 'stopped')
      log.warn('delivery-failed', { delivery: id, document, code: 'MAPPING_NOT_APPLICABLE', error: lastError, status });
}
