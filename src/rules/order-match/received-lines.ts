import type { Reason } from '../../domain/decision.ts';
import type { Receipt } from '../../domain/documents.generated.ts';
import { decimalText } from '../../domain/decimal.ts';
import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';
import { amountText } from './amount-text.ts';
import type { OrderLineFigures } from './order-line-figures.ts';
import type { OrderMatchContext, OrderMatchRuleSettings } from './order-match-facts.ts';
import { statusOf } from './order-match-status.ts';

/** Reasons that hold their own order or order line only; every other one holds the document. */
const OF_ONE_LINE: ReadonlySet<ReasonCode> = new Set([
  'OUTSIDE_TOLERANCE',
  'OVER_QUANTITY_OUTSIDE',
  'PREPAYMENT_BLOCKED',
  'NOT_RECEIVED',
]);

/**
 * The order lines that are received now (C058-C062, order-match.md 14). Everything, when nothing speaks against the
 * document (status 1). Some of them only where partial receipt is allowed and what speaks against it concerns single
 * lines or orders: those stay, the others are received. In all other cases nothing: receipt fails closed.
 */
export function receivedLines(
  figures: readonly OrderLineFigures[],
  reasons: readonly Reason[],
  settings: OrderMatchRuleSettings,
): ReadonlySet<OrderLineFigures> {
  const { automaticReceipt, noPartialReceipt } = settings.company.orderProcessing;
  if (!automaticReceipt) return new Set();
  if (statusOf(reasons) === 1) return new Set(figures);
  const holding = reasons.filter(({ code }) => REASONS[code].status !== null);
  if (noPartialReceipt || !holding.every(({ code }) => OF_ONE_LINE.has(code))) return new Set();
  const held = new Set(holding.map(({ at }) => at));
  return new Set(figures.filter(({ state }) => !held.has(state.key) && !held.has(`order:${state.order.orderNo}`)));
}

/**
 * The receipt as it is written: once for a document, since whatever was received is never decided again. One of charges
 * alone, for which only lines are created, has no product transactions.
 */
export function receiptOf(
  received: ReadonlySet<OrderLineFigures>,
  chargesAlone: boolean,
  context: OrderMatchContext,
  decimals: number,
): Receipt | null {
  if (received.size === 0 && !chargesAlone) return null;
  return {
    receiptId: `${context.documentId}-1`,
    date: context.today,
    productTransactions: [...received].map(({ state, quantity, amount }) => ({
      orderNo: state.order.orderNo,
      orderLineNo: state.line.lineNo,
      productNo: state.line.productNo,
      quantity: decimalText(quantity),
      amount: amountText(amount, decimals),
      accountingDocumentNo: context.accountingDocumentNo,
    })),
  };
}
