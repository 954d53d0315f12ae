import type { Reason } from '../../../domain/decision.ts';
import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { next } from '../../../domain/next-status.ts';
import { ORDER_MATCH_TRANSITIONS, type OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { confirmLearned } from '../learned/confirm-learned.ts';
import { handledAlerts } from '../order-match-changes.ts';
import { inOrder } from '../order-match-status.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { clearPreregistration } from '../preregistration/clear-preregistration.ts';
import { hasChargesAlone, refusedForOrderOfCharges } from './charges-alone.ts';
import { overReceipts } from './over-receipts.ts';
import { decisionOf } from './processed.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { authorOf, orderOf, placeOf, type Processing, type ProcessingOutcome } from './processing.ts';
import { receivedLines } from './receipts.ts';
import { acceptedDuplicates, refusedAsRepeated } from './repeated-documents.ts';
import { isIncomplete, resultLines, selectedLines, withLines } from './selected-lines.ts';
import { writeValues } from './write-values.ts';

/**
 * Oppdater verdier og motta faktura (C029): values and receipt, of the whole invoice or of some order lines. The
 * document is completed (5) when its last linked line is received, and in progress (2) until then. What was received is
 * never received again; an order that waits for its prepayment is not received (scenario Z02); where a line has no
 * order line, only the others are, by line (order-match.md 14 and 16). Charges that stand alone have no order line, and
 * are received as a whole.
 */
export function receiveInvoice(processing: Processing): ProcessingOutcome {
  const { request, facts, settings, context } = processing;
  const { result } = facts.stored;
  const alone = request.lines.length === 0 && hasChargesAlone(result);
  const lines = alone ? [] : selectedLines(result, request.lines);
  if (isRefusal(lines)) return lines;
  const repeated = refusedAsRepeated(processing);
  if (repeated !== undefined) return repeated;
  const keys = new Set(lines.map(({ key }) => key));
  const incomplete = isIncomplete(result);
  const isLast = !incomplete && resultLines(result).every(({ key, line }) => line.received || keys.has(key));
  const blocked = blockedOrder(processing, isLast ? [...lines, ...result.createdLines] : lines);
  if (blocked !== undefined) return blocked;
  if (incomplete && request.lines.length === 0) return refuse('NOT_ALL_LINKED');
  const misplaced = isLast ? refusedForOrderOfCharges(facts) : undefined;
  if (misplaced !== undefined) return misplaced;
  const values = writeValues(processing, lines);
  if (isRefusal(values)) return values;
  const over = overReceipts(processing, lines);
  const updated = withLines({ ...result, reasons: reasonsToday(result, keys, over.reasons) }, (line, key) =>
    keys.has(key) ? { ...line, valuesUpdated: true } : line,
  );
  const received = receivedLines(processing, updated, facts.ownLinks, keys);
  const complete = !incomplete && received.links.every(({ state }) => state === 'received');
  const to = next(ORDER_MATCH_TRANSITIONS, placeOf(result), complete ? 'receive-all' : 'receive-some');
  if (to === undefined) return refuse('ACTION_REFUSED', { at: request.action, actual: placeOf(result) });
  const { documentId } = result;
  const confirming = { documentId, author: authorOf(processing), now: context.now, reason: request.reason };
  const clearing = complete
    ? clearPreregistration(result.preregistration, 'receipt', facts.stored.invoice, settings, {
        ...context,
        documentId,
      })
    : { preregistration: result.preregistration, outputs: [], changes: [] };
  return decisionOf(processing, {
    result: { ...received.result, preregistration: clearing.preregistration },
    status: Number(to) as OrderMatchStatusCode,
    rule: 'C029',
    details: { lines: [...keys], receiptId: received.receipt.receiptId, ...acceptedDuplicates(processing) },
    said: over.said,
    changes: [
      { change: 'put-links', documentId, links: received.links },
      ...values,
      ...confirmLearned(result, facts.orderMatch.learned, confirming, linesReceived(result, keys)),
      ...clearing.changes,
      ...(complete ? handledAlerts(result) : []),
      ...over.changes,
    ],
    // Once everything is received, a counter-voucher clears what was registered beforehand (order-match.md 15).
    outputs: clearing.outputs,
  });
}

/** What is beyond the open quantity of lines that are received is said with the figures of the receipt. */
function reasonsToday({ reasons }: OrderMatchResult, keys: ReadonlySet<string>, over: readonly Reason[]): Reason[] {
  const others = (reasons as Reason[]).filter(({ code, at = '' }) => code !== 'OVER_QUANTITY' || !keys.has(at));
  return inOrder([...others, ...over]);
}

/** The invoice lines of which something is on these order lines. */
function linesReceived({ links }: OrderMatchResult, keys: ReadonlySet<string>): Set<string> {
  const own = links.filter(({ orderNo, orderLineNo }) => keys.has(orderLineKey(orderNo, orderLineNo)));
  return new Set(own.map(({ invoiceLineId }) => invoiceLineId));
}

/**
 * The guard of the transition table: nothing of an order is received before its prepayment has been made (E037), nor,
 * with the last line, a charge that falls on it.
 */
function blockedOrder({ facts }: Processing, lines: readonly { orderNo: string }[]): Refusal | undefined {
  const blocked = lines.find(({ orderNo }) => orderOf(facts, orderNo)?.prepayment === true);
  return blocked && refuse('PREPAYMENT_BLOCKED', { at: `order:${blocked.orderNo}` });
}
