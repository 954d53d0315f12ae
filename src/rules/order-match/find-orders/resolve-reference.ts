import type { Reason } from '../../../domain/decision.ts';
import type { PurchaseOrder } from '../../../domain/documents.generated.ts';
import type { OrderReference } from './order-reference.ts';

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
    const order = usableOf(part.candidates, known);
    if (order !== undefined) resolved.orders.push(order);
    else resolved.reasons.push(whyNot(part.written, part.candidates, known));
  }
  return resolved;
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
