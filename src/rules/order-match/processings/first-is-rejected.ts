import type { Change, Decision } from '../../../domain/decision.ts';
import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import type { ReasonCode } from '../../../domain/reason.table.ts';
import { decideAgain } from './decide-again.ts';
import { decisionOf } from './processed.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Processing } from './processing.ts';

const REPEATS: ReadonlySet<ReasonCode> = new Set(['DUPLICATE', 'NEAR_DUPLICATE']);
const RULE = 'order-match.md 18';

/** Is it in a person's hands (2), and said to repeat this document? */
export function repeatsInHands({ status, reasons }: OrderMatchResult, documentId: string): boolean {
  return (
    status.code === 2 &&
    reasons.some(({ code, expected }) => REPEATS.has(code as ReasonCode) && expected === documentId)
  );
}

/**
 * What becomes of a document in a person's hands (2) when the one that it repeats is rejected, which does not count any
 * more (order-match.md 18): it stays in those hands, repeats nothing, and reserves what it is matched to. Undefined
 * where nothing of it could be compared any more: then it stays as it is until somebody acts on it.
 */
export function firstIsRejected(processing: Processing): Decision | undefined {
  const { stored } = processing.facts;
  const again = decideAgain(processing, stored.byHand);
  if (isRefusal(again)) return undefined;
  const { documentId } = stored.result;
  const decision = decisionOf(processing, {
    result: again.result,
    status: 2,
    rule: RULE,
    waitsFor: again.assessment.waitsFor,
    changes: [{ change: 'put-links', documentId, links: again.links }, ...again.changes],
    outputs: again.outputs,
  });
  return { ...decision, changes: decision.changes.map((change) => asDecidedAgain(change, documentId)) };
}

/** Nobody asked for it: the action is that on the document which came first. */
function asDecidedAgain(change: Change, documentId: string): Change {
  if (change.change !== 'audit' || change.subject.key !== documentId || change.rule !== RULE) return change;
  const { reason: _, ...row } = change;
  return { ...row, event: 'decided-again' };
}
