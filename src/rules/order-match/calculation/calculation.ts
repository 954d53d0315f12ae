import { currencyDecimals } from '../../../domain/currency.table.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../../domain/documents.generated.ts';
import { documentSteps } from './document-steps.ts';
import { invoiceSources } from './invoice-sources.ts';
import { type LineVerdict, verdictOf } from './limits-of-line.ts';
import { orderLineSteps } from './order-line-calculation.ts';
import { orderSteps } from './order-steps.ts';
import type { Step } from './step.ts';

/** Every figure of a result with what it is made of. */
export interface Calculation {
  orderLines: readonly OrderLineCalculation[];
  /** What the document states, sum by sum. */
  document: readonly Step[];
  /** What is on each order, and what of the document is on none. */
  orders: readonly Step[];
}

/** How one order line was compared. */
export interface OrderLineCalculation {
  orderNo: string;
  lineNo: number;
  productNo: string;
  steps: readonly Step[];
  verdict: LineVerdict;
}

/**
 * The calculation behind a result, from what the result and the invoice say (order-match.md 1 to 6, 8, 13, 22): each
 * figure that decided is taken over as it stands, each one on the way is worked out again with exact decimals. A result
 * of a version that did not keep its comparisons has no order lines here.
 */
export function calculationOf(result: OrderMatchResult, invoice: SupplierInvoice): Calculation {
  const decimals = currencyDecimals(invoice.currency);
  const { kind } = invoice;
  const sourceOf = invoiceSources(invoice, result.links);
  const links = Map.groupBy(result.links, ({ orderNo, orderLineNo }) => `${orderNo}/${orderLineNo}`);
  const { appliedTolerance } = result;
  const orderLines = result.orders.flatMap(({ orderNo, lines }) =>
    lines.flatMap((line): OrderLineCalculation[] => {
      const { lineNo, productNo, comparison } = line;
      if (comparison === undefined || appliedTolerance === undefined) return [];
      const own = links.get(`${orderNo}/${lineNo}`) ?? [];
      const steps = orderLineSteps(line, comparison, own, sourceOf, { kind, decimals });
      return [{ orderNo, lineNo, productNo, steps, verdict: verdictOf(line, appliedTolerance, kind) }];
    }),
  );
  return { orderLines, document: documentSteps(invoice), orders: orderSteps(result, invoice, decimals) };
}
