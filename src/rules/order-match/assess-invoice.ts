import type { Reason } from '../../domain/decision.ts';
import type { PurchaseOrder, Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import { linesInHand } from './by-hand.ts';
import { checkLineNets } from './check-line-net.ts';
import { checkTotals } from './check-totals.ts';
import { chargeReasons, comparisonReasons, currencyReasons } from './comparison-reasons.ts';
import { documentHolds } from './document-holds.ts';
import { type DuplicateFinding, findDuplicates } from './duplicates.ts';
import { findOrders } from './find-orders/find-orders.ts';
import { orderCandidates } from './find-orders/order-candidates.ts';
import { findSupplier } from './find-supplier.ts';
import { inLineOrder } from './in-line-order.ts';
import { type Matched, matchInvoice } from './match-invoice.ts';
import { missingValues } from './missing-values.ts';
import type { OrderMatchContext, OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { inOrder, statusOf } from './order-match-status.ts';
import { type Pair, pairOf, pairReasons } from './paired-invoice.ts';
import { preregistrationHolds } from './preregistration/preregistration-holds.ts';
import { siteHolds } from './receipt-holds.ts';
import { receivedLines } from './received-lines.ts';
import type { OrderLineFigures } from './order-line-figures.ts';

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
  pair?: Pair | undefined;
  waitsFor: string[];
}

/** Does a document of this status suggest values, and hold on to what it uses of its orders? */
export function suggestsValues(status: OrderMatchStatusCode): boolean {
  return ORDER_MATCH_STATUSES[status].suggestsValues;
}

/**
 * Assesses an invoice: what is missing, whose it is, which orders it speaks of, how it compares, what holds its
 * receipt. Everything that can be asked is asked, because all reasons are kept, not only the one that gives the status.
 */
export function assessInvoice(
  asWritten: SupplierInvoice,
  facts: OrderMatchFacts,
  settings: OrderMatchRuleSettings,
  context: Pick<OrderMatchContext, 'accountingDocumentNo' | 'documentId' | 'previous' | 'byHand' | 'kept'>,
): Assessment {
  const invoice = inLineOrder(asWritten);
  const ofDocument = [
    ...missingValues(invoice, settings.orderMatch.mandatoryValues),
    ...checkTotals(invoice),
    ...checkLineNets(invoice, settings.orderMatch.acceptR120Failures),
    ...documentHolds(invoice, settings.company.organisationNo),
  ];
  const named = findSupplier(invoice, facts.suppliers);
  if (named.supplier === undefined) return unmatched([...ofDocument, named.reason], undefined);
  const { supplier } = named;
  const candidates = orderCandidates(invoice, settings.orderMatch);
  const duplicates = findDuplicates(invoice, facts.earlier, supplier.supplierNo, context.accountingDocumentNo);
  const inHand = linesInHand(context.byHand, context.kept ?? []);
  const found = findOrders(invoice, candidates, facts, supplier.supplierNo, settings.orderMatch, inHand);
  const { orders: foundOrders } = found;
  const { documentId } = context;
  const { repeats } = duplicates;
  const pair = repeats.size > 0 ? undefined : pairOf(invoice, facts, context);
  const task = { invoice, supplier, orders: foundOrders, candidates, found, inHand, repeats, documentId, pair };
  const matched = matchInvoice(task, facts, settings);
  const reasons = [
    ...ofDocument,
    ...found.reasons,
    ...duplicates.reasons,
    ...matched.reasons,
    ...chargeReasons(matched, invoice, settings),
  ];
  const currency = currencyReasons(invoice, found.orders);
  if (found.orders.length === 0 || currency.length > 0) {
    return {
      ...unmatched([...reasons, ...currency], supplier),
      orders: found.orders,
      duplicates,
      waitsFor: found.waitsFor,
    };
  }
  const compared = [
    ...reasons,
    ...pairReasons(pair),
    ...comparisonReasons(matched, found.orders, supplier, invoice, settings),
  ];
  const all = inOrder([...compared, ...holdsOfSite(compared, invoice, settings, context)]);
  const received = receivedLines(matched.figures, all, settings);
  const { orders, waitsFor } = found;
  return { supplier, orders, matched, status: statusOf(all), reasons: all, received, duplicates, pair, waitsFor };
}

function unmatched(reasons: readonly Reason[], supplier: Supplier | undefined): Assessment {
  const nothing = { orders: [], matched: undefined, received: new Set<OrderLineFigures>(), waitsFor: [] };
  const duplicates: DuplicateFinding = { reasons: [], repeats: new Set() };
  return { ...nothing, supplier, duplicates, status: statusOf(reasons), reasons: inOrder(reasons) };
}

/**
 * Only a document that is compared is held by the site's own ways: it registers matched documents beforehand, or automatic
 * receipt is off. Asked last, when it is known what else there is.
 */
function holdsOfSite(
  reasons: readonly Reason[],
  invoice: SupplierInvoice,
  settings: OrderMatchRuleSettings,
  { previous }: Pick<OrderMatchContext, 'previous'>,
): Reason[] {
  if (!suggestsValues(statusOf(reasons))) return [];
  const preregistered = preregistrationHolds(reasons, invoice, settings, previous?.preregistration ?? null);
  const isOn = settings.company.orderProcessing.preregisterIncomingDocuments;
  return isOn || preregistered.length > 0 ? preregistered : siteHolds(settings);
}
