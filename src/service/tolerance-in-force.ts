import { type Decimal, decimal, ZERO } from '../domain/decimal.ts';
import type { DecimalText, Supplier } from '../domain/documents.generated.ts';
import type { StoredDocument } from '../domain/records.ts';
import type { SiteSettings } from '../domain/settings.generated.ts';
import { judge, type Tolerance, toleranceInForce as toleranceOfRules } from '../rules/order-match/tolerance.ts';

/** The limits that hold for a supplier's invoices as people are shown them, and where each comes from. */
export interface ToleranceInForce {
  percent: DecimalText | null;
  amount: DecimalText | null;
  /** `both` must hold, or `either`. */
  combination: 'both' | 'either';
  percentFrom: 'supplier' | 'company' | null;
  amountFrom: 'supplier' | 'company' | null;
}

/** What a supplier that is not known says of its own: nothing. */
const UNKNOWN_SUPPLIER: Supplier = { document: 'supplier', supplierNo: '', name: '' };

/** The tolerance that the rules would judge by today (order-match.md 1 and 6), written out. */
export function toleranceInForce(settings: SiteSettings, supplier: StoredDocument | undefined): ToleranceInForce {
  const own = (supplier?.content as Supplier | undefined) ?? UNKNOWN_SUPPLIER;
  const { percent, amount, either } = toleranceOfRules(settings, own);
  return {
    percent: percent === undefined ? null : (own.tolerancePercent ?? settings.company.tolerancePercent),
    amount: amount === undefined ? null : (own.toleranceAmount ?? settings.company.toleranceAmount),
    combination: either ? 'either' : 'both',
    percentFrom: percent === undefined ? null : origin(own.tolerancePercent),
    amountFrom: amount === undefined ? null : origin(own.toleranceAmount),
  };
}

function origin(own: DecimalText | null | undefined): 'supplier' | 'company' {
  return own === undefined || own === null ? 'company' : 'supplier';
}

/** How far the figure of an invoice line may be from the order's: what the rules allow (order-match.md 1, 2, 6). */
export function allowedDeviation(shown: ToleranceInForce, invoiceAmount: Decimal): Decimal {
  const limit = (value: DecimalText | null) => (value === null ? undefined : { value: decimal(value), setting: '' });
  const tolerance: Tolerance = {
    percent: limit(shown.percent),
    amount: limit(shown.amount),
    either: shown.combination === 'either',
    exactBecause: '',
  };
  return judge(ZERO, invoiceAmount, tolerance).allowed;
}
