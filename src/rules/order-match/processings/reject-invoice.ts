import type { Change, LinkState, Reason } from '../../../domain/decision.ts';
import type { OrderMatchResult, Preregistration } from '../../../domain/documents.generated.ts';
import { handledAlerts } from '../order-match-changes.ts';
import { orderLineKey } from '../orders-with-room.ts';
import { clearPreregistration } from '../preregistration/clear-preregistration.ts';
import { editedSince } from '../written-values.ts';
import { decisionOf } from './processed.ts';
import { leadsTo, orderOf, type Processing, type ProcessingFacts, type ProcessingOutcome } from './processing.ts';
import { refusedOnceReceived } from './receipts.ts';
import { withdrawValues } from './write-values.ts';

/**
 * Avvis faktura (C030, C031): exactly what the match set is cleared. Links no longer reserve, suggested values and
 * created lines go, and what was written to the order is withdrawn. What a person changed on the order since stays, and
 * it is said. Refused once anything was received: then a credit note puts it right.
 */
export function rejectInvoice(processing: Processing): ProcessingOutcome {
  const { facts } = processing;
  const { result } = facts.stored;
  const received = refusedOnceReceived(result);
  if (received !== undefined) return received;
  const kept = keptEdits(facts);
  const links = facts.ownLinks.map((link): LinkState => ({ ...link, state: 'released' }));
  const { documentId, preregistration } = result;
  const context = { ...processing.context, documentId };
  const reversal = clearPreregistration(
    preregistration,
    'rejection',
    facts.stored.invoice,
    processing.settings,
    context,
  );
  const changes: Change[] = [
    { change: 'put-links', documentId: result.documentId, links },
    ...withdrawValues(facts, result.documentId, new Set()),
    ...handledAlerts(result),
    ...reversal.changes,
  ];
  return decisionOf(processing, {
    result: { ...cleared(result, kept), preregistration: reversal.preregistration },
    status: leadsTo(processing, 'reject'),
    rule: 'C030',
    said: [...kept, ...liabilityLeft(preregistration, reversal.preregistration)],
    changes,
    outputs: reversal.outputs,
  });
}

/** A pre-registration that the rejection does not reverse is a liability that remains (C032): a person reverses it in Visma. */
function liabilityLeft(before: Preregistration | null, after: Preregistration | null): Reason[] {
  if (before?.state !== 'open' || after?.state !== 'remains') return [];
  return [
    {
      code: 'PREREGISTRATION_REMAINS',
      at: 'document',
      actual: `${before.amount} ${before.currency}`,
      setting: 'mappings/site.yaml company.orderProcessing.reversePreregistrationOnReject',
    },
  ];
}

function cleared(result: OrderMatchResult, kept: readonly Reason[]): OrderMatchResult {
  const { deliveryAlternativeProposals: _, ...rest } = result;
  return {
    ...rest,
    reasons: [...result.reasons, ...kept],
    orders: result.orders.map((order) => ({
      ...order,
      suggestedGrossTotal: null,
      suggestedNetTotal: null,
      suggestedVatAmount: null,
      status: 'none',
      lines: [],
    })),
    createdLines: [],
    links: [],
    proposals: [],
  };
}

/** What was changed on lines to which this invoice had written its values: it is a person's, and stays. */
function keptEdits(facts: ProcessingFacts): Reason[] {
  return facts.orderMatch.snapshots.flatMap(({ orderNo, lineNo, written }): Reason[] => {
    const own = written?.find(({ documentId }) => documentId === facts.stored.result.documentId);
    const line = orderOf(facts, orderNo)?.lines.find((one) => one.lineNo === lineNo);
    if (own === undefined || line === undefined) return [];
    const at = orderLineKey(orderNo, lineNo);
    return editedSince(line, own).map(({ before, now }) => ({
      code: 'USER_EDIT_KEPT',
      at,
      expected: before,
      actual: now,
    }));
  });
}
