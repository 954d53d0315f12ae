import { currencyDecimals } from '../../domain/currency.table.ts';
import { type Decimal, decimal, decimalText, equal, max, min, sum, ZERO } from '../../domain/decimal.ts';
import type {
  OrderLineComparison,
  PurchaseOrder,
  PurchaseOrderLine,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { LinkState, OrderLineSnapshot } from '../../domain/decision.ts';
import { orderLineUse } from './order-line-use.ts';
import { orderNetPrice } from './order-net-price.ts';
import type { OrderMatchFacts } from './order-match-facts.ts';
import { linksByOrderLine, orderLineKey } from './orders-with-room.ts';
import { isSamePrice, snapshotOf } from './order-line-snapshot.ts';
import { type InvoicedBefore, invoicedPrice } from './referred-lines.ts';

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
  /**
   * What deviations are measured against: the price that the first match saw, less discount (order-match.md 5); for a
   * credit note the price at which the invoice that it refers to invoiced the line (scenario N03).
   */
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
  /** Invoiced before by others, as far as it may be credited. */
  invoicedToCredit: Decimal;
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

/** What a document is, and what the invoices that it refers to invoiced. */
interface Reference {
  kind: SupplierInvoice['kind'];
  /** What was received of the document itself is its own room. */
  documentId: string;
  referred: ReadonlyMap<string, InvoicedBefore>;
}

/**
 * The lines of the orders, in natural order of order number and line number. Links that do not count are left out by the
 * caller. No more is returned to a line than the invoices that are referred to invoiced there, as long as they say.
 */
export function orderLineStates(
  orders: readonly PurchaseOrder[],
  facts: OrderMatchFacts,
  links: readonly LinkState[],
  { kind, referred, documentId }: Reference,
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
        const ofLine = used.get(key) ?? [];
        const use = orderLineUse(line, order.asOf, ofLine);
        const own = ownUse(ofLine, documentId);
        const snapshot = snapshots.get(key);
        const before = referred.get(key);
        const ordered = orderNetPrice(snapshot ?? line);
        const netPrice =
          kind === 'credit-note' && before !== undefined
            ? invoicedPrice(before, ordered, currencyDecimals(order.currency))
            : ordered;
        const open = max(decimal(line.quantity).minus(use.invoiced).minus(use.reserved).plus(own), ZERO);
        const creditable = max(use.creditable.minus(use.reservedReturn).minus(own), ZERO);
        return {
          key,
          order,
          line,
          unit: line.unit ?? units.get(line.productNo),
          netPrice,
          netPriceText: decimalText(netPrice),
          priceBasis: equal(netPrice, ordered)
            ? priceBasis(line, snapshot)
            : { price: decimalText(netPrice), priceFrom: 'preceding-invoice' },
          hasSnapshot: snapshot !== undefined,
          open,
          creditable,
          invoiced: use.invoiced.minus(own),
          invoicedToCredit: use.creditable.minus(own),
          reserved: use.reserved,
          reservedReturn: use.reservedReturn,
          takeLeft: open,
          returnLeft: before === undefined ? creditable : min(creditable, before.quantity),
          lastReceivedAt: use.lastReceivedAt,
          booking: `${line.account ?? ''}|${line.project ?? ''}`,
        };
      }),
  );
}

/** The price that deviations are measured against: the first match's where the order says another one by now (order-match.md 5). */
function priceBasis(line: PurchaseOrderLine, snapshot: OrderLineSnapshot | undefined): OrderLineState['priceBasis'] {
  const of = snapshotOf(snapshot ?? line);
  const isOlder = snapshot !== undefined && !isSamePrice(snapshot, line);
  return isOlder ? { ...of, priceFrom: 'first-match' } : of;
}

/** What was received of the document itself, less what it gave back: counted as invoiced, and yet room for its own links. */
function ownUse(links: readonly LinkState[], documentId: string): Decimal {
  const own = links.filter((link) => link.documentId === documentId && link.state === 'received');
  return own.length === 0
    ? ZERO
    : sum(own.map(({ kind, quantity }) => (kind === 'credit-note' ? decimal(quantity).neg() : decimal(quantity))));
}

/** Order number, then line number: the tie-break of every tier (order-match.md 12). */
export function compareOrderLines(a: OrderLineState, b: OrderLineState): number {
  return a.order === b.order ? a.line.lineNo - b.line.lineNo : compareNaturally(a.order.orderNo, b.order.orderNo);
}
