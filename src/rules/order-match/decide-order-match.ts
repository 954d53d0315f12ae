import type { Change, Decision } from '../../domain/decision.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../domain/documents.generated.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import type { Reason } from '../../domain/decision.ts';
import { assessInvoice } from './assess-invoice.ts';
import { composeResult } from './compose-result.ts';
import { answerSupplier, type InvoiceResponseSettings } from './invoice-response/answer-supplier.ts';
import { orderMatchChanges } from './order-match-changes.ts';
import { preregisterInvoice } from './preregistration/preregister-invoice.ts';
import type { OrderMatchContext, OrderMatchFacts, OrderMatchRuleSettings } from './order-match-facts.ts';
import { saysTheSame } from './result-says.ts';

/**
 * Decides about a supplier's invoice or credit note (requirements C, order-match.md): a pure function of the
 * document, the facts, the settings and the day. Status 1 is accepted; everything else is held, waiting for a person
 * or for another document, and never refused. Same arguments, same bytes.
 *
 * Decided again (order-match.md 24), a result is written anew only when it says something else than the former one.
 * What is completed, rejected, in a person's hands or partly received is not decided again: receipts have happened.
 */
export function decideOrderMatch(
  invoice: SupplierInvoice,
  facts: OrderMatchFacts,
  settings: OrderMatchRuleSettings & InvoiceResponseSettings,
  context: OrderMatchContext,
): Decision {
  const { previous } = context;
  if (previous !== undefined && isSettled(previous, context)) return asBefore(previous, context, 'left-as-it-is');
  const assessment = assessInvoice(invoice, facts, settings, context);
  const registered = preregisterInvoice(invoice, assessment, settings, context);
  const composed = composeResult(invoice, assessment, context, registered.preregistration);
  if (previous !== undefined && saysTheSame(composed, previous)) return asBefore(previous, context, 'decided-again');
  const answer = answerSupplier(composed, previous, invoice, facts.suppliers, settings, context);
  const { result } = answer;
  return {
    kind: 'supplier-invoice',
    key: context.documentId,
    outcome: ORDER_MATCH_STATUSES[assessment.status].outcome,
    status: String(assessment.status),
    reasons: assessment.reasons,
    changes: [...orderMatchChanges(invoice, assessment, result, context), ...registered.changes, ...answer.changes],
    outputs: [
      {
        document: 'order-match-result',
        folder: 'visma',
        key: context.documentId,
        revision: context.revision,
        content: result,
      },
      ...registered.outputs,
      ...answer.outputs,
    ],
  };
}

/** Final, a person's (2), or with something received. */
function isSettled(result: OrderMatchResult, { inPersonsHands }: OrderMatchContext): boolean {
  const { final, decidedAgain } = ORDER_MATCH_STATUSES[result.status.code as OrderMatchStatusCode];
  return final || (!decidedAgain && inPersonsHands !== true) || result.receipt !== null;
}

/** Nothing new: one audit row, no output, and the links stay as they are. */
function asBefore(previous: OrderMatchResult, context: OrderMatchContext, event: string): Decision {
  const status = String(previous.status.code);
  const audit: Change = {
    change: 'audit',
    subject: { kind: 'supplier-invoice', key: context.documentId },
    event,
    from: status,
    to: status,
    rule: 'order-match.md 24',
  };
  return {
    kind: 'supplier-invoice',
    key: context.documentId,
    outcome: ORDER_MATCH_STATUSES[previous.status.code as OrderMatchStatusCode].outcome,
    status,
    reasons: previous.reasons as Reason[],
    changes: [audit],
    outputs: [],
  };
}
