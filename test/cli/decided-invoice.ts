import type { LinkState } from '../../src/domain/decision.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { invoice, type InvoiceWords } from '../rules/invoice-in-words.ts';
import * as world from '../rules/order-match-world.ts';

/** An invoice that an accountant would want explained, decided. */
export interface CalculationCase {
  document: SupplierInvoice;
  result: OrderMatchResult;
}

/** Decides an invoice on order 1001, or as its words say. */
export function decided(
  words: InvoiceWords,
  known: Parameters<typeof world.facts>[0] = {},
  rules = world.settings(),
  more: Partial<SupplierInvoice> = {},
): CalculationCase {
  const document = invoice({ ref: '1001', ...words }, more);
  return { document, result: world.match(document, world.facts(known), rules).result };
}

/** A link of another document to order line 1001/1. */
export const link = (more: Partial<LinkState>): LinkState => ({
  documentId: 'other',
  invoiceLineId: '1',
  orderNo: '1001',
  orderLineNo: 1,
  quantity: '1',
  amount: '100.00',
  price: '100.00',
  kind: 'invoice',
  state: 'pending',
  ...more,
});
