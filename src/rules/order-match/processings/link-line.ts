import type { Change } from '../../../domain/decision.ts';
import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { REASONS } from '../../../domain/reason.table.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import type { LineByHand } from '../by-hand.ts';
import { deliveryAlternativeProposals } from '../learned/delivery-alternative-proposals.ts';
import { learnedAfter } from '../learned/put-learned-link.ts';
import { type LineOfPerson, taughtByHand } from '../learned/taught-by-hand.ts';
import { decideAgain } from './decide-again.ts';
import { taught, withoutLessons } from './lessons.ts';
import { linkTarget, notNamed } from './link-target.ts';
import { invoiceLineAsked, withLineByHand } from './lines-by-hand.ts';
import { decisionOf } from './processed.ts';
import { leadsTo, type Processing, type ProcessingOutcome } from './processing.ts';

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
    const [first, ...rest] = (matched?.reasons ?? []).filter(({ code }) => REASONS[code].status !== null);
    return first === undefined ? refuse('NOTHING_LINKED', { at: `line:${line.id}` }) : { refused: [first, ...rest] };
  }
  const lesson = taught(corrected.processing, line, matched.productNo);
  return decisionOf(processing, {
    result: withProposal(corrected.processing, again.result, { line, productNo: matched.productNo }, lesson.changes),
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
    outputs: again.outputs,
  });
}

/** What the link teaches is proposed to Visma with the result of the link itself, not only with the next invoice. */
function withProposal(
  { facts }: Processing,
  result: OrderMatchResult,
  linked: LineOfPerson,
  learnt: readonly Change[],
): OrderMatchResult {
  const { learned: before, alternatives } = facts.orderMatch;
  const learned = learnedAfter(learnt, before);
  const { deliveryAlternativeProposals: others = [], ...rest } = result;
  const taughtNow = taughtByHand([linked], result.supplierInvoice.supplierNo ?? '', learned);
  const used = [...others.map(({ learnedLink }) => learnedLink), ...taughtNow];
  const proposals = deliveryAlternativeProposals(used, learned, alternatives);
  return proposals.length === 0 ? rest : { ...rest, deliveryAlternativeProposals: proposals };
}
