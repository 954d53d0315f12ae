import { currencyDecimals } from '../../domain/currency.table.ts';
import {
  compare,
  type Decimal,
  decimal,
  decimalOrUndefined,
  divide,
  equal,
  isPositive,
  round,
  roundedText,
  sum,
} from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { InvoiceAllowanceCharge, InvoiceLine, SupplierInvoice } from '../../domain/documents.generated.ts';
import { ruleName, TOTALS_RULES } from './totals-rule.table.ts';

/** How far a line's net may be from quantity x price, inclusive (EN 16931, PEPPOL R120, NONAT R026). */
const LINE_SLACK = decimal('0.02');
const QUOTIENT_DECIMALS = 20;

/**
 * The lines whose net is not quantity x price / base + charges - allowances (order-match.md 22): status 7, unless the
 * site accepts them, in which case a line is matched on its net. A line without a price states nothing to compare.
 */
export function checkLineNets(invoice: SupplierInvoice, acceptFailures: boolean): Reason[] {
  if (acceptFailures) return [];
  const decimals = Math.max(2, currencyDecimals(invoice.currency));
  return invoice.lines.flatMap((line): Reason[] => {
    const net = decimalOrUndefined(line.netAmount);
    const expected = netByPrice(line, decimals);
    if (net === undefined || expected === undefined || isNear(net, expected)) return [];
    return [
      {
        code: 'LINE_NET_NOT_PRICE_TIMES_QUANTITY',
        at: `line:${line.id}`,
        expected: roundedText(expected, decimals),
        actual: roundedText(net, decimals),
        allowed: ruleName(TOTALS_RULES.lineNetOfPrice, invoice),
      },
    ];
  });
}

/** Does the line's net follow from its price? False too where no price is stated. */
export function netFollowsFromPrice(line: InvoiceLine, decimals: number): boolean {
  const net = decimalOrUndefined(line.netAmount);
  const expected = netByPrice(line, decimals);
  return net !== undefined && expected !== undefined && isNear(net, expected);
}

function isNear(net: Decimal, expected: Decimal): boolean {
  return equal(net, expected) || compare(net.minus(expected).abs(), LINE_SLACK) <= 0;
}

/** Quantity x price / base, rounded, + charges - allowances; undefined where the line states no price. */
function netByPrice(line: InvoiceLine, decimals: number): Decimal | undefined {
  const product = productOf(line);
  if (product === undefined) return undefined;
  const rounded = round(product, Math.max(2, decimals));
  if (line.charges.length === 0 && line.allowances.length === 0) return rounded;
  return rounded.plus(total(line.charges)).minus(total(line.allowances));
}

/** Quantity x price / base quantity; a base of zero or less counts as 1 (NONAT R026). */
function productOf(line: InvoiceLine): Decimal | undefined {
  const quantity = decimalOrUndefined(line.quantity);
  const price = decimalOrUndefined(line.price);
  if (quantity === undefined || price === undefined) return undefined;
  const base = baseQuantity(line);
  return base === ONE ? quantity.times(price) : divide(quantity.times(price), base, QUOTIENT_DECIMALS);
}

/** For how many the price is; what is not stated, or cannot be, is 1. */
export function baseQuantity(line: InvoiceLine): Decimal {
  const stated = decimalOrUndefined(line.priceBaseQuantity);
  return stated !== undefined && isPositive(stated) ? stated : ONE;
}

const ONE = decimal('1');

function total(items: readonly InvoiceAllowanceCharge[]): Decimal {
  return sum(items.map((item) => decimal(item.amount)));
}
