import { type Decimal, decimal, divide, equal, isPositive, round, ZERO } from '../../domain/decimal.ts';
import type { LinkState } from '../../domain/decision.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { invoiceNoKey } from '../identity/invoice-no.ts';
import type { EarlierInvoice } from './order-match-facts.ts';
import { orderLineKey } from './orders-with-room.ts';

/** What the invoices that a document refers to invoiced on an order line: in its unit, and what for. */
export interface InvoicedBefore {
  quantity: Decimal;
  amount: Decimal;
}

/** Of a price for one that an amount was split by. */
const PRICE_DECIMALS = 15;

/**
 * The order lines that the invoices to which a document refers were linked to, by order line key: the preceding invoice
 * reference narrows what a credit note credits (order-match.md 17). A rejected invoice is linked to nothing.
 */
export function referredLines(
  invoice: SupplierInvoice,
  earlier: readonly EarlierInvoice[],
  links: readonly LinkState[],
): ReadonlyMap<string, InvoicedBefore> {
  const referred = new Map<string, InvoicedBefore>();
  if (invoice.precedingInvoices.length === 0) return referred;
  const numbers = new Set(invoice.precedingInvoices.map(({ id }) => numberKey(id)));
  const documents = new Set(
    earlier
      .filter((one) => one.kind === 'invoice' && numbers.has(numberKey(one.invoiceNo)))
      .map((one) => one.documentId),
  );
  for (const link of links) {
    if (!documents.has(link.documentId) || link.state === 'released' || !isPositive(decimal(link.quantity))) continue;
    const key = orderLineKey(link.orderNo, link.orderLineNo);
    const { quantity, amount } = referred.get(key) ?? { quantity: ZERO, amount: ZERO };
    referred.set(key, { quantity: quantity.plus(decimal(link.quantity)), amount: amount.plus(decimal(link.amount)) });
  }
  return referred;
}

/**
 * The net price at which an order line was invoiced: what a credit note of that invoice is compared with (scenario N03).
 * Amounts are rounded, so where the order's own net price explains the amount it is the price: 259.33 for 6 is 43.2216
 * as ordered, not 43.22166... `decimals` of the currency.
 */
export function invoicedPrice({ quantity, amount }: InvoicedBefore, ordered: Decimal, decimals: number): Decimal {
  const explained = equal(round(ordered.times(quantity), decimals), amount);
  return explained ? ordered : divide(amount, quantity, PRICE_DECIMALS);
}

function numberKey(invoiceNo: string): string {
  return invoiceNoKey('', 'invoice', invoiceNo);
}
