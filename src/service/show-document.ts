import type { AlertRecord, StoredDocument } from '../domain/records.ts';
import { findKey } from './find-key.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';
import { type ShownLearnedLink, showLearnedLink } from './show-learned-link.ts';
import { type ShownDelivery, type ShownFile, showDelivery, showFile } from './show-file.ts';
import type { ShowKind } from './show-kind.table.ts';
import { type ShownPurchaseOrder, showPurchaseOrder } from './show-purchase-order.ts';
import { type ShownSupplierInvoice, showSupplierInvoice } from './show-supplier-invoice.ts';

type MasterDataKind = 'supplier' | 'customer' | 'product' | 'delivery-alternative' | 'command';

/** `show supplier`, `show product`, `show command` …: the document as received, with its history. */
export interface ShownMasterData {
  kind: MasterDataKind;
  key: string;
  file: string | null;
  updatedAt: string;
  content: StoredDocument['content'];
  history: HistoryEntry[];
}

export interface ShownAlert extends AlertRecord {
  kind: 'alert';
  key: string;
}

export type ShownDocument =
  | ShownFile
  | ShownDelivery
  | ShownSupplierInvoice
  | ShownPurchaseOrder
  | ShownLearnedLink
  | ShownMasterData
  | ShownAlert;

/** How each kind is shown; its key is known to be there. */
const SHOWN: { [Kind in ShowKind]: (site: ReadableSite, key: string) => Promise<ShownDocument> } = {
  file: (site, key) => showFile(site.ledger, key),
  delivery: (site, key) => showDelivery(site.ledger, key),
  'supplier-invoice': showSupplierInvoice,
  'purchase-order': showPurchaseOrder,
  supplier: (site, key) => showMasterData(site, 'supplier', key),
  customer: (site, key) => showMasterData(site, 'customer', key),
  product: (site, key) => showMasterData(site, 'product', key),
  'delivery-alternative': (site, key) => showMasterData(site, 'delivery-alternative', key),
  command: (site, key) => showMasterData(site, 'command', key),
  'learned-link': showLearnedLink,
  alert: showAlert,
};

/**
 * The whole story of one thing (contract 8). `asked` is its key, a beginning that fits one key only, or, for a supplier
 * invoice, `supplierNo/invoiceNo`. Throws `NOT_FOUND` and `AMBIGUOUS_KEY`.
 */
export async function showDocument(site: ReadableSite, kind: ShowKind, asked: string): Promise<ShownDocument> {
  return SHOWN[kind](site, await findKey(site.ledger, kind, asked));
}

async function showMasterData(site: ReadableSite, kind: MasterDataKind, key: string): Promise<ShownMasterData> {
  const stored = (await site.ledger.document(kind, key)) ?? missing(kind, key);
  return {
    kind,
    key: stored.key,
    file: stored.fileId,
    updatedAt: stored.updatedAt,
    content: stored.content,
    history: await historyOf(site.ledger, { kind, key }),
  };
}

/** Also an alert that is cleared: what was wrong yesterday explains today. */
async function showAlert(site: ReadableSite, key: string): Promise<ShownAlert> {
  const page = await site.ledger.list({
    kind: 'alert',
    conditions: [{ field: 'key', comparison: '=', value: key }],
    limit: 1,
    offset: 0,
  });
  const row = page.rows[0] ?? missing('alert', key);
  return { ...(row as unknown as AlertRecord), kind: 'alert', key };
}
