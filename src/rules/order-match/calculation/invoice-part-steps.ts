import { type Decimal, decimal, decimalOrUndefined, equal, isZero, roundedText, sum } from '../../../domain/decimal.ts';
import type { DocumentLink, InvoiceLine } from '../../../domain/documents.generated.ts';
import { amountText } from '../amount-text.ts';
import { baseQuantity } from '../check-line-net.ts';
import type { InvoiceSource } from './invoice-sources.ts';
import { computed, minus, plus, type Step, step, type Term, term, outcomeOf } from './step.ts';

/**
 * How the amount of a link came from the invoice: quantity x price, the line's own allowances and charges, what was taken
 * out of it, its share of the head's allowances, its unit, and the share of this order line (order-match.md 8, 13, 22).
 */
export function invoicePartSteps(link: DocumentLink, source: InvoiceSource, decimals: number): Step[] {
  const { line, whole } = source;
  const of = link.invoiceLineId;
  if (line === undefined) return [step('charge', [plus(link.amount, 'charge', source.text)], link.amount, of)];
  const counted = amountText(whole.amount, decimals);
  return [
    ...netSteps(line, decimals),
    ...countedSteps(link, line, counted),
    ...conversionSteps(link, line, whole.quantity),
    ...partSteps(link, source, counted, decimals),
  ];
}

/** The line's net as stated, from its price: what does not follow from it is said (EN 16931 leaves 0.02). */
function netSteps(line: InvoiceLine, decimals: number): Step[] {
  const { id: of, allowances, charges } = line;
  const net = line.netAmount ?? '0';
  const own: Term[] = [
    ...allowances.map((one) => minus(one.amount, 'allowance', one.reason ?? one.reasonCode)),
    ...charges.map((one) => plus(one.amount, 'charge', one.reason ?? one.reasonCode)),
  ];
  const product = productTerms(line);
  if (product === undefined) return [step('line-net', [plus(net, 'as-stated')], net, of)];
  const goods = step('goods', product, roundedText(outcomeOf(product), Math.max(2, decimals)), of);
  const terms = [plus(goods.result), ...own];
  const difference = decimal(net).minus(outcomeOf(terms));
  if (own.length === 0 && isZero(difference)) return [goods];
  const rest = isZero(difference) ? [] : [plus(amountText(difference, decimals), 'as-stated')];
  return [goods, step('line-net', [...terms, ...rest], net, of)];
}

/** Quantity x price / base quantity; undefined where the line states no price. */
function productTerms(line: InvoiceLine): Term[] | undefined {
  const { quantity, price } = line;
  if (decimalOrUndefined(quantity) === undefined || decimalOrUndefined(price) === undefined) return undefined;
  const base = baseQuantity(line);
  return [
    term('+', quantity as string, 'quantity'),
    term('x', price as string, 'price'),
    ...(isOne(base) ? [] : [term('/', line.priceBaseQuantity as string, 'quantity')]),
  ];
}

function countedSteps(link: DocumentLink, line: InvoiceLine, counted: string): Step[] {
  const { chargesTakenOut, headerAllowance } = link;
  const terms = [
    ...(chargesTakenOut === undefined ? [] : [minus(chargesTakenOut, 'charge-taken-out')]),
    ...(headerAllowance === undefined ? [] : [minus(headerAllowance, 'header-allowance')]),
  ];
  return terms.length === 0 ? [] : [step('line-counted', [plus(line.netAmount ?? '0'), ...terms], counted, line.id)];
}

function conversionSteps(link: DocumentLink, line: InvoiceLine, quantity: Decimal): Step[] {
  if (link.unitFactor === undefined || decimalOrUndefined(line.quantity) === undefined) return [];
  const { times, dividedBy } = link.unitFactor;
  const terms = [
    term('+', line.quantity as string, 'quantity', undefined, line.unit),
    ...(isOne(decimal(times)) ? [] : [term('x', times, 'quantity')]),
    ...(isOne(decimal(dividedBy)) ? [] : [term('/', dividedBy, 'quantity')]),
  ];
  return [step('quantity-converted', terms, amountText(quantity, 0), line.id)];
}

/** The share of one order line by quantity; the last one takes what the others leave. */
function partSteps(link: DocumentLink, { whole }: InvoiceSource, counted: string, decimals: number): Step[] {
  if (whole.links.length < 2) return [];
  const of = link.invoiceLineId;
  if (link === whole.links.at(-1)) {
    const others = sum(whole.links.slice(0, -1).map(({ amount }) => decimal(amount)));
    return [computed('part', [plus(counted), minus(amountText(others, decimals), 'other-parts')], decimals, of)];
  }
  const terms = [
    plus(counted),
    term('x', amountText(decimal(link.quantity).abs(), 0), 'quantity'),
    term('/', amountText(whole.quantity.abs(), 0), 'quantity'),
  ];
  return [step('part', terms, link.amount, of)];
}

const ONE = decimal('1');

function isOne(value: Decimal): boolean {
  return equal(value, ONE);
}
