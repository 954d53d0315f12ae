import type { Change, LinkState, Output } from '../../../domain/decision.ts';
import type { DocumentLink, OrderMatchOrderLine, OrderMatchResult } from '../../../domain/documents.generated.ts';
import type { OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { type Assessment, assessInvoice, suggestsValues } from '../assess-invoice.ts';
import type { ByHand } from '../by-hand.ts';
import { composeResult } from '../compose-result.ts';
import { alerts, linkStates, newSnapshots } from '../order-match-changes.ts';
import type { OrderMatchContext } from '../order-match-facts.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { preregisterInvoice } from '../preregistration/preregister-invoice.ts';
import type { Processing, ProcessingFacts } from './processing.ts';
import { resultLines, withLines } from './selected-lines.ts';
import { settledOrders } from './settled-orders.ts';
import { withdrawValues } from './write-values.ts';

/** An invoice as today's facts and the operators' words make it, with what was received of it left as it is. */
export interface DecidedAgain {
  /** In progress (2) once a person works on it, whatever its reasons call for; what they call for at a match before that. */
  status: OrderMatchStatusCode;
  assessment: Assessment;
  result: OrderMatchResult;
  links: LinkState[];
  changes: Change[];
  /** What goes out beside the result: the voucher of its pre-registration. */
  outputs: Output[];
}

/**
 * Decides the invoice again while it stays in a person's hands (2): nothing is received by itself, links of which
 * something was received are kept, and their figures are those of the receipt. One that is matched now, be it by a
 * person's link, is pre-registered as the path would do it, once in its life (order-match.md 15). Refused where nothing
 * could be compared any more (3, 7, 10), or where what was received would get lost.
 */
export function decideAgain(processing: Processing, byHand: ByHand | undefined): DecidedAgain | Refusal {
  const { request, facts, settings } = processing;
  const { invoice, result: previous } = facts.stored;
  const context = contextOf(processing, byHand);
  const assessed = assessInvoice(invoice, facts.orderMatch, settings, context);
  if (!suggestsValues(assessed.status)) {
    const [first = { code: 'NOTHING_LINKED' } as const, ...rest] = assessed.reasons;
    return { refused: [first, ...rest] };
  }
  const received = receivedLinks(facts);
  const isTouched = request.action !== 'match' || previous.status.code === 2;
  const status = isTouched ? 2 : assessed.status;
  const assessment: Assessment = { ...assessed, status, received: new Set() };
  const registered = preregisterInvoice(invoice, assessment, settings, context);
  const composed = composeResult(invoice, assessment, context, registered.preregistration);
  const former = new Map(previous.links.map((link) => [linkKey(link), link]));
  const links = composed.links.map((link) =>
    received.has(linkKey(link)) ? (former.get(linkKey(link)) ?? link) : link,
  );
  const lost = [...received.keys()].find((key) => !links.some((link) => linkKey(link) === key));
  if (lost !== undefined) return refuse('ALREADY_RECEIVED', { at: `line:${received.get(lost)?.invoiceLineId ?? ''}` });
  const open = new Set(links.filter((link) => !received.has(linkKey(link))).map(orderLineOf));
  const result = keepReceived({ ...composed, links }, previous, open);
  const linked = new Set(links.map(orderLineOf));
  return {
    status,
    assessment,
    result,
    links: linkStates(invoice, assessment, context).map((link) => received.get(linkKey(link)) ?? link),
    changes: [
      ...newSnapshots(assessment),
      ...withdrawValues(facts, previous.documentId, linked),
      ...alerts(assessment.reasons, context),
      ...registered.changes,
    ],
    outputs: registered.outputs,
  };
}

/** What the decision is told: today, what operators said, and which links stay. */
export function contextOf({ facts, context }: Processing, byHand: ByHand | undefined): OrderMatchContext {
  const { result: previous } = facts.stored;
  const keptLines = new Set([...receivedLinks(facts).values()].map(({ invoiceLineId }) => invoiceLineId));
  return {
    ...context,
    documentId: previous.documentId,
    accountingDocumentNo: previous.accountingDocumentNo,
    revision: previous.revision + 1,
    previous,
    inPersonsHands: true,
    kept: previous.links.filter(({ invoiceLineId }) => keptLines.has(invoiceLineId)),
    ...(byHand === undefined ? {} : { byHand }),
  };
}

function receivedLinks({ ownLinks }: ProcessingFacts): Map<string, LinkState> {
  return new Map(ownLinks.filter(({ state }) => state === 'received').map((link) => [linkKey(link), link]));
}

type Linked = Pick<DocumentLink, 'invoiceLineId' | 'orderNo' | 'orderLineNo'>;

function linkKey(link: Linked): string {
  return `${link.invoiceLineId}\n${orderLineOf(link)}`;
}

function orderLineOf({ orderNo, orderLineNo }: Linked): string {
  return orderLineKey(orderNo, orderLineNo);
}

/** Receipts and the lines that are received whole are history; values on the order stay updated where they are still the same. */
function keepReceived(
  composed: OrderMatchResult,
  previous: OrderMatchResult,
  open: ReadonlySet<string>,
): OrderMatchResult {
  const former = new Map(resultLines(previous).map(({ key, line }) => [key, line]));
  const closed = new Set([...former].filter(([key, line]) => line.received && !open.has(key)).map(([key]) => key));
  const { receipt, receipts } = previous;
  const kept: OrderMatchResult = {
    ...composed,
    reasons: composed.reasons.filter(({ at }) => at === undefined || !closed.has(at)),
    receipt,
    ...(receipts === undefined ? {} : { receipts }),
  };
  return settledOrders(
    withLines(kept, (line, key) => {
      const before = former.get(key);
      if (before === undefined) return line;
      return closed.has(key) ? before : { ...line, valuesUpdated: before.valuesUpdated && sameValues(line, before) };
    }),
  );
}

function sameValues(one: OrderMatchOrderLine, other: OrderMatchOrderLine): boolean {
  return (['suggestedPrice', 'suggestedDiscountPercent', 'suggestedQuantity'] as const).every(
    (name) => one[name] === other[name],
  );
}
