import { canonicalText } from '../../domain/canonical-text.ts';
import type { Decision, DocumentOutcome, Reason } from '../../domain/decision.ts';
import type { Command } from '../../domain/documents.generated.ts';
import type { LedgerReader } from '../ledger-port.ts';

/** A commandId that was done before: a duplicate, or refused where it now asks for something else. Undefined where it is new. */
export async function answeredBefore(ledger: LedgerReader, command: Command): Promise<Decision | undefined> {
  const known = await ledger.document('command', command.commandId);
  if (known === undefined) return undefined;
  return canonicalText(command) === canonicalText(known.content)
    ? commandDecision(command, 'duplicate', [{ code: 'SAME_AS_BEFORE' }])
    : commandDecision(command, 'rejected', [{ code: 'COMMAND_ID_REUSED', at: 'commandId', actual: command.commandId }]);
}

/** What a command file is answered for one of its commands. */
export function commandDecision(
  { commandId }: Command,
  outcome: DocumentOutcome,
  reasons: readonly Reason[],
): Decision {
  return { kind: 'command', key: commandId, outcome, status: null, reasons: [...reasons], changes: [], outputs: [] };
}
