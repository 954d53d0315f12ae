import type { DeliveryRecord } from '../domain/records.ts';
import type { Mark } from '../pipeline/ledger-port.ts';
import type { Connection } from './sql.ts';

/** Writes outputs. Which status may follow which is for the path to ask of delivery-status.table.ts; here only known words get in. */
export interface DeliveryWriter {
  putDelivery(delivery: DeliveryRecord): void;
  /** Throws where there is no such delivery. */
  setDeliveryStatus(id: string, status: DeliveryRecord['status']): void;
  /**
   * Marks tell what happened outside a transaction. One that comes after an operator withdrew or handled the output
   * lost the race and changes nothing; one that meets no output at all throws.
   */
  markDelivered(mark: Extract<Mark, { mark: 'delivered' }>): void;
  markFailed(mark: Extract<Mark, { mark: 'delivery-failed' }>): void;
}

const COLUMNS = [
  'id',
  'sequence',
  'folder',
  'name',
  'document',
  'key',
  'revision',
  'file_id',
  'status',
  'sha256',
  'bytes',
  'bundle',
  'staged_at',
  'delivered_at',
  'attempts',
  'next_attempt_at',
  'last_error',
];

export function deliveryWriter(connection: Connection): DeliveryWriter {
  const put = connection.prepare<(string | number | null)[]>(
    `INSERT INTO delivery (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
  );
  const setStatus = connection.prepare<[string, string]>('UPDATE delivery SET status = ? WHERE id = +?');
  const delivered = connection.prepare<[string, string]>(
    "UPDATE delivery SET status = 'delivered', delivered_at = ?, next_attempt_at = NULL WHERE id = +? AND status IN ('staged', 'retrying')",
  );
  const failed = connection.prepare<(string | number | null)[]>(
    "UPDATE delivery SET status = ?, last_error = ?, attempts = ?, next_attempt_at = ? WHERE id = +? AND status IN ('staged', 'retrying')",
  );
  const isThere = connection.prepare<[string]>('SELECT 1 FROM delivery WHERE id = +?');
  const marked = (result: { changes: number }, id: string): void => {
    if (result.changes === 0 && isThere.get(id) === undefined) throw new Error(`no delivery ${id} to change`);
  };
  return {
    putDelivery(delivery) {
      put.run(...values(delivery));
    },
    setDeliveryStatus: (id, status) => one(setStatus.run(status, id), id),
    markDelivered: ({ deliveryId, at }) => marked(delivered.run(at, deliveryId), deliveryId),
    markFailed: ({ deliveryId, status, error, attempts, nextAttemptAt }) =>
      marked(failed.run(status, error, attempts, nextAttemptAt, deliveryId), deliveryId),
  };
}

/** A change that meets no row would be lost without a word: a defect. */
function one(result: { changes: number }, id: string): void {
  if (result.changes !== 1) throw new Error(`no delivery ${id} to change`);
}

function values(delivery: DeliveryRecord): (string | number | null)[] {
  return [
    delivery.id,
    delivery.sequence,
    delivery.folder,
    delivery.name,
    delivery.document,
    delivery.key,
    delivery.revision,
    delivery.fileId,
    delivery.status,
    delivery.sha256,
    delivery.bytes,
    delivery.bundle,
    delivery.stagedAt,
    delivery.deliveredAt,
    delivery.attempts,
    delivery.nextAttemptAt,
    delivery.lastError,
  ];
}
