import { decimal } from '../../domain/decimal.ts';
import type { Change, OrderLineSnapshot, Reason } from '../../domain/decision.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../../domain/documents.generated.ts';
import { isSamePrice, type PlacedSnapshot, snapshotOf } from '../order-match/order-line-snapshot.ts';
import { isWritten, valuesInForce } from '../order-match/written-values.ts';

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
      {
        change: 'put-order-line-snapshot',
        orderNo: order.orderNo,
        lineNo: line.lineNo,
        snapshot: renewed(line, former),
      },
    ];
  });
}

/** The buyer's own price; what invoices wrote before is not in force any more, and still no price of the buyer's. */
function renewed(line: PurchaseOrderLine, { written }: OrderLineSnapshot): OrderLineSnapshot {
  if (written === undefined) return snapshotOf(line);
  return { ...snapshotOf(line), written: written.map((values) => ({ ...values, withdrawn: true })) };
}

/** Values of invoices that a new order file puts out of force: they are replaced by the buyer's own, and it is said. */
export function replacedValues(order: PurchaseOrder, snapshots: readonly PlacedSnapshot[]): Reason[] {
  const lines = new Map(order.lines.map((line) => [line.lineNo, line]));
  return snapshots.flatMap((snapshot): Reason[] => {
    const [line, values] = [lines.get(snapshot.lineNo), valuesInForce(snapshot)];
    if (line === undefined || values === undefined || isKnownPrice(line, snapshot)) return [];
    if (decimal(values.price).eq(decimal(snapshot.price))) return []; // it was the buyer's price all along
    const at = `${order.orderNo}/${snapshot.lineNo}`;
    return [{ code: 'UPDATED_VALUE_REPLACED', at, expected: values.price, actual: line.price }];
  });
}

function isKnownPrice(line: PurchaseOrderLine, former: OrderLineSnapshot): boolean {
  return isWritten(line.price, former) || isSamePrice(line, former);
}
