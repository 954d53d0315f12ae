import { decimalOrUndefined, sum, ZERO } from '../../domain/decimal.ts';
import type {
  OrderLineMatchStatus,
  OrderMatchOrder,
  OrderMatchOrderLine,
  PurchaseOrder,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import { worstLineStatus } from '../../domain/order-line-status.table.ts';
import { amountText } from './amount-text.ts';
import type { Assessment } from './assess-invoice.ts';
import type { Matched } from './match-invoice.ts';
import { type OrderLineFigures, suggestedValues } from './order-line-figures.ts';

/**
 * The orders of the result with their suggested totals. An order without suggested values (statuses 3, 7 and 10, gross
 * orders) is listed with none, so that what an earlier revision suggested is cleared.
 */
export function resultOrders(
  invoice: SupplierInvoice,
  assessment: Assessment,
  matched: Matched | undefined,
  decimals: number,
): OrderMatchOrder[] {
  const unlinked = new Set(
    matched?.lines.flatMap((line) => (line.role === 'unlinked' ? (line.orders[0]?.orderNo ?? []) : [])),
  );
  return assessment.orders.map((order) =>
    matched === undefined || order.gross === true
      ? withoutValues(order)
      : withValues(order, invoice, matched, assessment.received, unlinked.has(order.orderNo), decimals),
  );
}

function withoutValues(order: PurchaseOrder): OrderMatchOrder {
  return {
    orderNo: order.orderNo,
    suggestedGrossTotal: null,
    suggestedNetTotal: null,
    suggestedVatAmount: null,
    status: 'none',
    lines: [],
  };
}

/**
 * Totals of an order are those of its lines, linked and created, never the whole invoice's (scenario O17). The
 * rounding is in the gross where the family counts it there, so that the orders' totals sum to the document's.
 */
function withValues(
  order: PurchaseOrder,
  invoice: SupplierInvoice,
  matched: Matched,
  received: ReadonlySet<OrderLineFigures>,
  hasUnlinked: boolean,
  decimals: number,
): OrderMatchOrder {
  const figures = matched.figures.filter(({ state }) => state.order === order);
  const created = matched.placed.created.filter(({ line }) => line.orderNo === order.orderNo);
  const charges = created.filter(({ line }) => line.kind !== 'rounding');
  const net = sum([...figures, ...charges].map(({ amount }) => amount));
  const vat = sum([...figures, ...charges].map((one) => one.vat));
  const hasRounding = created.some(({ line }) => line.kind === 'rounding') && invoice.format !== 'peppol-bis-3';
  const rounding = hasRounding ? (decimalOrUndefined(invoice.totals.rounding) ?? ZERO) : ZERO;
  const lines = figures.map((one) => resultLine(one, received.has(one), decimals));
  const others: OrderLineMatchStatus[] = [
    ...(created.length > 0 ? ['added-charge' as const] : []),
    ...(hasUnlinked ? ['no-product-link' as const] : []),
  ];
  return {
    orderNo: order.orderNo,
    suggestedGrossTotal: amountText(net.plus(vat).plus(rounding), decimals),
    suggestedNetTotal: amountText(net, decimals),
    suggestedVatAmount: amountText(vat, decimals),
    status: worstLineStatus([...lines.map(({ status }) => status), ...others]),
    lines,
  };
}

function resultLine(figures: OrderLineFigures, received: boolean, decimals: number): OrderMatchOrderLine {
  const found = figures.inside ? 'matched-inside' : 'outside-tolerance';
  return { ...suggestedValues(figures, decimals), received, status: received ? 'received' : found };
}
