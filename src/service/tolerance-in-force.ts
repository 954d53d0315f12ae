import { type Decimal, decimal, divide, HUNDRED, max, min, ZERO } from '../domain/decimal.ts';
import type { DecimalText, Supplier } from '../domain/documents.generated.ts';
import type { StoredDocument } from '../domain/records.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';

/** The limits that hold for a supplier's invoices, and where each comes from. */
export interface ToleranceInForce {
  percent: DecimalText | null;
  amount: DecimalText | null;
  /** `both` must hold, or `either`. */
  combination: 'both' | 'either';
  percentFrom: 'supplier' | 'company' | null;
  amountFrom: 'supplier' | 'company' | null;
}

/** A supplier's values replace the company's field by field; "allow no deviation" disregards both (order-match.md 6). */
export function toleranceInForce(settings: SiteSettings, supplier: StoredDocument | undefined): ToleranceInForce {
  const combination = settings.orderMatch.toleranceCombination;
  if (settings.company.orderProcessing.allowNoDeviation) {
    return { percent: null, amount: null, combination, percentFrom: null, amountFrom: null };
  }
  const own = supplier?.content as Supplier | undefined;
  const percent = own?.tolerancePercent ?? settings.company.tolerancePercent;
  const amount = own?.toleranceAmount ?? settings.company.toleranceAmount;
  return {
    percent,
    amount,
    combination,
    percentFrom: origin(own?.tolerancePercent, percent),
    amountFrom: origin(own?.toleranceAmount, amount),
  };
}

function origin(own: DecimalText | null | undefined, inForce: DecimalText | null): 'supplier' | 'company' | null {
  if (inForce === null) return null;
  return own === undefined || own === null ? 'company' : 'supplier';
}

/**
 * How far the figure of an invoice line may be from the order's (order-match.md 1, 2, 6): per cents are of the
 * invoice's figure; of two limits the smaller one counts where both must hold, the larger one where either is enough;
 * without a limit only exact is inside.
 */
export function allowedDeviation(tolerance: ToleranceInForce, invoiceAmount: Decimal): Decimal {
  const limits: Decimal[] = [];
  if (tolerance.percent !== null)
    limits.push(divide(invoiceAmount.abs().times(decimal(tolerance.percent)), HUNDRED, ALLOWED_DECIMALS));
  if (tolerance.amount !== null) limits.push(decimal(tolerance.amount));
  const [first, second] = limits;
  if (first === undefined) return ZERO;
  if (second === undefined) return first;
  return tolerance.combination === 'both' ? min(first, second) : max(first, second);
}

/** Two decimals of the amount and up to two of the per cent: shown without rounding in all that people write. */
const ALLOWED_DECIMALS = 4;
