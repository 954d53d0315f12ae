import type { DeliveryRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { Connection, Synchronous } from './sql.ts';

type DeliveryRow = DeliveryRecord & { ordinal: number };

const COLUMNS = `delivery.id, sequence, folder, name, document, key, revision, file_id AS fileId, status, sha256, bytes, bundle,
  staged_at AS stagedAt, delivered_at AS deliveredAt, attempts, next_attempt_at AS nextAttemptAt, last_error AS lastError`;

/**
 * Look-ups of outputs. `openDeliveriesOfKey` names its statuses as its index does, so that the index is small and used;
 * `deliveriesInStatus` asks status by status, so that each answer comes in order from the index and ends at the limit.
 */
export function deliveryReader(
  connection: Connection,
): Synchronous<Pick<LedgerReader, 'delivery' | 'deliveriesOfFile' | 'deliveriesInStatus' | 'openDeliveriesOfKey'>> {
  const byId = connection.prepare<[string], DeliveryRecord>(`SELECT ${COLUMNS} FROM delivery WHERE id = +?`);
  const ofFile = connection.prepare<[string], DeliveryRecord>(
    `SELECT ${COLUMNS} FROM delivery WHERE file_id = +? ORDER BY ordinal`,
  );
  const inStatus = connection.prepare<[string, number], DeliveryRow>(
    `SELECT ${COLUMNS}, ordinal FROM delivery WHERE status = +? ORDER BY sequence, ordinal LIMIT +?`,
  );
  const openOfKey = connection.prepare<[string, string], DeliveryRecord>(
    `SELECT ${COLUMNS} FROM delivery WHERE document = +? AND key = +? AND status IN ('staged', 'retrying', 'stopped') ORDER BY sequence, ordinal`,
  );
  return {
    delivery: (id) => byId.get(id),
    deliveriesOfFile: (fileId) => ofFile.all(fileId),
    deliveriesInStatus: (statuses, limit) =>
      [...new Set(statuses)]
        .flatMap((status) => inStatus.all(status, limit))
        .sort((a, b) => a.sequence - b.sequence || a.ordinal - b.ordinal)
        .slice(0, limit)
        .map(({ ordinal: _, ...delivery }) => delivery),
    openDeliveriesOfKey: (document, key) => openOfKey.all(document, key),
  };
}
