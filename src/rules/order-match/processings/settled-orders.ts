import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { worstLineStatus } from '../../../domain/order-line-status.table.ts';

/** The result with each order showing the worst of its lines, linked and created (order-match.md 26); a line without a product keeps showing. */
export function settledOrders(result: OrderMatchResult): OrderMatchResult {
  const withCharges = new Set(result.createdLines.map(({ orderNo }) => orderNo));
  return {
    ...result,
    orders: result.orders.map((order) => ({
      ...order,
      status: worstLineStatus([
        ...order.lines.map(({ status }) => status),
        ...(withCharges.has(order.orderNo) ? (['added-charge'] as const) : []),
        ...(order.status === 'no-product-link' ? [order.status] : []),
      ]),
    })),
  };
}
