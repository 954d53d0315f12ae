import { decimal, isZero, roundedText } from '../../../domain/decimal.ts';
import type {
  DocumentLink,
  OrderLineComparison,
  OrderMatchOrderLine,
  SupplierInvoice,
} from '../../../domain/documents.generated.ts';
import { amountText } from '../amount-text.ts';
import { fewTerms } from './few-terms.ts';
import { invoicePartSteps } from './invoice-part-steps.ts';
import type { InvoiceSource } from './invoice-sources.ts';
import { withoutSign } from './limits-of-line.ts';
import { orderSideSteps } from './order-side-steps.ts';
import { minus, outcomeOf, plus, type Step, step, term } from './step.ts';

/** The figures of an order line, from the invoice's lines to the deviation, and its VAT. */
export function orderLineSteps(
  line: OrderMatchOrderLine,
  comparison: OrderLineComparison,
  links: readonly DocumentLink[],
  sourceOf: (link: DocumentLink) => InvoiceSource,
  { kind, decimals }: { kind: SupplierInvoice['kind']; decimals: number },
): Step[] {
  return [
    ...links.flatMap((link) => invoicePartSteps(link, sourceOf(link), decimals)),
    ...sumOfLinks('invoice-figure', links, ({ amount }) => amount, line.suggestedAmount),
    ...orderSideSteps(line, comparison, kind),
    step('deviation', [plus(line.suggestedAmount), minus(line.expectedAmount)], line.deviation),
    ...percentStep('percent-of-invoice', line.deviation, line.suggestedAmount, line.deviationPercent),
    ...percentStep('percent-of-order', line.deviation, line.expectedAmount, comparison.orderDeviationPercent),
    ...vatSteps(line, links, sourceOf, decimals),
  ];
}

/** |deviation| x 100 / |figure|; none where the figure is zero. */
function percentStep(name: Step['name'], deviation: string, figure: string, percent: string | null): Step[] {
  if (percent === null) return [];
  const terms = [plus(withoutSign(deviation)), term('x', '100', 'quantity'), term('/', withoutSign(figure), 'money')];
  return [step(name, terms, percent)];
}

/**
 * VAT of each part by the rate of its invoice line, and what was moved so that all shares make the VAT that the document
 * states (order-match.md 22).
 */
function vatSteps(
  line: OrderMatchOrderLine,
  links: readonly DocumentLink[],
  sourceOf: (link: DocumentLink) => InvoiceSource,
  decimals: number,
): Step[] {
  const ofParts = links.flatMap((link): Step[] => {
    const { taxPercent, line: ofInvoice } = sourceOf(link);
    if (link.vatAmount === undefined || taxPercent === undefined) return [];
    const terms = [plus(link.amount), term('x', taxPercent, 'quantity'), term('/', '100', 'quantity')];
    const name = ofInvoice === undefined ? 'vat-of-charge' : 'vat-of-part';
    const byRate = step(name, terms, roundedText(outcomeOf(terms), decimals), link.invoiceLineId);
    const moved = decimal(link.vatAmount).minus(decimal(byRate.result));
    if (isZero(moved)) return [byRate];
    const share = [plus(byRate.result), plus(amountText(moved, decimals), 'vat-shared-out')];
    return [byRate, step('vat-share', share, link.vatAmount)];
  });
  return [
    ...ofParts,
    ...sumOfLinks('vat-of-line', links, ({ vatAmount }) => vatAmount ?? '0', line.suggestedVatAmount),
  ];
}

/** What several links make together; nothing where there is one. */
function sumOfLinks(
  name: Step['name'],
  links: readonly DocumentLink[],
  amountOf: (link: DocumentLink) => string,
  result: string,
): Step[] {
  if (links.length < 2) return [];
  return [step(name, fewTerms(links.map((link) => plus(amountOf(link)))), result)];
}
