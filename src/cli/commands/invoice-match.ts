import { Fault } from '../../domain/fault.ts';
import { type MatchedAgain, matchInvoicesAgain } from '../../service/run-again/match-again.ts';
import { askActor } from '../ask-actor.ts';
import { flagOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { progressBar } from '../progress-bar.ts';
import { runCommand as runOperatorAction } from './operator-action.ts';

/** Invoices that are named one by one; --json has all. */
const NAMED = 20;

/**
 * `invoice match KEY`, `invoice match --affected|--all [QUERY]`: one invoice, or all that wait. Ends `problems` where some
 * could not be matched, or would come out otherwise still.
 */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const [affected, all] = [flagOption(input, 'affected'), flagOption(input, 'all')];
  const words = input.arguments['KEY'];
  if (affected && all) throw wrongUse('--affected and --all do not go together.');
  if (!affected && !all) {
    if (words === undefined) throw wrongUse('invoice match needs the KEY of an invoice, --affected or --all.');
    return runOperatorAction(input);
  }
  const actor = await askActor(input);
  const bars = { look: progressBar(input, 'Looking'), match: progressBar(input, 'Matching') };
  const request = { only: affected ? 'affected' : 'all', query: words ?? '' } as const;
  const done = await matchInvoicesAgain(input.site, request, actor, input.now, (what, ready, total) => {
    bars[what].onProgress(ready, total);
    if (ready === total) bars[what].stop();
  });
  const isClean = done.refused.length === 0 && (done.stillAffected ?? 0) === 0;
  return { exit: isClean ? 'done' : 'problems', data: done, text: matchedText(done) };
}

function matchedText({ matched, changed, woken, refused, stillAffected }: MatchedAgain): string {
  const named = (all: readonly { key: string; status: number }[]): string[] => [
    ...all.slice(0, NAMED).map(({ key, status }) => `  ${key}: status ${status}`),
    ...(all.length > NAMED ? [`  and ${all.length - NAMED} more: --json shows all`] : []),
  ];
  return [
    `${matched} invoices were matched again; ${changed.length} came out otherwise.`,
    ...named(changed),
    ...(woken.length === 0 ? [] : [`${woken.length} others followed, because these let go of their orders.`]),
    ...named(woken),
    ...refused.map(({ key, message }) => `${key} could not be matched: ${message}`),
    ...(stillAffected === null || stillAffected === 0
      ? []
      : [`${stillAffected} waiting invoices would come out otherwise still: give the command again.`]),
  ].join('\n');
}

function wrongUse(message: string): Fault {
  return new Fault('WRONG_USE', message, {
    hint: 'Write "ordrebro invoice match KEY", "ordrebro invoice match --affected [QUERY]" or "ordrebro invoice match --all [QUERY]".',
  });
}
