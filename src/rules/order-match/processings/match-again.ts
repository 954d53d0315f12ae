import type { Change, Decision } from '../../../domain/decision.ts';
import type { OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { assessInvoice, suggestsValues } from '../assess-invoice.ts';
import { decideOrderMatch } from '../decide-order-match.ts';
import { contextOf, type DecidedAgain, decideAgain } from './decide-again.ts';
import { decisionOf } from './processed.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Processing, ProcessingOutcome } from './processing.ts';
import { receivedLines, receiptsOf } from './receipts.ts';
import { withdrawValues } from './write-values.ts';

const RULE = 'C092';

/**
 * Ordrematch processing by hand (C092): decided again with today's facts and settings. What a person works on (2) stays
 * in that person's hands, so that values written to the order launder no deviation (scenario T30); it leaves them only
 * where nothing can be compared any more. What was received stays received.
 */
export function matchAgain(processing: Processing): ProcessingOutcome {
  const { facts, settings } = processing;
  const { invoice, result, byHand } = facts.stored;
  const context = contextOf(processing, byHand);
  const status = result.status.code as OrderMatchStatusCode;
  const partly = receiptsOf(result).length > 0;
  const found = assessInvoice(invoice, facts.orderMatch, settings, context).status;
  if (!partly && (status !== 2 || !suggestsValues(found)))
    return byOperator(processing, decideOrderMatch(invoice, facts.orderMatch, settings, context));
  const again = decideAgain(processing, byHand);
  if (isRefusal(again)) return again;
  if (again.status === 1) return receiveRest(processing, again);
  return decisionOf(processing, {
    result: again.result,
    status: again.status,
    rule: RULE,
    waitsFor: again.assessment.waitsFor,
    changes: [{ change: 'put-links', documentId: result.documentId, links: again.links }, ...again.changes],
    outputs: again.outputs,
  });
}

/** Nothing speaks against the rest any more: it is received as the first part was, by itself (C058). */
function receiveRest(processing: Processing, again: DecidedAgain): Decision {
  const { receipt, result, links } = receivedLines(processing, again.result, again.links, undefined);
  return decisionOf(processing, {
    result,
    status: 1,
    rule: 'C058',
    details: { receiptId: receipt.receiptId },
    changes: [{ change: 'put-links', documentId: result.documentId, links }, ...again.changes],
    outputs: again.outputs,
  });
}

/** The decision with the operator's row in the place of the path's; what was written to orders is withdrawn where nothing is linked. */
function byOperator(processing: Processing, decision: Decision): Decision {
  const { request, facts } = processing;
  const { documentId } = facts.stored.result;
  const rows = decision.changes.map(
    (change): Change =>
      change.change === 'audit' && (change.event === 'decided-again' || change.event === 'left-as-it-is')
        ? { ...change, event: request.action, rule: RULE, reason: request.reason }
        : change,
  );
  const gone = decision.outputs.length === 0 ? [] : withdrawValues(facts, documentId, new Set());
  return { ...decision, changes: [...gone, ...rows] };
}
