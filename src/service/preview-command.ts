import type { Decision } from '../domain/decision.ts';
import type { Command } from '../domain/documents.generated.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { decideInvoiceAction } from '../pipeline/steps/process-invoice.ts';
import { commandRequest, isProcessing } from '../rules/order-match/processings/command-request.ts';
import { isRefusal } from '../rules/order-match/processings/processing.ts';

/** What a command file would do, were it dropped now; whom a release would wake is not asked. */
export async function previewCommand(
  ledger: LedgerReader,
  settings: SettingsWithLookups,
  command: Command,
  now: string,
): Promise<Decision> {
  const head = { kind: 'command', key: command.commandId, status: null } as const;
  if (!isProcessing(command)) return { ...head, changes: [], outcome: 'accepted', reasons: [], outputs: [] };
  const request = commandRequest(command, `commands:${command.user}`);
  const decided = await decideInvoiceAction(ledger, settings, command.key, request, now);
  if (isRefusal(decided))
    return { ...head, changes: [], outcome: 'rejected', reasons: [...decided.refused], outputs: [] };
  return { ...head, changes: [], outcome: 'accepted', reasons: [], outputs: decided.decision.outputs };
}
