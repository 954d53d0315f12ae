import { decimal, decimalOrUndefined, isZero } from '../../../domain/decimal.ts';
import type {
  CreatedLine,
  OrderMatchOrder,
  OrderMatchResult,
  SupplierInvoice,
} from '../../../domain/documents.generated.ts';
import { counts } from '../tolerance.ts';
import { fewTerms } from './few-terms.ts';
import { withoutSign } from './limits-of-line.ts';
import { computed, minus, plus, type Step, step } from './step.ts';

/**
 * What the invoice suggests for each order, from its lines and the lines that the match adds, and what of the invoice is on
 * no order: zero where every line was linked (scenario O17).
 */
export function orderSteps(result: OrderMatchResult, invoice: SupplierInvoice, decimals: number): Step[] {
  const orders = result.orders.filter(({ suggestedNetTotal }) => suggestedNetTotal !== null);
  if (orders.length === 0) return [];
  const { net, tax } = invoice.totals;
  return [
    ...orders.flatMap((order) => ofOrder(order, result.createdLines, invoice)),
    ...rest(
      'on-no-order',
      net,
      orders.map((order) => order.suggestedNetTotal ?? '0'),
      decimals,
    ),
    ...rest(
      'vat-on-no-order',
      tax,
      orders.map((order) => order.suggestedVatAmount ?? '0'),
      decimals,
    ),
    ...deviationsTogether(result, invoice.kind),
  ];
}

function ofOrder(order: OrderMatchOrder, allCreated: readonly CreatedLine[], invoice: SupplierInvoice): Step[] {
  const created = allCreated.filter(({ orderNo }) => orderNo === order.orderNo);
  const charges = created.filter(({ kind }) => kind !== 'rounding');
  const roundings = invoice.format === 'peppol-bis-3' ? [] : created.filter(({ kind }) => kind === 'rounding');
  const { orderNo, suggestedNetTotal, suggestedVatAmount, suggestedGrossTotal, lines } = order;
  if (suggestedNetTotal === null || suggestedVatAmount === null || suggestedGrossTotal === null) return [];
  const nets = [
    ...fewTerms(lines.map((line) => plus(line.suggestedAmount, 'line', String(line.lineNo)))),
    ...charges.map(({ amount, kind }) => plus(amount, kind)),
  ];
  const vats = [
    ...fewTerms(lines.map((line) => plus(line.suggestedVatAmount, 'line', String(line.lineNo)))),
    ...charges.map(({ vatAmount, kind }) => plus(vatAmount ?? '0', kind)),
  ];
  const gross = [
    plus(suggestedNetTotal),
    plus(suggestedVatAmount, 'vat'),
    ...roundings.map(({ amount }) => plus(amount, 'rounding')),
  ];
  return [
    ...(nets.length === 0 ? [] : [step('order-net', nets, suggestedNetTotal, orderNo)]),
    ...(vats.length === 0 ? [] : [step('order-vat', vats, suggestedVatAmount, orderNo)]),
    step('order-gross', gross, suggestedGrossTotal, orderNo),
  ];
}

/** What the document states less what is on its orders. */
function rest(name: Step['name'], whole: string | undefined, ofOrders: readonly string[], decimals: number): Step[] {
  if (decimalOrUndefined(whole) === undefined) return [];
  const terms = fewTerms(ofOrders.map((amount) => minus(amount)));
  return [computed(name, [plus(whole as string), ...terms], decimals)];
}

/** Of a document that is held by the cap on all of its deviations (scenario T26). */
function deviationsTogether(result: OrderMatchResult, kind: SupplierInvoice['kind']): Step[] {
  const cap = result.reasons.find(({ code }) => code === 'DOCUMENT_AMOUNT_CAP');
  const direction = result.appliedTolerance?.direction ?? 'both';
  if (cap?.actual === undefined) return [];
  const counted = result.orders
    .flatMap(({ lines }) => lines)
    .filter(({ deviation }) => !isZero(decimal(deviation)) && counts(decimal(deviation), direction, kind));
  return [
    step('deviations-together', fewTerms(counted.map(({ deviation }) => plus(withoutSign(deviation)))), cap.actual),
  ];
}
