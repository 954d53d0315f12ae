import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { orderOf, type ProcessingFacts } from './processing.ts';
import { isIncomplete, refusedWithoutOpenLines, resultLines } from './selected-lines.ts';
import { wrongOrder } from './wrong-order.ts';

/**
 * Is there nothing on the invoice but freight, fees and rounding for which lines are created? Then it is received as a
 * whole, without an order line: the created lines are what is received (C011, order-match.md 8).
 */
export function hasChargesAlone(result: OrderMatchResult): boolean {
  return resultLines(result).length === 0 && result.createdLines.length > 0 && !isIncomplete(result);
}

/** Refused where nothing is left that could be received, neither an order line nor created lines that stand alone. */
export function refusedWithoutReceivable(result: OrderMatchResult): Refusal | undefined {
  return hasChargesAlone(result) ? undefined : refusedWithoutOpenLines(result);
}

/** Refused where an order on which lines are created is none by now on which the invoice could be received. */
export function refusedForOrderOfCharges(facts: ProcessingFacts): Refusal | undefined {
  const { result } = facts.stored;
  for (const orderNo of new Set(result.createdLines.map((line) => line.orderNo))) {
    const wrong = wrongOrder(facts, orderNo);
    if (wrong !== undefined) return { refused: [wrong] };
    if (orderOf(facts, orderNo)?.cancelled === true) return refuse('ORDER_CANCELLED', { at: `order:${orderNo}` });
  }
  return undefined;
}
