import type { AlertRecord, StoredDocument } from '../domain/records.ts';
import type { OrderMatchResult, SupplierInvoice } from '../domain/documents.generated.ts';
import { type Calculation, calculationOf } from '../rules/order-match/calculation/calculation.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';
import { allowedInvoiceActions } from './allowed-actions.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';
import { type SentDelivery, sentDeliveries } from './sent-deliveries.ts';
import { type ToleranceInForce, toleranceInForce } from './tolerance-in-force.ts';

/** `show supplier-invoice` (contract 8): the result of order match, with what a person needs to check it. */
export interface ShownSupplierInvoice extends OrderMatchResult {
  kind: 'supplier-invoice';
  key: string;
  file: string | null;
  /** The invoice as it was understood. */
  invoice: SupplierInvoice;
  /** Every figure with what it is made of. */
  calculation: Calculation;
  /** The limits of today; a decision of another day may have known others: its reasons carry those. */
  tolerance: ToleranceInForce;
  alerts: AlertRecord[];
  allowedActions: string[];
  deliveries: SentDelivery[];
  history: HistoryEntry[];
}

/** A supplier invoice as understood and as last decided. */
export async function showSupplierInvoice(site: ReadableSite, key: string): Promise<ShownSupplierInvoice> {
  const stored = (await site.ledger.document('supplier-invoice', key)) ?? missing('supplier-invoice', key);
  const { invoice, result } = stored.content as SupplierInvoiceContent;
  const alerts = (await site.ledger.openAlerts()).filter(
    (alert) => alert.subject.kind === 'supplier-invoice' && alert.subject.key === key,
  );
  return {
    ...result,
    kind: 'supplier-invoice',
    key: stored.key,
    file: stored.fileId,
    invoice,
    calculation: calculationOf(result, invoice),
    tolerance: toleranceInForce(site.settings, await supplierOf(site, result.supplierInvoice.supplierNo)),
    alerts,
    allowedActions: allowedInvoiceActions(stored.content as SupplierInvoiceContent),
    deliveries: await sentDeliveries(site.ledger, stored),
    history: await historyOf(site.ledger, { kind: 'supplier-invoice', key }),
  };
}

async function supplierOf(site: ReadableSite, supplierNo: string | null): Promise<StoredDocument | undefined> {
  return supplierNo === null ? undefined : site.ledger.document('supplier', supplierNo);
}
