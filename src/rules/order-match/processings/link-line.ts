import { REASONS } from '../../../domain/reason.table.ts';
import type { LineByHand } from '../by-hand.ts';
import { decideAgain, gravest } from './decide-again.ts';
import { taught, withoutLessons } from './lessons.ts';
import { linkTarget, notNamed } from './link-target.ts';
import { invoiceLineAsked, withLineByHand } from './lines-by-hand.ts';
import { decisionOf } from './processed.ts';
import { isRefusal, leadsTo, type Processing, type ProcessingOutcome, refuse } from './processing.ts';

/**
 * Fixes an invoice line to an order line, or to a product whose order line the tiers find, and decides again with it
 * above every tier (order-match.md 16 and 21). The order must be one that the invoice could speak of: of its supplier,
 * in its currency, not cancelled.
 */
export function linkLine(processing: Processing): ProcessingOutcome {
  const { request, facts, context } = processing;
  const { result } = facts.stored;
  const line = invoiceLineAsked(processing);
  if (isRefusal(line)) return line;
  const target = linkTarget(processing);
  if (isRefusal(target)) return target;
  const { fixed, productNo } = target;
  const corrected = withoutLessons(processing, line, productNo);
  const hand: LineByHand = { invoiceLineId: line.id, ...fixed, by: request.by, at: context.now };
  const byHand = withLineByHand(facts.stored.byHand, hand);
  const again = decideAgain(corrected.processing, byHand);
  if (isRefusal(again)) return again;
  const matched = again.assessment.matched?.lines.find((one) => one.line.id === line.id);
  if (matched === undefined || (matched.role !== 'goods' && matched.role !== 'charge')) {
    const why = gravest(matched?.reasons ?? [], ({ code }) => REASONS[code].status !== null);
    return why ?? refuse('NOTHING_LINKED', { at: `line:${line.id}` });
  }
  const lesson = taught(corrected.processing, line, matched.productNo);
  return decisionOf(processing, {
    result: again.result,
    status: leadsTo(processing, 'link'),
    rule: 'order-match.md 16',
    details: { line: line.id, ...fixed },
    said: [...notNamed(processing, fixed.orderNo), ...corrected.said, ...lesson.said],
    byHand,
    waitsFor: again.assessment.waitsFor,
    changes: [
      { change: 'put-links', documentId: result.documentId, links: again.links },
      ...again.changes,
      ...corrected.changes,
      ...lesson.changes,
    ],
  });
}
