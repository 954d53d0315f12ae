import type { Decision } from '../domain/decision.ts';
import type { Command } from '../domain/documents.generated.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { answeredBefore, commandDecision } from '../pipeline/steps/answer-command.ts';
import type { DirectAction } from '../pipeline/steps/direct-action.ts';
import { refusalNow } from '../pipeline/steps/may-act.ts';
import { decideInvoiceAction } from '../pipeline/steps/process-invoice.ts';
import { commandRequest, isProcessing } from '../rules/order-match/processings/command-request.ts';

/**
 * What a command file would do, were it dropped now: a commandId that was done before is not done again, and what is not
 * allowed is refused. Whom a release would wake, and whether an outbox is open, is not asked.
 */
export async function previewCommand(
  ledger: LedgerReader,
  settings: SettingsWithLookups,
  command: Command,
  now: string,
): Promise<Decision> {
  const before = await answeredBefore(ledger, command);
  if (before !== undefined) return before;
  if (!isProcessing(command)) {
    const action = command.action as DirectAction['action'];
    const refusal = await refusalNow(ledger, { action, key: command.key });
    return commandDecision(command, refusal === undefined ? 'accepted' : 'rejected', refusal?.refused ?? []);
  }
  const request = commandRequest(command, `commands:${command.user}`);
  const decided = await decideInvoiceAction(ledger, settings, command.key, request, now);
  if (isRefusal(decided)) return commandDecision(command, 'rejected', decided.refused);
  return { ...commandDecision(command, 'accepted', []), outputs: decided.decision.outputs };
}
