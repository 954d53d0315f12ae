import { decimal, equal } from '../../domain/decimal.ts';
import type { OrderLineSnapshot } from '../../domain/decision.ts';
import type { PurchaseOrderLine } from '../../domain/documents.generated.ts';

/** The snapshot of an order line, with its place: as the ledger gives it. */
export type PlacedSnapshot = { orderNo: string; lineNo: number } & OrderLineSnapshot;

type Price = Pick<PurchaseOrderLine, 'price' | 'discountPercent'>;

/** A line's price as the first match keeps it (order-match.md 5). */
export function snapshotOf(line: Price): OrderLineSnapshot {
  return {
    price: line.price,
    ...(line.discountPercent === undefined ? {} : { discountPercent: line.discountPercent }),
  };
}

/** The same price and discount, however they are written: 100.00 and 100.0, a discount of 0 and none. */
export function isSamePrice(one: Price, other: Price): boolean {
  return isEqual(one.price, other.price) && isEqual(one.discountPercent ?? '0', other.discountPercent ?? '0');
}

function isEqual(one: string, other: string): boolean {
  return one === other || equal(decimal(one), decimal(other));
}
