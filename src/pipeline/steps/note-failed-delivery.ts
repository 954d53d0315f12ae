import { backoffMs } from '../../domain/backoff.ts';
import type { Fault } from '../../domain/fault.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import type { Path } from '../path.ts';

/**
 * Notes that a delivery could not be handed over this time. Gives the wait before the next attempt in milliseconds;
 * null when the attempts are used up: then it is stopped, and a person is told.
 */
export function noteFailedDelivery(path: Path, record: DeliveryRecord, fault: Fault): number | null {
  const { retry } = path.settings().channels[record.folder];
  record.attempts += 1;
  record.status = record.attempts < retry.attempts ? 'retrying' : 'stopped';
  const inMs = record.status === 'retrying' ? backoffMs(retry, record.attempts, Math.random()) : null;
  record.nextAttemptAt =
    inMs === null ? null : Temporal.Instant.from(path.clock.now()).add({ milliseconds: inMs }).toString();
  const { id: deliveryId, attempts, nextAttemptAt, status } = record;
  const error = fault.message;
  path.riders.marks.push({ mark: 'delivery-failed', deliveryId, error, attempts, nextAttemptAt, status });
  path.log.warn('delivery-failed', { delivery: deliveryId, code: fault.code, error, attempts, status });
  if (inMs === null) {
    const subject = { kind: 'delivery', key: deliveryId };
    path.riders.changes.push({ change: 'raise-alert', code: 'DELIVERY_STOPPED', subject, text: error });
  }
  return inMs;
}
