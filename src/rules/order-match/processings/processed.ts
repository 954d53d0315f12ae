import type { Change, Decision, Output, Reason } from '../../../domain/decision.ts';
import type { OrderMatchResult } from '../../../domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { answerSupplier } from '../invoice-response/answer-supplier.ts';
import { learnedLinksIn } from '../learned/learned-products.ts';
import { saysTheSame } from '../result-says.ts';
import { storedInvoice } from '../stored-invoice.ts';
import type { ByHand } from '../by-hand.ts';
import type { Processing } from './processing.ts';

/** What an action makes of an invoice. */
export interface Processed {
  /** As the action leaves it; revision and status are filled in here. */
  result: OrderMatchResult;
  status: OrderMatchStatusCode;
  /** The requirement behind it, for the audit. */
  rule: string;
  /** What else the audit row says: lines, receipts. */
  details?: Readonly<Record<string, unknown>>;
  /** Reasons that belong to the action itself. */
  said?: Reason[];
  byHand?: ByHand;
  /** Numbers of orders that may still come. */
  waitsFor?: readonly string[];
  changes?: readonly Change[];
  /** What goes out beside the result: vouchers. */
  outputs?: readonly Output[];
}

/**
 * The decision about an action: the invoice as it is now, the links and the order values that changed, one audit row,
 * and the result as a new revision. A result that says what the former one said is not written again (order-match.md 24).
 */
export function decisionOf({ request, facts, settings, context }: Processing, processed: Processed): Decision {
  const { result: previous, invoice } = facts.stored;
  const { status, rule, details, said } = processed;
  const composed: OrderMatchResult = {
    ...processed.result,
    revision: previous.revision + 1,
    status: { code: status, name: ORDER_MATCH_STATUSES[status].name },
  };
  const news = !saysTheSame(composed, previous);
  const answer = answerSupplier(composed, previous, invoice, facts.orderMatch.suppliers, settings, context);
  const { result } = answer;
  const byHand = processed.byHand ?? facts.stored.byHand;
  const content = { invoice, result: news ? result : previous, ...(byHand === undefined ? {} : { byHand }) };
  const key = previous.documentId;
  const audit: Change = {
    change: 'audit',
    subject: { kind: 'supplier-invoice', key },
    event: request.action,
    from: String(previous.status.code),
    to: String(status),
    rule,
    reason: request.reason,
    ...(details === undefined ? {} : { details }),
    ...(said === undefined || said.length === 0 ? {} : { reasons: said }),
  };
  const written: Output = {
    document: 'order-match-result',
    folder: 'visma',
    key,
    revision: result.revision,
    content: result,
  };
  return {
    kind: 'supplier-invoice',
    key,
    outcome: ORDER_MATCH_STATUSES[status].outcome,
    status: String(status),
    reasons: (news ? result : previous).reasons as Reason[],
    changes: [
      storedInvoice(content, processed.waitsFor ?? [], learnedLinksOf(result, previous)),
      ...(processed.changes ?? []),
      ...(news ? answer.changes : []),
      audit,
    ],
    outputs: [...(news ? [written] : []), ...(processed.outputs ?? []), ...(news ? answer.outputs : [])],
  };
}

/** The learned links that the invoice rests on, or rested on before it was rejected: whoever revokes one is told of it. */
function learnedLinksOf(result: OrderMatchResult, previous: OrderMatchResult): string[] {
  const { links } = result.links.length > 0 ? result : previous;
  return learnedLinksIn(links.flatMap(({ evidence }) => evidence));
}
