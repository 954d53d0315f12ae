import { currencyDecimals } from '../../domain/currency.table.ts';
import { decimalOrUndefined, sum } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import { amountText } from './amount-text.ts';
import { chargeLimitReasons } from './charge-limits.ts';
import { checkLineNets } from './check-line-net.ts';
import { checkTotals } from './check-totals.ts';
import { missingChargeProducts } from './created-lines.ts';
import { documentHolds } from './document-holds.ts';
import { type DuplicateFinding, findDuplicates } from './duplicates.ts';
import { findOrders } from './find-orders/find-orders.ts';
import { orderCandidates } from './find-orders/order-candidates.ts';
import { findSupplier } from './find-supplier.ts';
import { type Matched, matchInvoice } from './match-invoice.ts';
import { missingValues } from './missing-values.ts';
import type { OrderMatchContext, OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { inOrder, statusOf } from './order-match-status.ts';
import { chargeHolds, goodsHolds, orderHolds, siteHolds } from './receipt-holds.ts';
import { receivedLines } from './received-lines.ts';
import type { OrderLineFigures } from './order-line-figures.ts';
import { counts } from './tolerance.ts';

/** What a document was found to be, before anything is written. */
export interface Assessment {
  supplier: Supplier | undefined;
  orders: readonly PurchaseOrder[];
  /** Undefined where nothing could be compared: no supplier, no order. */
  matched: Matched | undefined;
  status: OrderMatchStatusCode;
  reasons: Reason[];
  received: ReadonlySet<OrderLineFigures>;
  duplicates: DuplicateFinding;
  waitsFor: string[];
}

/** Statuses at which no line has suggested values (contract 5). */
const WITHOUT_VALUES: ReadonlySet<OrderMatchStatusCode> = new Set([3, 7, 10]);

/** Does a document of this status suggest values, and hold on to what it uses of its orders? */
export function suggestsValues(status: OrderMatchStatusCode): boolean {
  return !WITHOUT_VALUES.has(status);
}

/**
 * Assesses an invoice: what is missing, whose it is, which orders it speaks of, how it compares, what holds its
 * receipt. Everything that can be asked is asked, because all reasons are kept, not only the one that gives the status.
 */
export function assessInvoice(
  invoice: SupplierInvoice,
  facts: OrderMatchFacts,
  settings: OrderMatchRuleSettings,
  context: Pick<OrderMatchContext, 'accountingDocumentNo'>,
): Assessment {
  const ofDocument = [
    ...missingValues(invoice, settings.orderMatch.mandatoryValues),
    ...checkTotals(invoice),
    ...checkLineNets(invoice, settings.orderMatch.acceptR120Failures),
    ...documentHolds(invoice, settings.company.organisationNo),
  ];
  const { supplier, ...unnamed } = findSupplier(invoice, facts.suppliers);
  const candidates = orderCandidates(invoice, settings.orderMatch);
  if (supplier === undefined) {
    const unnamedReasons = 'reason' in unnamed ? [unnamed.reason] : [];
    return unmatched([...ofDocument, ...unnamedReasons], undefined);
  }
  const duplicates = findDuplicates(invoice, facts.earlier, supplier.supplierNo, context.accountingDocumentNo);
  const found = findOrders(invoice, candidates, facts, supplier.supplierNo, settings.orderMatch);
  const task = { invoice, supplier, orders: found.orders, candidates, found, repeats: duplicates.repeats };
  const matched = matchInvoice(task, facts, settings);
  const reasons = [...ofDocument, ...found.reasons, ...duplicates.reasons, ...matched.reasons, ...chargeReasons(matched, invoice, settings)];
  const currency = currencyReasons(invoice, found.orders);
  if (found.orders.length === 0 || currency.length > 0) {
    return { ...unmatched([...reasons, ...currency], supplier), orders: found.orders, duplicates, waitsFor: found.waitsFor };
  }
  const compared = [...reasons, ...comparisonReasons(matched, found.orders, supplier, invoice, settings)];
  const all = inOrder([...compared, ...siteHoldsOf(compared, settings)]);
  const received = receivedLines(matched.figures, all, settings);
  const { orders, waitsFor } = found;
  return { supplier, orders, matched, status: statusOf(all), reasons: all, received, duplicates, waitsFor };
}

function unmatched(reasons: readonly Reason[], supplier: Supplier | undefined): Assessment {
  const nothing = { orders: [], matched: undefined, received: new Set<OrderLineFigures>(), waitsFor: [] };
  const duplicates: DuplicateFinding = { reasons: [], repeats: new Set() };
  return { ...nothing, supplier, duplicates, status: statusOf(reasons), reasons: inOrder(reasons) };
}

/** No conversion is tried (scenario V01). */
function currencyReasons(invoice: SupplierInvoice, orders: readonly PurchaseOrder[]): Reason[] {
  const { currency } = invoice;
  if (currency === undefined || currency.trim() === '') return [];
  return orders
    .filter((order) => order.currency !== currency)
    .map((order) => ({ code: 'CURRENCY_MISMATCH', at: `order:${order.orderNo}`, expected: order.currency, actual: currency }));
}

/** What charges call for whether or not there is an order (scenario M05). */
function chargeReasons(matched: Matched, invoice: SupplierInvoice, settings: OrderMatchRuleSettings): Reason[] {
  const linked = new Set(matched.placed.parts.map((part) => part.invoiceLineId));
  const needed = new Set([...matched.placed.left.filter(({ id }) => !linked.has(id)).map(({ kind }) => kind)]);
  const kinds = new Set([...needed, ...(matched.chargeKinds.has('rounding') ? ['rounding' as const] : [])]);
  const decimals = currencyDecimals(invoice.currency);
  return [
    ...missingChargeProducts(kinds, matched.placed.products),
    ...chargeLimitReasons(matched.placed.left, matched.goodsNet, settings.orderMatch, decimals),
  ];
}

/** What the comparison with the orders calls for. */
function comparisonReasons(
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
    ...goodsHolds(figures, invoice.kind, settings.orderMatch.requireGoodsReceipt),
    ...chargeHolds(matched.chargeKinds, supplier, settings.company.orderProcessing.automaticReceipt),
  ];
}

/** The cap on all deviations of a document together: it stops many small ones from adding up (scenario T26). */
function capReasons(figures: readonly OrderLineFigures[], invoice: SupplierInvoice, settings: OrderMatchRuleSettings): Reason[] {
  const cap = decimalOrUndefined(settings.orderMatch.documentAmountCap ?? undefined);
  const counted = figures.filter(({ deviation }) => counts(deviation, settings.orderMatch.direction, invoice.kind));
  const total = sum(counted.map(({ deviation }) => deviation.abs()));
  if (cap === undefined || total.lte(cap)) return [];
  const decimals = currencyDecimals(invoice.currency);
  const setting = 'mappings/site.yaml orderMatch.documentAmountCap';
  return [{ code: 'DOCUMENT_AMOUNT_CAP', at: 'document', actual: amountText(total, decimals), allowed: amountText(cap, decimals), setting }];
}

/** Links whose choice changed an account, a project or a price are not automatic (order-match.md 12). */
function classReasons(matched: Matched, settings: OrderMatchRuleSettings): Reason[] {
  if (settings.orderMatch.classCAutomatic) return [];
  return matched.parts
    .filter((part) => part.class === 'C')
    .map((part) => ({ code: 'CLASS_C', at: `line:${part.invoiceLineId}`, actual: part.line.key, setting: 'mappings/site.yaml orderMatch.classCAutomatic' }));
}

/** Only a document that is compared is held by the site's own settings. */
function siteHoldsOf(reasons: readonly Reason[], settings: OrderMatchRuleSettings): Reason[] {
  return suggestsValues(statusOf(reasons)) ? siteHolds(reasons, settings) : [];
}
