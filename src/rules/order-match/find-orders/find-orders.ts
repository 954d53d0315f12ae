import type { Reason } from '../../../domain/decision.ts';
import type { PurchaseOrder, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { compareNaturally } from '../../../domain/natural-order.ts';
import type { OrderMatchSettings } from '../../../domain/settings.generated.ts';
import { invoiceNoKey } from '../../identity/invoice-no.ts';
import { type LineInHand, type LinesInHand, ordersInHand } from '../by-hand.ts';
import type { OrderMatchFacts } from '../order-match-facts.ts';
import { ordersOfText } from './orders-of-text.ts';
import { type OrderCandidates, orderNosToLookUp } from './order-candidates.ts';
import { isUsable, type KnownOrders, type ResolvedReference, resolveReference, whyNot } from './resolve-reference.ts';

/** The orders that an invoice speaks of, line by line. */
export interface OrdersFound {
  /** All of them, in natural order of their numbers. */
  orders: readonly PurchaseOrder[];
  /** For each invoice line the orders among which its order line is looked for. */
  scopes: readonly (readonly PurchaseOrder[])[];
  reasons: Reason[];
  /** Numbers whose order may still come, or change: the invoice is decided again when one does. */
  waitsFor: string[];
}

/**
 * Finds the orders (order-match.md 11): the line's own reference, then the header's, then for a credit note those of
 * the invoice that it refers to, then a word of the text. No order number anywhere is 7; one that is unknown,
 * of another supplier or cancelled is 3.
 */
export function findOrders(
  invoice: SupplierInvoice,
  candidates: OrderCandidates,
  facts: OrderMatchFacts,
  supplierNo: string,
  settings: OrderMatchSettings,
  inHand: LinesInHand,
): OrdersFound {
  const known: KnownOrders = { byNumber: new Map(facts.orders.map((order) => [order.orderNo, order])), supplierNo };
  const own = candidates.lines.map(
    (stated, index) => ordersByHand(inHand.get(invoice.lines[index]?.id ?? ''), known) ?? ownOrders(stated, known),
  );
  const common = commonOrders(invoice, candidates, own, facts, known, settings);
  const commonScope = byNumber(common.orders);
  const scopes = own.map((resolved) => (resolved === undefined ? commonScope : byNumber(resolved.orders)));
  const reasons = [...own.flatMap((resolved) => resolved?.reasons ?? []), ...common.reasons];
  const orders = byNumber([...own.flatMap((resolved) => resolved?.orders ?? []), ...commonScope]);
  const missing = reasons.some(({ code }) => code !== 'ORDER_FROM_TEXT');
  return { orders, scopes, reasons, waitsFor: missing ? orderNosToLookUp(candidates).slice(0, MAX_WAITS) : [] };
}

/** A limit on the look-up values of one waiting invoice. */
const MAX_WAITS = 200;

/** The orders of a line whose order line is settled by hand or by a receipt. */
function ordersByHand(line: LineInHand | undefined, known: KnownOrders): ResolvedReference | undefined {
  const numbers = ordersInHand(line);
  if (numbers === undefined) return undefined;
  const orders = numbers.map((number) => known.byNumber.get(number)).filter((one) => isUsable(one, known.supplierNo));
  const missing = numbers.filter((number) => !orders.some((order) => order.orderNo === number));
  return { orders, reasons: missing.map((number) => whyNot(number, [number], known)) };
}

/** What the line itself says; undefined where it says nothing about its order. */
function ownOrders(stated: OrderCandidates['lines'][number], known: KnownOrders): ResolvedReference | undefined {
  if (stated.order !== undefined) return resolveReference(stated.order, known);
  const prefix = stated.line?.prefix;
  if (prefix === undefined) return undefined;
  const order = known.byNumber.get(prefix.orderNo);
  if (isUsable(order, known.supplierNo)) return { orders: [order], reasons: [] };
  return prefix.agreed ? { orders: [], reasons: [whyNot(prefix.orderNo, [prefix.orderNo], known)] } : undefined;
}

/** The orders of the lines that say nothing themselves. */
function commonOrders(
  invoice: SupplierInvoice,
  candidates: OrderCandidates,
  own: readonly (ResolvedReference | undefined)[],
  facts: OrderMatchFacts,
  known: KnownOrders,
  settings: OrderMatchSettings,
): ResolvedReference {
  const needed = own.includes(undefined) || own.length === 0;
  if (candidates.header !== undefined) return needed ? resolveReference(candidates.header, known) : NOTHING;
  if (!needed) return NOTHING;
  const ofOthers = own.flatMap((resolved) => resolved?.orders ?? []);
  if (ofOthers.length > 0 || candidates.stated) return { orders: ofOthers, reasons: [] };
  const preceding = precedingOrders(invoice, facts, known);
  if (preceding.length > 0) return { orders: preceding, reasons: [] };
  const ofText = ordersOfText(invoice, candidates.text, facts, known, settings.orderFromText);
  return ofText ?? { orders: [], reasons: [{ code: 'MISSING_VALUE', at: 'order-number' }] };
}

const NOTHING: ResolvedReference = { orders: [], reasons: [] };

/** A credit note without an order number takes the order of the invoice that it refers to. */
function precedingOrders(invoice: SupplierInvoice, facts: OrderMatchFacts, known: KnownOrders): PurchaseOrder[] {
  if (invoice.kind !== 'credit-note') return [];
  const keyOf = (number: string) => invoiceNoKey(known.supplierNo, 'invoice', number);
  const referred = new Set(invoice.precedingInvoices.map(({ id }) => keyOf(id)));
  const numbers = facts.earlier
    .filter((one) => one.kind === 'invoice' && referred.has(keyOf(one.invoiceNo)))
    .flatMap((one) => one.orderNos);
  return numbers.map((number) => known.byNumber.get(number)).filter((order) => isUsable(order, known.supplierNo));
}

function byNumber(orders: readonly PurchaseOrder[]): PurchaseOrder[] {
  return orders.length <= 1 ? [...orders] : [...new Set(orders)].sort((a, b) => compareNaturally(a.orderNo, b.orderNo));
}
