import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { OrdersFound } from './find-orders/find-orders.ts';
import type { OrderCandidates } from './find-orders/order-candidates.ts';

/** What is matched: an invoice whose supplier and orders are known. */
export interface MatchTask {
  invoice: SupplierInvoice;
  supplier: Supplier;
  orders: readonly PurchaseOrder[];
  candidates: OrderCandidates;
  found: OrdersFound;
  /** Documents whose links are not held against this one. */
  repeats: ReadonlySet<string>;
}
