import { decideAgain } from './decide-again.ts';
import { withoutLessons } from './lessons.ts';
import { invoiceLineAsked, withLineByHand } from './lines-by-hand.ts';
import { decisionOf } from './processed.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { leadsTo, type Processing, type ProcessingOutcome } from './processing.ts';
import { refusedWithoutOpenLines } from './selected-lines.ts';

/**
 * Takes an invoice line from the order lines that it is linked to, whoever linked it, and decides again: what it
 * reserved is open to others. It stays without a link until an operator links it (order-match.md
 * 16), and what its link taught is taken back (21).
 */
export function unlinkLine(processing: Processing): ProcessingOutcome {
  const { request, facts, context } = processing;
  const { result } = facts.stored;
  const line = invoiceLineAsked(processing);
  if (isRefusal(line)) return line;
  const nothing = refusedWithoutOpenLines(result);
  if (nothing !== undefined) return nothing;
  const links = result.links.filter(({ invoiceLineId }) => invoiceLineId === line.id);
  if (links.length === 0) return refuse('NOTHING_LINKED', { at: `line:${line.id}` });
  const hand = { invoiceLineId: line.id, unlinked: true, by: request.by, at: context.now } as const;
  const byHand = withLineByHand(facts.stored.byHand, hand);
  const corrected = withoutLessons(processing, line, undefined);
  const again = decideAgain(corrected.processing, byHand);
  if (isRefusal(again)) return again;
  return decisionOf(processing, {
    result: again.result,
    status: leadsTo(processing, 'unlink'),
    rule: 'order-match.md 16',
    details: { line: line.id, from: links.map(({ orderNo, orderLineNo }) => `${orderNo}/${orderLineNo}`) },
    said: corrected.said,
    byHand,
    waitsFor: again.assessment.waitsFor,
    changes: [
      { change: 'put-links', documentId: result.documentId, links: again.links },
      ...again.changes,
      ...corrected.changes,
    ],
    outputs: again.outputs,
  });
}
