import { decimal, isPositive } from '../../domain/decimal.ts';
import type { LinkState } from '../../domain/decision.ts';
import type { PurchaseOrder, SupplierInvoice } from '../../domain/documents.generated.ts';
import { orderLineUse } from './order-line-use.ts';

/** The orders on which something can still be invoiced; for a credit note those on which something was. */
export function ordersWithRoom(
  orders: readonly PurchaseOrder[],
  links: readonly LinkState[],
  kind: SupplierInvoice['kind'],
): PurchaseOrder[] {
  const byLine = linksByOrderLine(links);
  return orders.filter((order) =>
    order.lines.some((line) => {
      const use = orderLineUse(line, order.asOf, byLine.get(orderLineKey(order.orderNo, line.lineNo)) ?? []);
      return kind === 'credit-note'
        ? isPositive(use.invoiced)
        : decimal(line.quantity).gt(use.invoiced.plus(use.reserved));
    }),
  );
}

/** "1001/1": how an order line is named in reasons, too. */
export function orderLineKey(orderNo: string, lineNo: number): string {
  return `${orderNo}/${lineNo}`;
}

/** Links by the order line that they point to. */
export function linksByOrderLine(links: readonly LinkState[]): Map<string, LinkState[]> {
  return Map.groupBy(links, (link) => orderLineKey(link.orderNo, link.orderLineNo));
}
