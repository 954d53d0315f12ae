import {
  compare,
  type Decimal,
  decimal,
  decimalText,
  divide,
  equal,
  HUNDRED,
  isZero,
  max,
  min,
  round,
  roundedText,
  sum,
  ZERO,
} from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { OrderMatchOrderLine } from '../../domain/documents.generated.ts';
import { amountText } from './amount-text.ts';
import type { LinkedPart } from './linked-part.ts';
import { type ComparedQuantities, orderLineComparison } from './order-line-comparison.ts';
import { compareOrderLines, type OrderLineState } from './order-line-state.ts';
import { counts, judge, type Tolerance } from './tolerance.ts';

/** An order line with what the invoice suggests for it, and the verdict. */
export interface OrderLineFigures {
  state: OrderLineState;
  parts: readonly LinkedPart[];
  quantity: Decimal;
  /** Taken beyond what is open, or returned beyond what was invoiced. */
  overQuantity: Reason | undefined;
  /** How much that is, in the order line's unit; zero where nothing is too much. */
  excess: Decimal;
  amount: Decimal;
  discount: Decimal;
  vat: Decimal;
  expected: Decimal;
  deviation: Decimal;
  /** Quantities that the expected amount comes from, and what would have been inside. */
  compared: ComparedQuantities;
  allowed: Decimal;
  inside: boolean;
  outsideTolerance: Reason | undefined;
}

/** What deviations are judged by. */
export interface DeviationRule {
  tolerance: Tolerance;
  direction: 'both' | 'over';
  kind: 'invoice' | 'credit-note';
  /** Of the currency. */
  decimals: number;
}

/** The figures of every order line that something is linked to, in natural order. Evaluated per order line: deviations never net out (order-match.md 3 and 4). */
export function orderLineFigures(parts: readonly LinkedPart[], rule: DeviationRule): OrderLineFigures[] {
  const byLine = Map.groupBy(parts, (part) => part.line);
  return [...byLine].sort(([a], [b]) => compareOrderLines(a, b)).map(([state, own]) => figuresOf(state, own, rule));
}

function figuresOf(state: OrderLineState, parts: readonly LinkedPart[], rule: DeviationRule): OrderLineFigures {
  const taken = sum(parts.filter(({ direction }) => direction === 'take').map(({ quantity }) => quantity.abs()));
  const returned = sum(parts.filter(({ direction }) => direction === 'return').map(({ quantity }) => quantity.abs()));
  const creditable = state.creditable.plus(taken);
  const effective = min(taken, state.open).minus(min(returned, creditable));
  const compared = rule.kind === 'credit-note' ? effective.neg() : effective;
  const expected = round(state.netPrice.times(compared), rule.decimals);
  const amount = sum(parts.map((part) => part.amount));
  const deviation = amount.minus(expected);
  const verdict = judge(deviation, amount, rule.tolerance);
  const inside = verdict.inside || !counts(deviation, rule.direction, rule.kind);
  return {
    state,
    parts,
    quantity: sum(parts.map((part) => part.quantity)),
    overQuantity: overQuantity(state, taken, state.open) ?? overQuantity(state, returned, creditable),
    excess: max(taken.minus(state.open), ZERO).plus(max(returned.minus(creditable), ZERO)),
    amount,
    discount: sum(parts.map((part) => part.discount)),
    vat: sum(parts.map((part) => part.vat)),
    expected,
    deviation,
    compared: { taken, returned, returnable: creditable, compared },
    allowed: verdict.allowed,
    inside,
    outsideTolerance: inside
      ? undefined
      : {
          code: 'OUTSIDE_TOLERANCE',
          at: state.key,
          expected: roundedText(expected, rule.decimals),
          actual: amountText(amount, rule.decimals),
          allowed: amountText(verdict.allowed, rule.decimals),
          setting: verdict.setting,
        },
  };
}

/** A sixth of a dozen six times is more than a dozen by what converting rounds: nobody can ship so little. */
const CONVERSION_DUST = decimal('0.000000001');

/** Is it more than there is room for, by more than what converting units rounds? */
export function isMoreThan(quantity: Decimal, room: Decimal): boolean {
  return compare(quantity, room) > 0 && compare(quantity.minus(room), CONVERSION_DUST) > 0;
}

function overQuantity(state: OrderLineState, quantity: Decimal, room: Decimal): Reason | undefined {
  if (!isMoreThan(quantity, room)) return undefined;
  return { code: 'OVER_QUANTITY', at: state.key, expected: decimalText(room), actual: decimalText(quantity) };
}

/** The figures as the result shows them (Ordrelinje, Table 2 of the source). `received` and the status are the receipt's to say. */
export function suggestedValues(
  figures: OrderLineFigures,
  decimals: number,
): Omit<OrderMatchOrderLine, 'received' | 'status'> {
  const { state, amount, discount, deviation } = figures;
  return {
    lineNo: state.line.lineNo,
    productNo: state.line.productNo,
    suggestedAmount: amountText(amount, decimals),
    suggestedDiscountPercent: discountPercent(amount, discount),
    suggestedDiscountAmount: amountText(discount, decimals),
    suggestedPrice: amountText(suggestedPrice(figures), decimals),
    suggestedQuantity: decimalText(figures.quantity),
    suggestedVatAmount: amountText(figures.vat, decimals),
    expectedAmount: roundedText(figures.expected, decimals),
    deviation: amountText(deviation, decimals),
    deviationPercent: isZero(amount) ? null : roundedText(divide(deviation.abs().times(HUNDRED), amount.abs(), 4), 4),
    comparison: orderLineComparison(figures, decimals),
    insideTolerance: figures.inside,
    valuesUpdated: false,
  };
}

/** The discount in per cent of the amount before it, to four decimals; zero where there is no such amount. */
export function discountPercent(amount: Decimal, discount: Decimal): string {
  const gross = amount.plus(discount);
  return isZero(discount) || isZero(gross) ? '0' : decimalText(divide(discount.times(HUNDRED), gross, 4));
}

/** The price that the parts have in common, else what one costs on the average before discounts. */
function suggestedPrice(figures: OrderLineFigures): Decimal {
  const [first] = figures.parts;
  if (first === undefined) return ZERO;
  if (figures.parts.every((part) => equal(part.price, first.price)) || isZero(figures.quantity)) return first.price;
  return divide(figures.amount.plus(figures.discount), figures.quantity, AVERAGE_DECIMALS);
}

/** Of an average price: it is shown, and no amount is made from it. */
const AVERAGE_DECIMALS = 6;
