import { currencyDecimals } from '../../domain/currency.table.ts';
import { decimalOrUndefined, sum, ZERO } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { paymentReasons } from '../payment/payment-reasons.ts';
import { amountText } from './amount-text.ts';
import { chargeLimitReasons } from './charge-limits.ts';
import { missingChargeProducts } from './created-lines.ts';
import { excessHolds } from './excess-holds.ts';
import type { Matched } from './match-invoice.ts';
import type { OrderLineFigures } from './order-line-figures.ts';
import type { OrderMatchRuleSettings } from './order-match-facts.ts';
import { chargeHolds, goodsHolds, orderHolds } from './receipt-holds.ts';
import { counts, directionInForce, toleranceInForce } from './tolerance.ts';

/** No conversion is tried (scenario V01). */
export function currencyReasons(invoice: SupplierInvoice, orders: readonly PurchaseOrder[]): Reason[] {
  const { currency } = invoice;
  if (currency === undefined || currency.trim() === '') return [];
  return orders
    .filter((order) => order.currency !== currency)
    .map((order) => ({
      code: 'CURRENCY_MISMATCH',
      at: `order:${order.orderNo}`,
      expected: order.currency,
      actual: currency,
    }));
}

/** What charges call for whether or not there is an order (scenario M05). */
export function chargeReasons(matched: Matched, invoice: SupplierInvoice, settings: OrderMatchRuleSettings): Reason[] {
  const linked = new Set(matched.placed.parts.map((part) => part.invoiceLineId));
  const needed = new Set([...matched.placed.left.filter(({ id }) => !linked.has(id)).map(({ kind }) => kind)]);
  const kinds = new Set([...needed, ...(matched.chargeKinds.has('rounding') ? ['rounding' as const] : [])]);
  const decimals = currencyDecimals(invoice.currency);
  const rounding = decimalOrUndefined(invoice.totals.rounding) ?? ZERO;
  return [
    ...missingChargeProducts(kinds, matched.placed.products),
    ...chargeLimitReasons(matched.placed.left, rounding, matched.goodsNet, settings.orderMatch, decimals),
  ];
}

/** What the comparison with the orders calls for. */
export function comparisonReasons(
  matched: Matched,
  orders: readonly PurchaseOrder[],
  supplier: Supplier,
  invoice: SupplierInvoice,
  settings: OrderMatchRuleSettings,
): Reason[] {
  const { figures } = matched;
  return [
    ...figures.flatMap(({ outsideTolerance, overQuantity }) => [outsideTolerance ?? [], overQuantity ?? []].flat()),
    ...capReasons(figures, invoice, settings),
    ...classReasons(matched, settings),
    ...orderHolds(orders),
    ...excessHolds(figures, toleranceInForce(settings, supplier), invoice.currency),
    ...goodsHolds(figures, invoice.kind, settings.orderMatch.requireGoodsReceipt),
    ...chargeHolds(matched.chargeKinds, supplier, settings.company.orderProcessing.automaticReceipt),
    ...paymentReasons(invoice, supplier, settings),
  ];
}

/** The cap on all deviations of a document together: it stops many small ones from adding up (scenario T26). */
function capReasons(
  figures: readonly OrderLineFigures[],
  invoice: SupplierInvoice,
  settings: OrderMatchRuleSettings,
): Reason[] {
  const cap = decimalOrUndefined(settings.orderMatch.documentAmountCap ?? undefined);
  const counted = figures.filter(({ deviation }) => counts(deviation, directionInForce(settings), invoice.kind));
  const total = sum(counted.map(({ deviation }) => deviation.abs()));
  if (cap === undefined || total.lte(cap)) return [];
  const decimals = currencyDecimals(invoice.currency);
  const setting = 'mappings/site.yaml orderMatch.documentAmountCap';
  return [
    {
      code: 'DOCUMENT_AMOUNT_CAP',
      at: 'document',
      actual: amountText(total, decimals),
      allowed: amountText(cap, decimals),
      setting,
    },
  ];
}

/** Links whose choice changed an account, a project or a price are not automatic (order-match.md 12). */
function classReasons(matched: Matched, settings: OrderMatchRuleSettings): Reason[] {
  if (settings.orderMatch.classCAutomatic) return [];
  return matched.parts
    .filter((part) => part.class === 'C')
    .map((part) => ({
      code: 'CLASS_C',
      at: `line:${part.invoiceLineId}`,
      actual: part.line.key,
      setting: 'mappings/site.yaml orderMatch.classCAutomatic',
    }));
}
