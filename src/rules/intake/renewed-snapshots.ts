import { decimal } from '../../domain/decimal.ts';
import type { Change, OrderLineSnapshot } from '../../domain/decision.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../../domain/documents.generated.ts';

/** The snapshot of an order line, with its place: as the ledger gives it. */
export type PlacedSnapshot = { orderNo: string; lineNo: number } & OrderLineSnapshot;

/**
 * The snapshots that a new order file renews (order-match.md 5). The first match of a line keeps its price, so that
 * updating the order with invoice values cannot launder a deviation: a file that brings back the price we wrote
 * changes nothing. A price that is neither the snapshot's nor ours is the buyer's own correction, and counts.
 * Lines without a snapshot have not been matched yet: their price is the order's own, whatever it is by then.
 */
export function renewedSnapshots(order: PurchaseOrder, snapshots: readonly PlacedSnapshot[]): Change[] {
  const byLine = new Map(snapshots.map((snapshot) => [snapshot.lineNo, snapshot]));
  return order.lines.flatMap((line): Change[] => {
    const former = byLine.get(line.lineNo);
    if (former === undefined || isKnownPrice(line, former)) return [];
    return [
      { change: 'put-order-line-snapshot', orderNo: order.orderNo, lineNo: line.lineNo, snapshot: snapshotOf(line) },
    ];
  });
}

/** A line's price as the first match keeps it. */
export function snapshotOf(line: Pick<PurchaseOrderLine, 'price' | 'discountPercent'>): OrderLineSnapshot {
  return {
    price: line.price,
    ...(line.discountPercent === undefined ? {} : { discountPercent: line.discountPercent }),
  };
}

function isKnownPrice(line: PurchaseOrderLine, former: OrderLineSnapshot): boolean {
  const price = decimal(line.price);
  if (former.writtenPrice !== undefined && price.eq(decimal(former.writtenPrice))) return true;
  return (
    price.eq(decimal(former.price)) && decimal(line.discountPercent ?? '0').eq(decimal(former.discountPercent ?? '0'))
  );
}
