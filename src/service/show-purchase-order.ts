import { type Decimal, decimal, decimalText, sum } from '../domain/decimal.ts';
import type { LinkState, OrderLineSnapshot } from '../domain/decision.ts';
import type { DecimalText, PurchaseOrder, PurchaseOrderLine } from '../domain/documents.generated.ts';
import { orderLineUse } from '../rules/order-match/order-line-use.ts';
import { orderLineInForce } from '../rules/order-match/written-values.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';

/** A line of `show purchase-order`: as received, with what matches hold of it. */
export interface ShownOrderLine extends PurchaseOrderLine {
  /** What the order file says, where an invoice has written its values to the line (C028); price and discount above are those in force. */
  asReceived: Pick<PurchaseOrderLine, 'price' | 'discountPercent'> | null;
  /** The quantity that an invoice wrote as to be invoiced now; the ordered quantity stays. */
  quantityToInvoice: DecimalText | null;
  /** The invoice whose values are in force. */
  updatedBy: string | null;
  /** The price that deviations are measured against (order-match.md 5): the one that the first match saw. */
  originalPrice: DecimalText;
  /** Of the order file and of our matches together: what order match takes for invoiced (order-match.md 25). */
  invoicedQuantity: DecimalText;
  /** What the order file itself says. */
  invoicedByFile: DecimalText | null;
  /** By our matches: received, and waiting to be (less what pending credit notes give back). */
  receivedByMatch: DecimalText;
  reservedQuantity: DecimalText;
  /** Sums of what pending invoices suggest for the line. */
  suggestedQuantity: DecimalText;
  suggestedAmount: DecimalText;
  invoices: string[];
}

/** `show purchase-order` (contract 8). */
export interface ShownPurchaseOrder extends Omit<PurchaseOrder, 'lines'> {
  kind: 'purchase-order';
  key: string;
  file: string | null;
  lines: ShownOrderLine[];
  prepaymentBlocked: boolean;
  history: HistoryEntry[];
}

/** A purchase order as received, and per line what invoices have taken of it. */
export async function showPurchaseOrder(site: ReadableSite, key: string): Promise<ShownPurchaseOrder> {
  const stored = (await site.ledger.document('purchase-order', key)) ?? missing('purchase-order', key);
  const order = stored.content as PurchaseOrder;
  const links = await site.ledger.linksOfOrders([order.orderNo]);
  const snapshots = new Map((await site.ledger.orderLineSnapshots([order.orderNo])).map((one) => [one.lineNo, one]));
  return {
    ...order,
    kind: 'purchase-order',
    key: stored.key,
    file: stored.fileId,
    lines: order.lines.map((line) =>
      shownLine(
        line,
        order.asOf,
        links.filter((link) => link.orderLineNo === line.lineNo),
        snapshots.get(line.lineNo),
      ),
    ),
    prepaymentBlocked: order.prepayment === true,
    history: await historyOf(site.ledger, { kind: 'purchase-order', key }),
  };
}

function shownLine(
  line: PurchaseOrderLine,
  asOf: string | undefined,
  links: readonly LinkState[],
  snapshot: OrderLineSnapshot | undefined,
): ShownOrderLine {
  const { price, discountPercent, quantityToInvoice, writtenBy } = orderLineInForce(line, snapshot);
  const changed = price !== line.price || discountPercent !== (line.discountPercent ?? '0');
  const asReceived = {
    price: line.price,
    ...(line.discountPercent === undefined ? {} : { discountPercent: line.discountPercent }),
  };
  const use = orderLineUse(line, asOf, links);
  const pending = links.filter((link) => link.state === 'pending');
  return {
    ...line,
    price,
    ...(changed || line.discountPercent !== undefined ? { discountPercent } : {}),
    asReceived: changed || writtenBy !== null ? asReceived : null,
    quantityToInvoice,
    updatedBy: writtenBy,
    originalPrice: snapshot?.price ?? line.price,
    invoicedQuantity: decimalText(use.invoiced),
    invoicedByFile: line.invoicedQuantity ?? null,
    receivedByMatch: decimalText(quantityOf(links.filter((link) => link.state === 'received'))),
    reservedQuantity: decimalText(use.reserved.minus(use.reservedReturn)),
    suggestedQuantity: decimalText(quantityOf(pending)),
    suggestedAmount: decimalText(sum(pending.map((link) => signed(link, link.amount)))),
    invoices: [...new Set(links.map((link) => link.documentId))],
  };
}

function quantityOf(links: readonly LinkState[]): Decimal {
  return sum(links.map((link) => signed(link, link.quantity)));
}

/** Figures of a credit note are positive (contract 5), and take back what invoices took. */
function signed(link: LinkState, figure: DecimalText): Decimal {
  return link.kind === 'credit-note' ? decimal(figure).neg() : decimal(figure);
}
