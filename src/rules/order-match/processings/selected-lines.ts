import { decimalOrUndefined, equal, sum, ZERO } from '../../../domain/decimal.ts';
import { ORDER_MATCH_STATUSES } from '../../../domain/order-match-status.table.ts';
import type { OrderMatchOrderLine, OrderMatchResult } from '../../../domain/documents.generated.ts';
import { statusOf } from '../order-match-status.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';

/** An order line of a result, with its order. */
export interface ResultLine {
  key: string;
  orderNo: string;
  line: OrderMatchOrderLine;
}

/** All order lines of a result, in its order. */
export function resultLines(result: OrderMatchResult): ResultLine[] {
  return result.orders.flatMap(({ orderNo, lines }) =>
    lines.map((line) => ({ key: orderLineKey(orderNo, line.lineNo), orderNo, line })),
  );
}

/**
 * Has it something that is not linked to any order line yet, so that it is not received as a whole (order-match.md 16)?
 * That is so too where one of its orders is a gross order, on which nothing is suggested, and the others do not have all
 * of its net (order-match.md 7).
 */
export function isIncomplete(result: OrderMatchResult): boolean {
  return !ORDER_MATCH_STATUSES[statusOf(result.reasons)].isMatched || hasGrossRest(result);
}

function hasGrossRest({ reasons, orders, supplierInvoice }: OrderMatchResult): boolean {
  if (!reasons.some(({ code }) => code === 'GROSS_ORDER')) return false;
  const net = decimalOrUndefined(supplierInvoice.totals?.net);
  const onOrders = sum(
    orders.map(({ suggestedNetTotal }) => decimalOrUndefined(suggestedNetTotal ?? undefined) ?? ZERO),
  );
  return net === undefined || !equal(net, onOrders);
}

/**
 * The order lines that an action is for: those that were asked for as `ORDERNO/LINENO`, or every one that is not
 * received yet. Refused where a line is not linked, was received, or nothing is left: of a document that is not complete
 * the rest has to be linked first.
 */
export function selectedLines(result: OrderMatchResult, asked: readonly string[]): ResultLine[] | Refusal {
  const all = resultLines(result);
  if (all.length === 0) return refuse('NOTHING_LINKED');
  if (asked.length === 0) return refusedWithoutOpenLines(result) ?? all.filter(({ line }) => !line.received);
  const selected = new Map<string, ResultLine>();
  for (const text of asked) {
    const found = all.find(({ key }) => key === text.trim());
    if (found === undefined)
      return refuse('LINE_NOT_FOUND', { actual: text, expected: all.map(({ key }) => key).join(', ') });
    if (found.line.received) return refuse('ALREADY_RECEIVED', { at: found.key });
    selected.set(found.key, found);
  }
  return all.filter(({ key }) => selected.has(key));
}

/** Refused where nothing is linked, or all that is linked was received; of a document that is not complete the rest has to be linked first. */
export function refusedWithoutOpenLines(result: OrderMatchResult): Refusal | undefined {
  const all = resultLines(result);
  if (all.length === 0) return refuse('NOTHING_LINKED');
  if (all.some(({ line }) => !line.received)) return undefined;
  return refuse(isIncomplete(result) ? 'NOT_ALL_LINKED' : 'ALREADY_RECEIVED');
}

/** The result with some of its order lines changed. */
export function withLines(
  result: OrderMatchResult,
  change: (line: OrderMatchOrderLine, key: string) => OrderMatchOrderLine,
): OrderMatchResult {
  return {
    ...result,
    orders: result.orders.map((order) => ({
      ...order,
      lines: order.lines.map((line) => change(line, orderLineKey(order.orderNo, line.lineNo))),
    })),
  };
}
