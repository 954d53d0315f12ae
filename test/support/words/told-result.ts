import type { Reason } from '../../../src/domain/decision.ts';
import type { OrderMatchResult } from '../../../src/domain/documents.generated.ts';
import type { ShownSupplierInvoice } from '../../../src/service/show-supplier-invoice.ts';

/** An invoice as `show` tells it, in the short words of the scenarios. */
export function toldInvoice(shown: ShownSupplierInvoice) {
  const { orders, links, proposals, history, alerts } = shown;
  return {
    status: String(shown.status.code),
    revision: String(shown.revision),
    reasons: (shown.reasons as Reason[]).map(({ code, at }) => (at === undefined ? code : `${code} ${at}`)),
    lines: Object.fromEntries(
      orders.flatMap(({ orderNo, lines }) => lines.map((line) => [`${orderNo}/${line.lineNo}`, lineText(line)])),
    ),
    orders: Object.fromEntries(
      orders.map((one) => [
        one.orderNo,
        [one.suggestedNetTotal, one.suggestedVatAmount, one.suggestedGrossTotal, one.status]
          .map((part) => part ?? '-')
          .join(' '),
      ]),
    ),
    links: links.map((link) =>
      [
        link.invoiceLineId,
        `${link.orderNo}/${link.orderLineNo}`,
        link.quantity,
        link.amount,
        link.tier,
        link.class,
      ].join(' '),
    ),
    created: shown.createdLines.map(({ orderNo, kind, productNo, amount }) =>
      [orderNo, kind, productNo ?? '-', amount].join(' '),
    ),
    received: receiptsOf(shown).flatMap(({ productTransactions }) =>
      productTransactions.map((one) => `${one.orderNo}/${one.orderLineNo} ${one.quantity} ${one.amount}`),
    ),
    proposals: proposals.map((one) => `${one.invoiceLineId} ${one.orderNo}/${one.orderLineNo}`),
    history: history.map(({ event, from, to }) => `${event} ${from ?? '-'} ${to ?? '-'}`),
    alerts: alerts.map(({ code }) => code).sort(),
    actions: shown.allowedActions.map((action) => action.replace('invoice ', '')).join(' '),
  };
}

function lineText(line: OrderMatchResult['orders'][number]['lines'][number]): string {
  const { suggestedQuantity, suggestedAmount, expectedAmount, deviation, insideTolerance } = line;
  return [suggestedQuantity, suggestedAmount, expectedAmount, deviation, insideTolerance ? 'in' : 'out'].join(' ');
}

function receiptsOf({ receipts, receipt }: OrderMatchResult) {
  return receipts ?? (receipt === null ? [] : [receipt]);
}
