import type { Decision } from '../../domain/decision.ts';
import { inTransaction } from '../../pipeline/in-transaction.ts';
import { runAgainTaken } from '../../pipeline/steps/offer-run-again.ts';
import type { ActionOutcome, ActionScene, OperatorAction } from '../operator-action.ts';
import type { MatchedTogether } from '../run-again/matched-together.ts';
import { processInOneCommit, refusalOf } from './invoice-actions.ts';

/**
 * Matches several invoices again, one after the other, each in a transaction of its own: a kill between two leaves each of
 * them done or not. One that cannot be matched any more, because somebody has dealt with it meanwhile, is passed over.
 */
export async function matchInvoices(
  scene: ActionScene,
  { keys, last }: Extract<OperatorAction, { action: 'invoices-match' }>,
): Promise<ActionOutcome> {
  const together: MatchedTogether = { matched: 0, changed: [], woken: [], refused: [] };
  for (const key of keys) {
    const done = await processInOneCommit(scene, { action: 'invoice-match', key });
    if ('refused' in done) {
      const { code, message } = refusalOf(scene.language, done.refused);
      together.refused.push({ key, code, message });
      continue;
    }
    together.matched += 1;
    together.changed.push(...[done.decision].filter(saysSomethingElse).map(statusNow));
    together.woken.push(...done.woken.filter(saysSomethingElse).map(statusNow));
  }
  if (last) await takeBackTheOffer(scene);
  return { done: true, message: `${together.matched} of ${keys.length} invoices were matched again.`, data: together };
}

function saysSomethingElse({ outputs }: Decision): boolean {
  return outputs.some(({ document }) => document === 'order-match-result');
}

function statusNow({ key, status }: Decision): { key: string; status: number } {
  return { key, status: Number(status) };
}

async function takeBackTheOffer({ session, actor }: ActionScene): Promise<void> {
  const { ledger, clock } = session.path;
  await inTransaction(ledger, (transaction) =>
    transaction.apply([runAgainTaken()], `user:${actor.user}`, clock.now(), null),
  );
}
