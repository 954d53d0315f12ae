import { isAllowed } from './allowed-processings.ts';
import { linkLine } from './link-line.ts';
import { matchAgain } from './match-again.ts';
import { refuse } from '../../../domain/refusal.ts';
import {
  placeOf,
  type Processing,
  type ProcessingAction,
  type ProcessingContext,
  type ProcessingFacts,
  type ProcessingOutcome,
  type ProcessingRequest,
  type ProcessingSettings,
} from './processing.ts';
import { receiveInvoice } from './receive-invoice.ts';
import { rejectInvoice } from './reject-invoice.ts';
import { unlinkLine } from './unlink-line.ts';
import { updateValues } from './update-values.ts';

/** What does each action. */
const ACTIONS: Readonly<Record<ProcessingAction, (processing: Processing) => ProcessingOutcome>> = {
  match: matchAgain,
  update: updateValues,
  receive: receiveInvoice,
  reject: rejectInvoice,
  link: linkLine,
  unlink: unlinkLine,
};

/**
 * Decides about an operator's action on a supplier invoice (C028-C032, C092, order-match.md 16): what changes, or why
 * nothing does. A pure function; what is allowed in which status is the transition table's to say.
 */
export function decideProcessing(
  request: ProcessingRequest,
  facts: ProcessingFacts,
  settings: ProcessingSettings,
  context: ProcessingContext,
): ProcessingOutcome {
  const status = placeOf(facts.stored.result);
  if (!isAllowed(request.action, status)) return refuse('ACTION_REFUSED', { at: request.action, actual: status });
  return ACTIONS[request.action]({ request, facts, settings, context });
}
