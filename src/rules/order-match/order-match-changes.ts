import { decimalText } from '../../domain/decimal.ts';
import type { Change, LinkState, Reason } from '../../domain/decision.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import type { ReasonCode } from '../../domain/reason.table.ts';
import { snapshotOf } from './order-line-snapshot.ts';
import { reservedQuantities } from './reserved-quantities.ts';
import { type Assessment, suggestsValues } from './assess-invoice.ts';
import type { OrderMatchContext, SupplierInvoiceContent } from './order-match-facts.ts';
import { storedInvoice } from './stored-invoice.ts';

/** The requirement behind each status, for the audit (X006). */
const RULE_OF_STATUS: Readonly<Record<OrderMatchStatusCode, string>> = {
  1: 'C076',
  2: 'C077',
  3: 'C078',
  4: 'C079',
  5: 'C080',
  6: 'C081',
  7: 'C082',
  8: 'C083',
  9: 'C084',
  10: 'C085',
  11: 'C086',
};

/** Reasons that a person should hear of without looking: somebody may be paid twice, or the wrong one. */
const ALERTING: Partial<Record<ReasonCode, string>> = {
  DUPLICATE: 'An invoice of the same supplier and number was received before.',
  NEAR_DUPLICATE: 'An invoice of nearly the same number, with the same date and total, was received before.',
  BUYER_MISMATCH: 'An invoice is addressed to another buyer.',
  BANK_ACCOUNT_CHANGED: 'An invoice asks for payment to an account that is not on the file of its supplier.',
  PAYEE_UNKNOWN: 'An invoice names a payee that is not on the file of its supplier.',
  SUPPLIER_AMBIGUOUS: 'The identifiers of an invoice name more than one supplier.',
};

/** What the ledger is to remember of a decision. */
export function orderMatchChanges(
  invoice: SupplierInvoice,
  assessment: Assessment,
  result: OrderMatchResult,
  context: OrderMatchContext,
): Change[] {
  return [
    storedInvoice(
      { invoice, result, ...handsOf(context) },
      assessment.waitsFor,
      assessment.matched?.learnedLinks ?? [],
    ),
    { change: 'put-links', documentId: context.documentId, links: linkStates(invoice, assessment, context) },
    ...newSnapshots(assessment),
    ...auditRows(assessment, result, context),
    ...alerts(assessment.reasons, context),
  ];
}

/** What operators did stays with the document, whoever decides it again. */
export function handsOf({ byHand }: OrderMatchContext): Pick<SupplierInvoiceContent, 'byHand'> {
  return byHand === undefined ? {} : { byHand };
}

/**
 * The links as later decisions count them. A document that repeats another reserves nothing: it would hold honest
 * invoices of the same order.
 */
export function linkStates(invoice: SupplierInvoice, assessment: Assessment, context: OrderMatchContext): LinkState[] {
  const { matched, received, duplicates, pair, status } = assessment;
  if (matched === undefined || !suggestsValues(status)) return [];
  const receivedLines = new Set([...received].map(({ state }) => state));
  const open = duplicates.repeats.size > 0 ? 'released' : 'pending';
  const reserved = reservedQuantities(matched.parts);
  return matched.parts.map((part) => {
    const isReceived = receivedLines.has(part.line);
    const less = isReceived ? undefined : pair === undefined ? reserved.get(part) : '0'; // a pair cancels out
    return {
      documentId: context.documentId,
      invoiceLineId: part.invoiceLineId,
      orderNo: part.line.order.orderNo,
      orderLineNo: part.line.line.lineNo,
      quantity: decimalText(part.quantity),
      amount: decimalText(part.amount),
      price: decimalText(part.price),
      kind: invoice.kind,
      state: isReceived ? 'received' : open,
      ...(isReceived ? { receivedAt: context.now } : {}),
      ...(less === undefined ? {} : { reserved: less }),
    };
  });
}

/** The first match of an order line keeps its price (order-match.md 5). */
export function newSnapshots({ matched, status }: Assessment): Change[] {
  if (matched === undefined || !suggestsValues(status)) return [];
  return matched.figures
    .filter(({ state }) => !state.hasSnapshot)
    .map(({ state }) => ({
      change: 'put-order-line-snapshot',
      orderNo: state.order.orderNo,
      lineNo: state.line.lineNo,
      snapshot: snapshotOf(state.line),
    }));
}

function auditRows(assessment: Assessment, result: OrderMatchResult, context: OrderMatchContext): Change[] {
  const subject = { kind: 'supplier-invoice', key: context.documentId } as const;
  const from = context.previous === undefined ? null : String(context.previous.status.code);
  const to = String(assessment.status);
  const event = context.previous === undefined ? 'decided' : 'decided-again';
  const decided: Change = {
    change: 'audit',
    subject,
    event,
    from,
    to,
    rule: RULE_OF_STATUS[assessment.status],
    reasons: assessment.reasons,
  };
  return result.receipt === null
    ? [decided]
    : [decided, { change: 'audit', subject, event: 'received', from: to, to, rule: 'C058' }];
}

/** The alerts of an invoice that a person has dealt with are over: those of its reasons, and that of a link by hand. */
export function handledAlerts({ documentId, reasons }: OrderMatchResult): Change[] {
  const subject = { kind: 'supplier-invoice', key: documentId };
  const codes = (Object.keys(ALERTING) as ReasonCode[]).filter((code) =>
    reasons.some((reason) => reason.code === code),
  );
  return [...codes, 'LEARNED_LINKS_CONTRADICT' as const].map((code) => ({ change: 'clear-alert', code, subject }));
}

export function alerts(reasons: readonly Reason[], context: OrderMatchContext): Change[] {
  const subject = { kind: 'supplier-invoice', key: context.documentId };
  const before = new Set(context.previous?.reasons.map(({ code }) => code));
  return (Object.entries(ALERTING) as [ReasonCode, string][]).flatMap(([code, text]): Change[] => {
    if (reasons.some((reason) => reason.code === code)) return [{ change: 'raise-alert', code, subject, text }];
    return before.has(code) ? [{ change: 'clear-alert', code, subject }] : [];
  });
}
