import { type Decimal, decimal, decimalText, sum } from '../domain/decimal.ts';
import type { LinkState } from '../domain/decision.ts';
import type { DecimalText, PurchaseOrder, PurchaseOrderLine } from '../domain/documents.generated.ts';
import { orderLineUse } from '../rules/order-match/order-line-use.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';

/** A line of `show purchase-order`: as received, with what matches hold of it. */
export interface ShownOrderLine extends PurchaseOrderLine {
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
      ),
    ),
    prepaymentBlocked: order.prepayment === true,
    history: await historyOf(site.ledger, { kind: 'purchase-order', key }),
  };
}

function shownLine(line: PurchaseOrderLine, asOf: string | undefined, links: readonly LinkState[]): ShownOrderLine {
  const use = orderLineUse(line, asOf, links);
  const pending = links.filter((link) => link.state === 'pending');
  return {
    ...line,
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
