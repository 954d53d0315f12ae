import { compare, decimal, decimalText, isPositive } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { Charge } from './charge.ts';
import type { OrderLineFigures } from './order-line-figures.ts';
import type { OrderMatchRuleSettings } from './order-match-facts.ts';

const SITE = 'mappings/site.yaml';

/** Orders that cannot be received by themselves: gross orders (X010), and those that wait for a prepayment (E037). */
export function orderHolds(orders: readonly PurchaseOrder[]): Reason[] {
  return orders.flatMap(({ orderNo, gross, prepayment }): Reason[] => [
    ...(gross === true ? [{ code: 'GROSS_ORDER', at: `order:${orderNo}` } satisfies Reason] : []),
    ...(prepayment === true ? [{ code: 'PREPAYMENT_BLOCKED', at: `order:${orderNo}` } satisfies Reason] : []),
  ]);
}

/** Order lines of which less was received as goods than is invoiced by now (option `requireGoodsReceipt`, scenario R22). */
export function goodsHolds(
  figures: readonly OrderLineFigures[],
  kind: SupplierInvoice['kind'],
  required: boolean,
): Reason[] {
  if (!required || kind === 'credit-note') return [];
  return figures.flatMap(({ state, quantity }): Reason[] => {
    const received = decimal(state.line.receivedQuantity ?? '0');
    const invoiced = state.invoiced.plus(quantity);
    if (!isPositive(quantity) || compare(invoiced, received) <= 0) return [];
    return [
      {
        code: 'NOT_RECEIVED',
        at: state.key,
        expected: decimalText(invoiced),
        actual: decimalText(received),
        allowed: decimalText(invoiced.minus(received)),
        setting: `${SITE} orderMatch.requireGoodsReceipt`,
      },
    ];
  });
}

/** Freight and fees that keep this supplier's invoices from being received by themselves; asked only where receipt is automatic (C063, C064). */
export function chargeHolds(
  kinds: ReadonlySet<Charge['kind'] | 'rounding'>,
  supplier: Supplier,
  automaticReceipt: boolean,
): Reason[] {
  if (!automaticReceipt) return [];
  const freight = supplier.noAutomaticReceiptIfFreight === true && kinds.has('freight');
  const fees = supplier.noAutomaticReceiptIfFees === true && (kinds.has('fee') || kinds.has('rounding'));
  const of = (key: string) => `supplier ${supplier.supplierNo} ${key}`;
  return [
    ...(freight
      ? [{ code: 'FREIGHT_BLOCKS_RECEIPT', at: 'freight', setting: of('noAutomaticReceiptIfFreight') } satisfies Reason]
      : []),
    ...(fees
      ? [{ code: 'FEE_BLOCKS_RECEIPT', at: 'fee', setting: of('noAutomaticReceiptIfFees') } satisfies Reason]
      : []),
  ];
}

/** Automatic receipt is off (C059): whatever was compared waits for a person. */
export function siteHolds(settings: OrderMatchRuleSettings): Reason[] {
  const setting = `${SITE} company.orderProcessing.automaticReceipt`;
  return settings.company.orderProcessing.automaticReceipt ? [] : [{ code: 'AUTOMATIC_RECEIPT_OFF', setting }];
}
