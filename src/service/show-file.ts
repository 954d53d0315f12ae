import type { DeliveryRecord, FileRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { allowedActions } from './allowed-actions.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';

/** `show file` (contract 8). */
export interface ShownFile extends FileRecord {
  kind: 'file';
  key: string;
  deliveries: Pick<DeliveryRecord, 'id' | 'name' | 'folder' | 'status' | 'attempts' | 'nextAttemptAt'>[];
  allowedActions: string[];
  history: HistoryEntry[];
}

/** `show delivery`: where an output went, and how often it was tried. */
export interface ShownDelivery extends DeliveryRecord {
  kind: 'delivery';
  allowedActions: string[];
  history: HistoryEntry[];
  /** The key of the document that it speaks of; `key` is the delivery's own, as `list` gives it. */
  documentKey: string;
}

/** A file with all that came of it. */
export async function showFile(ledger: LedgerReader, id: string): Promise<ShownFile> {
  const file = (await ledger.file(id)) ?? missing('file', id);
  const deliveries = await ledger.deliveriesOfFile(id);
  return {
    kind: 'file',
    key: file.id,
    ...file,
    deliveries: deliveries.map(({ id: deliveryId, name, folder, status, attempts, nextAttemptAt }) => ({
      id: deliveryId,
      name,
      folder,
      status,
      attempts,
      nextAttemptAt,
    })),
    allowedActions: allowedActions('file', file.status),
    history: await historyOf(ledger, { kind: 'file', key: id }),
  };
}

/** A delivery with its attempts. */
export async function showDelivery(ledger: LedgerReader, id: string): Promise<ShownDelivery> {
  const delivery = (await ledger.delivery(id)) ?? missing('delivery', id);
  return {
    kind: 'delivery',
    ...delivery,
    key: delivery.id,
    documentKey: delivery.key,
    allowedActions: allowedActions('delivery', delivery.status),
    history: await historyOf(ledger, { kind: 'delivery', key: id }),
  };
}
