import type { Decision, Finding, Output, PutDocument, ReadDocument } from '../../domain/decision.ts';
import type { Command } from '../../domain/documents.generated.ts';
import { Fault } from '../../domain/fault.ts';
import { commandRequest, isProcessing } from '../../rules/order-match/processings/command-request.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { answeredBefore, commandDecision } from './answer-command.ts';
import type { PlannedWork } from './commit-together.ts';
import { type DirectAction, directAction } from './direct-action.ts';
import type { OnAccountOf } from './decide-document.ts';
import { processInvoice } from './process-invoice.ts';

/**
 * Does what a command file asks for, in the transaction of its file: the same rule and the same step as for an operator at
 * the command line, `by` is `commands:<user>`. A commandId that was done before is a duplicate, or refused where it now
 * asks for something else. A refused command is not remembered: put right, it may come again under its id. What the world
 * lacks (the kept bytes are gone, the outbox is closed) refuses it too, and is told among the `findings` of its file.
 */
export async function decideCommand(
  path: Path,
  transaction: LedgerTransaction,
  document: ReadDocument,
  file: OnAccountOf,
  planned: PlannedWork,
  findings: Finding[],
): Promise<Decision> {
  const command = document.content as Command;
  const before = await answeredBefore(transaction, command);
  if (before !== undefined) return before;
  const account = { ...file, by: `commands:${command.user}` };
  const outcome = await done(path, transaction, command, account, planned).catch((error: unknown) => {
    if (!(error instanceof Fault) || error.transient) throw error;
    findings.push(findingOf(error, document.at));
    return refuse('ACTION_REFUSED', { at: command.action });
  });
  if (isRefusal(outcome)) return commandDecision(command, 'rejected', [...outcome.refused]);
  await transaction.apply([storedCommand(command)], account.by, file.now, file);
  return { ...commandDecision(command, 'accepted', []), outputs: outcome };
}

/** Does it; gives the outputs that are still to be planned. Rejects with a `Fault` where the world does not let it. */
async function done(
  path: Path,
  transaction: LedgerTransaction,
  command: Command,
  account: OnAccountOf,
  planned: PlannedWork,
): Promise<Output[] | Refusal> {
  const { by, now } = account;
  if (isProcessing(command)) {
    const outcome = await processInvoice(path, transaction, command.key, commandRequest(command, by), account);
    return isRefusal(outcome) ? outcome : [outcome.decision, ...outcome.woken].flatMap(({ outputs }) => outputs);
  }
  const { action, key, reason } = command;
  const asked = { action: action as DirectAction['action'], key, by, reason, now };
  return (await directAction(path, transaction, planned, asked)) ?? [];
}

function findingOf({ code, message, hint }: Fault, at: ReadDocument['at']): Finding {
  return { code, severity: 'error', message, hint, at };
}

function storedCommand(command: Command): PutDocument {
  return {
    change: 'put-document',
    kind: 'command',
    key: command.commandId,
    content: command,
    status: null,
    revision: 1,
    head: { party: command.user, number: command.key },
    indexes: [],
  };
}
