import type { Decision, Reason } from '../../domain/decision.ts';
import { commandRequest } from '../../rules/order-match/processings/command-request.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { findInvoiceKey } from '../../pipeline/facts/invoice-key.ts';
import type { LedgerReader } from '../../pipeline/ledger-port.ts';
import { planOutputs } from '../../pipeline/steps/plan-outputs.ts';
import { type InvoiceProcessed, processInvoice } from '../../pipeline/steps/process-invoice.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { ProcessingAction } from '../../rules/order-match/processings/processing.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { type Language, text } from '../../texts/text.ts';
import { allowedInvoiceActions } from '../allowed-actions.ts';
import type { ActionOutcome, ActionScene, InvoiceAction } from '../operator-action.ts';
import { inOneCommit } from './in-one-commit.ts';

/**
 * Does a processing of a supplier invoice (contract 1, `invoice`): one transaction with its outputs staged in it, as for
 * a file, so that a kill at any moment leaves it done once or not at all.
 */
export async function processSupplierInvoice(scene: ActionScene, action: InvoiceAction): Promise<ActionOutcome> {
  const done = await processInOneCommit(scene, action);
  const { language } = scene;
  const allowed = await actionsOf(scene.session.path.ledger.read, action.key);
  if ('refused' in done) return refusalOf(language, done.refused, allowed);
  return outcomeOf(language, action.action.slice('invoice-'.length) as ProcessingAction, done, allowed);
}

/** The same, with what became of it as data. */
export async function processInOneCommit(
  scene: ActionScene,
  action: InvoiceAction,
): Promise<InvoiceProcessed | { refused: readonly Reason[] }> {
  const { path } = scene.session;
  const now = path.clock.now();
  const by = `user:${scene.actor.user}`;
  const request = commandRequest({ ...action, reason: scene.actor.reason }, by);
  let done: InvoiceProcessed | undefined;
  const committed = await inOneCommit(path, async (transaction, planned) => {
    const account = { id: '', sequence: 0, now, by, replayOf: null };
    const outcome = await processInvoice(path, transaction, action.key, request, account);
    if (isRefusal(outcome)) return outcome;
    const desk = { path, transaction, planned: planned.staged, withheld: planned.withdrawn };
    const outputs = [outcome.decision, ...outcome.woken].flatMap((one) => one.outputs);
    planned.staged.push(...(await planOutputs(desk, outputs, null, now)).deliveries);
    done = outcome;
    return undefined;
  });
  if ('refused' in committed) return { refused: committed.refused };
  if (done === undefined) throw new Error('an action ended without an outcome');
  return done;
}

function outcomeOf(
  language: Language,
  action: ProcessingAction,
  { decision, woken, left }: InvoiceProcessed,
  allowed: readonly string[],
): ActionOutcome {
  const status = decision.status ?? '';
  const title = text(language, `orderMatchStatus.${status}.title`);
  const result = decision.outputs.find(({ document }) => document === 'order-match-result')?.content;
  const said = saidOf(action, decision);
  const others = woken.filter((one) => one.outputs.length > 0).map(({ key, status: now }) => ({ key, status: now }));
  const sentences = [
    text(language, `done.${action}`, { key: decision.key, status, title }),
    ...(result === undefined ? [text(language, 'done.unchanged')] : []),
    ...said.map((reason) => reasonSentence(language, reason)),
    ...(others.length > 0 ? [text(language, 'done.woken', { keys: others.map(({ key }) => key).join(', ') })] : []),
    ...(left > 0 ? [text(language, 'done.left', { count: left })] : []),
  ];
  return {
    done: true,
    message: sentences.join(' '),
    data: {
      key: decision.key,
      status: Number(status),
      revision: result !== undefined && 'revision' in result ? result.revision : null,
      said,
      woken: others,
      allowedActions: allowed,
    },
  };
}

/** Reasons that belong to the action itself; what a match finds stands in its result. */
function saidOf(action: ProcessingAction, { changes }: Decision): Reason[] {
  if (action === 'match') return [];
  return changes.flatMap((change) =>
    change.change === 'audit' && change.event === action ? (change.reasons ?? []) : [],
  );
}

/** What can be done with the invoice as it is now. */
async function actionsOf(ledger: LedgerReader, asked: string): Promise<string[]> {
  const key = await findInvoiceKey(ledger, asked);
  const stored = typeof key === 'string' ? await ledger.document('supplier-invoice', key) : undefined;
  return stored === undefined ? [] : allowedInvoiceActions(stored.content as SupplierInvoiceContent);
}

/** A refusal in words, with what is possible instead. */
export function refusalOf(
  language: Language,
  reasons: readonly Reason[],
  allowed: readonly string[] = [],
): ActionOutcome & { code: string } {
  const sentences = reasons.map((reason) => reasonSentence(language, reason));
  const first = reasons[0] ?? { code: 'ACTION_REFUSED' as const };
  if (allowed.length > 0 && first.code === 'ACTION_REFUSED')
    sentences.push(text(language, 'done.possible', { commands: allowed.join(', ') }));
  return { done: false, code: codeOf(first), message: sentences.join(' ') };
}

/** A key that finds nothing, or too much, has the code that it has with every command. */
function codeOf({ code, at }: Reason): string {
  if (code !== 'DOCUMENT_NOT_FOUND') return code;
  return at === 'key' ? 'AMBIGUOUS_KEY' : 'NOT_FOUND';
}
