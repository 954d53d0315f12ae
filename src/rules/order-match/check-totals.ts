import { currencyDecimals } from '../../domain/currency.table.ts';
import {
  type Decimal,
  decimal,
  decimalOrUndefined,
  isZero,
  round,
  roundedText,
  sum,
  ZERO,
} from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { SupplierInvoice, TaxSubtotal } from '../../domain/documents.generated.ts';
import { ruleName, TOTALS_RULES, type TotalsRule } from './totals-rule.table.ts';

/** How far VAT of a category may be from its rate, in currency units, exclusive (BR-CO-17). */
const TAX_SLACK = decimal('1');

/**
 * The sums of a document that do not add up (order-match.md 22): status 7 with the rule named, because a document
 * that contradicts itself cannot be compared with anything. Each family by its own rule: EHF 2.0 and BIS 2.0 count
 * the rounding into the gross, BIS 3 into the payable amount. A sum that is not stated is not checked, but for the
 * totals of allowances and charges, whose absence states that there are none.
 */
export function checkTotals(invoice: SupplierInvoice): Reason[] {
  const decimals = Math.max(2, currencyDecimals(invoice.currency));
  return [...expectedTotals(invoice), ...expectedTaxes(invoice)].flatMap(
    ({ rule, expected, actual, slack }): Reason[] => {
      if (expected === undefined || actual === undefined) return [];
      const difference = round(actual, decimals).minus(round(expected, decimals)).abs();
      if (slack === undefined ? isZero(difference) : difference.lt(slack)) return [];
      return [
        {
          code: 'TOTALS_DO_NOT_ADD_UP',
          at: ruleName(rule, invoice),
          expected: roundedText(expected, decimals),
          actual: roundedText(actual, decimals),
        },
      ];
    },
  );
}

interface Comparison {
  rule: TotalsRule;
  expected: Decimal | undefined;
  actual: Decimal | undefined;
  slack?: Decimal;
}

function expectedTotals(invoice: SupplierInvoice): Comparison[] {
  const { totals, format } = invoice;
  const stated = (name: keyof typeof totals) => decimalOrUndefined(totals[name]);
  const orZero = (name: keyof typeof totals) => stated(name) ?? ZERO;
  const roundingInGross = format !== 'peppol-bis-3';
  const [lineNet, net, gross] = [stated('lineNet'), stated('net'), stated('gross')];
  return [
    { rule: TOTALS_RULES.lineNet, expected: sumOf(invoice.lines, 'netAmount'), actual: lineNet },
    { rule: TOTALS_RULES.allowances, expected: sumOf(invoice.allowances, 'amount'), actual: orZero('allowances') },
    { rule: TOTALS_RULES.charges, expected: sumOf(invoice.charges, 'amount'), actual: orZero('charges') },
    { rule: TOTALS_RULES.net, expected: lineNet?.minus(orZero('allowances')).plus(orZero('charges')), actual: net },
    {
      rule: TOTALS_RULES.gross,
      expected: net?.plus(orZero('tax')).plus(roundingInGross ? orZero('rounding') : ZERO),
      actual: gross,
    },
    {
      rule: TOTALS_RULES.payable,
      expected: gross?.minus(orZero('prepaid')).plus(roundingInGross ? ZERO : orZero('rounding')),
      actual: stated('payable'),
    },
  ];
}

function expectedTaxes(invoice: SupplierInvoice): Comparison[] {
  if (invoice.taxSubtotals.length === 0) return [];
  const total = sumOf(invoice.taxSubtotals, 'taxAmount');
  return [
    { rule: TOTALS_RULES.tax, expected: total, actual: decimalOrUndefined(invoice.totals.tax) },
    ...invoice.taxSubtotals.map(expectedTax),
  ];
}

function expectedTax(subtotal: TaxSubtotal): Comparison {
  const taxable = decimalOrUndefined(subtotal.taxableAmount);
  const percent = decimalOrUndefined(subtotal.taxPercent);
  const expected =
    taxable === undefined || percent === undefined ? undefined : taxable.times(percent).times(ONE_PER_CENT);
  return { rule: TOTALS_RULES.categoryTax, expected, actual: decimalOrUndefined(subtotal.taxAmount), slack: TAX_SLACK };
}

const ONE_PER_CENT = decimal('0.01');

/** The sum of what is stated; undefined where an item does not state it, since nothing can be said then. */
function sumOf<Name extends string>(items: readonly { [name in Name]?: string }[], name: Name): Decimal | undefined {
  const values = items.map((item) => decimalOrUndefined(item[name]));
  return values.includes(undefined) ? undefined : sum(values.filter((value) => value !== undefined));
}
