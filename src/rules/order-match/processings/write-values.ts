import type { Change, OrderLineSnapshot, Reason, WrittenValues } from '../../../domain/decision.ts';
import type { OrderMatchOrderLine, PurchaseOrderLine } from '../../../domain/documents.generated.ts';
import { type PlacedSnapshot, snapshotOf } from '../order-line-snapshot.ts';
import { withoutValues, withValues } from '../written-values.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { orderOf, type Processing, type ProcessingFacts } from './processing.ts';
import type { ResultLine } from './selected-lines.ts';
import { wrongOrder } from './wrong-order.ts';

/**
 * The suggested values of some order lines written to the order (C028): price, discount and the quantity to be invoiced
 * now, beside what the buyer's file says. The ordered quantity is left alone: after a part delivery the rest is still
 * to come. The price that the first match saw stays what deviations are measured against (order-match.md 5). A credit
 * note writes what it credits alone: its price is no purchase price.
 */
export function writeValues({ facts, context, request }: Processing, lines: readonly ResultLine[]): Change[] | Refusal {
  const isCreditNote = facts.stored.invoice.kind === 'credit-note';
  const changes: Change[] = [];
  for (const { key, orderNo, line } of lines) {
    const ordered = sameLine(facts, orderNo, line);
    if ('refused' in ordered) return ordered;
    const snapshot = snapshotAt(facts, key) ?? snapshotOf(ordered);
    const values: WrittenValues = {
      documentId: facts.stored.result.documentId,
      at: context.now,
      ...(isCreditNote ? {} : { price: line.suggestedPrice, discountPercent: line.suggestedDiscountPercent }),
      quantity: line.suggestedQuantity,
      ...(request.action === 'receive' ? { received: true } : {}),
      before: { price: ordered.price, discountPercent: ordered.discountPercent ?? '0', quantity: ordered.quantity },
    };
    changes.push({
      change: 'put-order-line-snapshot',
      orderNo,
      lineNo: line.lineNo,
      snapshot: withValues(snapshot, values),
    });
  }
  return changes;
}

/** The values of an invoice withdrawn from every order line but these. */
export function withdrawValues(facts: ProcessingFacts, documentId: string, but: ReadonlySet<string>): Change[] {
  return facts.orderMatch.snapshots.flatMap((placed): Change[] => {
    const { orderNo, lineNo } = placed;
    if (but.has(orderLineKey(orderNo, lineNo))) return [];
    const snapshot = withoutValues(plainSnapshot(placed), documentId);
    return snapshot === undefined ? [] : [{ change: 'put-order-line-snapshot', orderNo, lineNo, snapshot }];
  });
}

/** What the first match of an order line saw, and what was written to it. */
function snapshotAt(facts: ProcessingFacts, key: string): OrderLineSnapshot | undefined {
  const placed = facts.orderMatch.snapshots.find((one) => orderLineKey(one.orderNo, one.lineNo) === key);
  return placed === undefined ? undefined : plainSnapshot(placed);
}

function plainSnapshot({ orderNo: _, lineNo: __, ...snapshot }: PlacedSnapshot): OrderLineSnapshot {
  return snapshot;
}

/**
 * The order line of a result as the order has it today. Refused where it has become one that the invoice was not matched
 * to: of another supplier, in another currency, of another product.
 */
function sameLine(
  facts: ProcessingFacts,
  orderNo: string,
  { lineNo, productNo }: OrderMatchOrderLine,
): PurchaseOrderLine | Refusal {
  const at = orderLineKey(orderNo, lineNo);
  const replaced: Reason = { code: 'ORDER_LINE_REPLACED', at };
  const wrong = wrongOrder(facts, orderNo);
  if (wrong !== undefined) return { refused: [wrong, replaced] };
  const ordered = orderedLine(facts, orderNo, lineNo);
  if ('refused' in ordered || ordered.productNo === productNo) return ordered;
  return { refused: [{ code: 'PRODUCT_NOT_ON_ORDER', at, actual: productNo }, replaced] };
}

/** The order line as the order has it today; refused where the order is gone, cancelled, or has no such line any more. */
export function orderedLine(facts: ProcessingFacts, orderNo: string, lineNo: number): PurchaseOrderLine | Refusal {
  const order = orderOf(facts, orderNo);
  if (order === undefined) return refuse('ORDER_NOT_FOUND', { at: `order:${orderNo}` });
  if (order.cancelled === true) return refuse('ORDER_CANCELLED', { at: `order:${orderNo}` });
  const line = order.lines.find((one) => one.lineNo === lineNo);
  return line ?? refuse('LINE_NOT_FOUND', { actual: orderLineKey(orderNo, lineNo) });
}
