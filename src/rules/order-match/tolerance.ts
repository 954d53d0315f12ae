import {
  compare,
  type Decimal,
  decimal,
  decimalOrUndefined,
  decimalText,
  equal,
  isNegative,
  isPositive,
  isZero,
  max,
  min,
  ZERO,
} from '../../domain/decimal.ts';
import type { AppliedTolerance, Supplier } from '../../domain/documents.generated.ts';
import type { OrderMatchRuleSettings } from './order-match-facts.ts';

/** One limit with the place where a person can change it. */
interface Limit {
  value: Decimal;
  setting: string;
}

/** The tolerance in force for a supplier: what is unset does not limit, and where nothing is set only exact is inside. */
export interface Tolerance {
  percent: Limit | undefined;
  amount: Limit | undefined;
  /** Must both hold, or one of them (order-match.md 1)? */
  either: boolean;
  /** Where the reader should look when only exact is inside. */
  exactBecause: string;
}

/** What a deviation was judged to be; `allowed` is the largest deviation that would have been inside. */
export interface Verdict {
  inside: boolean;
  allowed: Decimal;
  setting: string;
}

const SITE = 'mappings/site.yaml';
const ONE_PER_CENT = decimal('0.01');

/**
 * The tolerance in force (order-match.md 1 and 6, C051-C055): the supplier's values replace the company's field by
 * field, zero included; "allow no deviation" disregards both.
 */
export function toleranceInForce(settings: OrderMatchRuleSettings, supplier: Supplier): Tolerance {
  const { company, orderMatch } = settings;
  const either = orderMatch.toleranceCombination === 'either';
  if (company.orderProcessing.allowNoDeviation) {
    return {
      percent: undefined,
      amount: undefined,
      either,
      exactBecause: `${SITE} company.orderProcessing.allowNoDeviation`,
    };
  }
  const limit = (name: 'tolerancePercent' | 'toleranceAmount'): Limit | undefined => {
    const own = decimalOrUndefined(supplier[name] ?? undefined);
    if (own !== undefined) return { value: own, setting: `supplier ${supplier.supplierNo} ${name}` };
    const companys = decimalOrUndefined(company[name] ?? undefined);
    return companys === undefined ? undefined : { value: companys, setting: `${SITE} company.${name}` };
  };
  return {
    percent: limit('tolerancePercent'),
    amount: limit('toleranceAmount'),
    either,
    exactBecause: `${SITE} company.tolerancePercent`,
  };
}

/** The tolerance as the result says it: the values, and where each is set. */
export function appliedTolerance(tolerance: Tolerance, direction: AppliedTolerance['direction']): AppliedTolerance {
  const { percent, amount, either, exactBecause } = tolerance;
  const said = (limit: Limit | undefined) => limit && { value: decimalText(limit.value), setting: limit.setting };
  return {
    percent: said(percent) ?? null,
    amount: said(amount) ?? null,
    combination: either ? 'either' : 'both',
    direction,
    ...(percent === undefined && amount === undefined ? { exactBecause } : {}),
  };
}

/**
 * Is a deviation inside? The per cent is of the invoice amount and compared by cross-multiplication, never rounded:
 * |deviation| x 100 <= percent x |invoice amount| (order-match.md 2, C049). Both limits are inclusive.
 */
export function judge(deviation: Decimal, invoiceAmount: Decimal, tolerance: Tolerance): Verdict {
  const size = deviation.abs();
  const limits = [
    ...(tolerance.percent === undefined
      ? []
      : [
          {
            allowed: tolerance.percent.value.times(invoiceAmount.abs()).times(ONE_PER_CENT),
            setting: tolerance.percent.setting,
          },
        ]),
    ...(tolerance.amount === undefined ? [] : [{ allowed: tolerance.amount.value, setting: tolerance.amount.setting }]),
  ];
  const [first, second] = limits;
  if (first === undefined) return { inside: isZero(size), allowed: ZERO, setting: tolerance.exactBecause };
  const allowed = second === undefined ? first.allowed : (tolerance.either ? max : min)(first.allowed, second.allowed);
  const setting = limits.find((limit) => equal(limit.allowed, allowed))?.setting ?? first.setting;
  return { inside: compare(size, allowed) <= 0, allowed, setting };
}

/** Which deviations count: where none is allowed, those in either direction (C051). */
export function directionInForce({ company, orderMatch }: OrderMatchRuleSettings): 'both' | 'over' {
  return company.orderProcessing.allowNoDeviation ? 'both' : orderMatch.direction;
}

/** Does a deviation count at all? `over`: only to the buyer's disadvantage, which for a credit note is being credited too little. */
export function counts(deviation: Decimal, direction: 'both' | 'over', kind: 'invoice' | 'credit-note'): boolean {
  return direction === 'both' || (kind === 'credit-note' ? isNegative(deviation) : isPositive(deviation));
}
