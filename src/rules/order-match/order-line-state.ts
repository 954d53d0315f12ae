import { type Decimal, decimal, decimalText, max, ZERO } from '../../domain/decimal.ts';
import type { OrderLineComparison, PurchaseOrder, PurchaseOrderLine } from '../../domain/documents.generated.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { LinkState, OrderLineSnapshot } from '../../domain/decision.ts';
import { orderLineUse } from './order-line-use.ts';
import { orderNetPrice } from './order-net-price.ts';
import type { OrderMatchFacts } from './order-match-facts.ts';
import { linksByOrderLine, orderLineKey } from './orders-with-room.ts';
import { snapshotOf } from '../intake/renewed-snapshots.ts';

/**
 * An order line while lines are assigned to it. `takeLeft` and `returnLeft` are the only things that change: each
 * part that is linked uses up the room it needs, what goes beyond is overflow. All quantities are in the order
 * line's unit.
 */
export interface OrderLineState {
  /** "1001/1" */
  key: string;
  order: PurchaseOrder;
  line: PurchaseOrderLine;
  /** Its unit, or its product's; undefined where nobody says. */
  unit: string | undefined;
  /** What deviations are measured against: the price that the first match saw, less discount (order-match.md 5). */
  netPrice: Decimal;
  /** The same as text: equal prices have equal texts. */
  netPriceText: string;
  /** Where the net price comes from, as written. */
  priceBasis: Pick<OrderLineComparison, 'price' | 'discountPercent' | 'priceFrom'>;
  /** Has a match seen this line before? Then its snapshot is kept. */
  hasSnapshot: boolean;
  /** Ordered - invoiced - reserved, never below zero (order-match.md 3). */
  open: Decimal;
  /** What can be credited: invoiced less what pending credits reserve, never below zero (order-match.md 17). */
  creditable: Decimal;
  invoiced: Decimal;
  /** Reserved by pending invoices, and by pending credit notes. */
  reserved: Decimal;
  reservedReturn: Decimal;
  takeLeft: Decimal;
  returnLeft: Decimal;
  lastReceivedAt: string | undefined;
  /** Account and project, as one text: lines that differ here are not interchangeable. */
  booking: string;
}

/** The lines of the orders, in natural order of order number and line number. Links that do not count are left out by the caller. */
export function orderLineStates(
  orders: readonly PurchaseOrder[],
  facts: OrderMatchFacts,
  links: readonly LinkState[],
): OrderLineState[] {
  const used = linksByOrderLine(links);
  const snapshots = new Map(
    facts.snapshots.map((snapshot) => [orderLineKey(snapshot.orderNo, snapshot.lineNo), snapshot]),
  );
  const units = new Map(facts.products.map((product) => [product.productNo, product.unit]));
  return orders.flatMap((order) =>
    [...order.lines]
      .sort((a, b) => a.lineNo - b.lineNo)
      .map((line) => {
        const key = orderLineKey(order.orderNo, line.lineNo);
        const use = orderLineUse(line, order.asOf, used.get(key) ?? []);
        const snapshot = snapshots.get(key);
        const netPrice = orderNetPrice(snapshot ?? line);
        const open = max(decimal(line.quantity).minus(use.invoiced).minus(use.reserved), ZERO);
        const creditable = max(use.invoiced.minus(use.reservedReturn), ZERO);
        return {
          key,
          order,
          line,
          unit: line.unit ?? units.get(line.productNo),
          netPrice,
          netPriceText: decimalText(netPrice),
          priceBasis: priceBasis(line, snapshot),
          hasSnapshot: snapshot !== undefined,
          open,
          creditable,
          invoiced: use.invoiced,
          reserved: use.reserved,
          reservedReturn: use.reservedReturn,
          takeLeft: open,
          returnLeft: creditable,
          lastReceivedAt: use.lastReceivedAt,
          booking: `${line.account ?? ''}|${line.project ?? ''}`,
        };
      }),
  );
}

/** The price that deviations are measured against: the first match's where the order says another one by now (order-match.md 5). */
function priceBasis(line: PurchaseOrderLine, snapshot: OrderLineSnapshot | undefined): OrderLineState['priceBasis'] {
  const of = snapshotOf(snapshot ?? line);
  const isOlder =
    snapshot !== undefined && (snapshot.price !== line.price || snapshot.discountPercent !== line.discountPercent);
  return isOlder ? { ...of, priceFrom: 'first-match' } : of;
}

/** Order number, then line number: the tie-break of every tier (order-match.md 12). */
export function compareOrderLines(a: OrderLineState, b: OrderLineState): number {
  return a.order === b.order ? a.line.lineNo - b.line.lineNo : compareNaturally(a.order.orderNo, b.order.orderNo);
}
