import type { Reason } from '../../../domain/decision.ts';
import type { PurchaseOrder } from '../../../domain/documents.generated.ts';
import type { OrderReference, ReferencePart } from './order-reference.ts';

/** The orders of our books that may be meant, by number, and whose invoice it is. */
export interface KnownOrders {
  byNumber: ReadonlyMap<string, PurchaseOrder>;
  supplierNo: string;
}

/** What became of a reference: the orders that it names, and why a part names none. */
export interface ResolvedReference {
  orders: PurchaseOrder[];
  reasons: Reason[];
}

/** Is this an order of the supplier that can be invoiced? Always the same supplier, never a cancelled one. */
export function isUsable(order: PurchaseOrder | undefined, supplierNo: string): order is PurchaseOrder {
  return order !== undefined && order.supplierNo === supplierNo && order.cancelled !== true;
}

/** Finds the orders of a reference: the whole text first, then each of its parts. A part without an order calls for status 3. */
export function resolveReference(reference: OrderReference, known: KnownOrders): ResolvedReference {
  const whole = usableOf(reference.whole, known);
  if (whole !== undefined) return { orders: [whole], reasons: [] };
  const resolved: ResolvedReference = { orders: [], reasons: [] };
  for (const part of reference.parts) {
    const orders = ordersOfPart(part, known);
    if (orders.length > 0) resolved.orders.push(...orders);
    else resolved.reasons.push(whyNot(part.written, part.candidates, known));
  }
  return resolved;
}

/**
 * The orders of a part: the one that its whole text is, else all whose numbers stand in it ("1001 og 1002", "1001/1002")
 * and are about as long, for a line or a week behind an order number is no other order; else what any reading finds.
 */
function ordersOfPart(part: ReferencePart, known: KnownOrders): PurchaseOrder[] {
  const whole = usableOf(part.whole, known);
  if (whole !== undefined) return [whole];
  const ofWords = part.words.flatMap((readings) => usableOf(readings, known) ?? []);
  const ofPieces = part.pieces.flatMap((readings) => usableOf(readings, known) ?? []);
  const several = ofPieces.length === part.pieces.length ? [...ofWords, ...ofPieces] : ofWords;
  const likeliest = several[0] ?? usableOf(part.candidates, known);
  if (likeliest === undefined) return [];
  return several.length > 1 ? several.filter((order) => isAsLong(order, likeliest)) : [likeliest];
}

function isAsLong(one: PurchaseOrder, other: PurchaseOrder): boolean {
  return Math.abs(one.orderNo.length - other.orderNo.length) <= 1;
}

/** The reason why none of the numbers is usable: the nearest miss is the most useful thing to say. */
export function whyNot(written: string, candidates: readonly string[], known: KnownOrders): Reason {
  const existing = candidates.map((number) => known.byNumber.get(number)).filter((order) => order !== undefined);
  const cancelled = existing.find((order) => order.supplierNo === known.supplierNo);
  if (cancelled !== undefined) return { code: 'ORDER_CANCELLED', at: `order:${cancelled.orderNo}` };
  const [foreign] = existing;
  if (foreign === undefined) return { code: 'ORDER_NOT_FOUND', at: `order:${written}` };
  return {
    code: 'SUPPLIER_MISMATCH',
    at: `order:${foreign.orderNo}`,
    expected: foreign.supplierNo,
    actual: known.supplierNo,
  };
}

function usableOf(numbers: readonly string[], known: KnownOrders): PurchaseOrder | undefined {
  return numbers.map((number) => known.byNumber.get(number)).find((order) => isUsable(order, known.supplierNo));
}
