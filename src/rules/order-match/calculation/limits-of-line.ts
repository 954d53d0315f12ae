import { compare, decimal, decimalText, isZero } from '../../../domain/decimal.ts';
import type { AppliedTolerance, OrderMatchOrderLine, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { counts } from '../tolerance.ts';
import { plus, type Step, step, term } from './step.ts';

/** One limit in numbers: is the left side not above the right one? */
export interface LimitCheck {
  limit: 'percent' | 'amount' | 'exact';
  /** The per cent or the amount; zero where only exact agreement is inside. */
  value: string;
  setting: string;
  /** |deviation| x 100 and per cent x |invoice figure|, or |deviation| and the amount. */
  left: Step;
  right: Step;
  holds: boolean;
}

/** How an order line was judged (order-match.md 1, 2 and 6). */
export interface LineVerdict {
  limits: readonly LimitCheck[];
  combination: AppliedTolerance['combination'];
  /** False where only deviations to the buyer's disadvantage count, and this one is none. */
  counts: boolean;
  inside: boolean;
}

/** The limits of an order line as the comparison was made: without dividing, inclusive. */
export function verdictOf(
  line: OrderMatchOrderLine,
  tolerance: AppliedTolerance,
  kind: SupplierInvoice['kind'],
): LineVerdict {
  const deviation = decimal(line.deviation);
  return {
    limits: limitsOf(line, tolerance),
    combination: tolerance.combination,
    counts: isZero(deviation) || counts(deviation, tolerance.direction, kind),
    inside: line.insideTolerance,
  };
}

function limitsOf(line: OrderMatchOrderLine, { percent, amount, exactBecause }: AppliedTolerance): LimitCheck[] {
  const size = withoutSign(line.deviation);
  const limits = [
    ...(percent === null ? [] : [percentLimit(size, withoutSign(line.suggestedAmount), percent)]),
    ...(amount === null ? [] : [amountLimit('amount', size, amount)]),
  ];
  return limits.length > 0 ? limits : [amountLimit('exact', size, { value: '0', setting: exactBecause ?? '' })];
}

function percentLimit(size: string, invoiceFigure: string, { value, setting }: { value: string; setting: string }) {
  const left = product('limit-left', plus(size), '100', 'quantity');
  const right = product('limit-right', term('+', value, 'quantity'), invoiceFigure, 'money');
  return checked('percent', value, setting, left, right);
}

function amountLimit(limit: 'amount' | 'exact', size: string, { value, setting }: { value: string; setting: string }) {
  return checked(
    limit,
    value,
    setting,
    step('limit-left', [plus(size)], size),
    step('limit-right', [plus(value)], value),
  );
}

function product(name: Step['name'], first: Step['terms'][number], times: string, as: 'quantity' | 'money'): Step {
  const result = decimalText(decimal(first.value).times(decimal(times)));
  return step(name, [first, term('x', times, as)], result);
}

function checked(limit: LimitCheck['limit'], value: string, setting: string, left: Step, right: Step): LimitCheck {
  const holds = compare(decimal(left.result), decimal(right.result)) <= 0;
  return { limit, value, setting, left, right, holds };
}

/** A figure as its limit sees it: "-50.00" is "50.00". */
export function withoutSign(text: string): string {
  return text.startsWith('-') ? text.slice(1) : text;
}
