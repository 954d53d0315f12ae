import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { LinesInHand } from './by-hand.ts';
import type { OrdersFound } from './find-orders/find-orders.ts';
import type { Pair } from './paired-invoice.ts';
import type { OrderCandidates } from './find-orders/order-candidates.ts';

/** What is matched: an invoice whose supplier and orders are known. */
export interface MatchTask {
  invoice: SupplierInvoice;
  supplier: Supplier;
  orders: readonly PurchaseOrder[];
  candidates: OrderCandidates;
  found: OrdersFound;
  /** Lines that are taken out of the hands of the tiers. */
  inHand: LinesInHand;
  /** Documents whose links are not held against this one. */
  repeats: ReadonlySet<string>;
  /** The waiting invoice that it credits in full, or the credit note that does so. */
  pair: Pair | undefined;
  /** Itself: what was received of it is its own room. */
  documentId: string;
}
