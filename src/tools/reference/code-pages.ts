import { FAULTS, type FaultCode } from '../../domain/fault.table.ts';
import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';
import { STEPS } from '../../domain/step.table.ts';
import { reasonSentence } from '../../texts/reason-sentence.ts';
import { text } from '../../texts/text.ts';
import { code, page, table } from './markdown.ts';

/** faults.md: what can go wrong, who mends it, how. */
export function faultPage(): string {
  const rows = (Object.keys(FAULTS) as FaultCode[]).map((fault) => [
    code(fault),
    `**${text('en', `fault.${fault}.title`)}.** ${text('en', `fault.${fault}.explanation`)}`,
    text('en', `fault.${fault}.hint`),
    text('en', `mends.${FAULTS[fault].mends}`),
    text('en', `next.${FAULTS[fault].next}`),
  ]);
  return page(
    'Faults',
    'A fault is something in the world that somebody can mend. It is not a decision: a decision about a document has reasons (reasons.md). `ordrebro explain CODE` says the same.',
    table(['Code', 'What it is', 'What to do', 'Who mends it', 'What happens next'], rows),
  );
}

/** reasons.md: why a decision is what it is. */
export function reasonPage(): string {
  const rows = (Object.keys(REASONS) as ReasonCode[]).map((reason) => {
    const { status } = REASONS[reason];
    const calls = status === null ? 'informs only' : `${status} ${text('en', `orderMatchStatus.${status}.title`)}`;
    return [
      code(reason),
      calls,
      reasonSentence('en', { code: reason }),
      reasonSentence('nb', { code: reason }),
      reasonSentence('nl', { code: reason }),
    ];
  });
  return page(
    'Reasons',
    'Every decision carries all its reasons: a code, what it speaks of (`at`), what was expected, what was found, what is allowed, and the setting that caused the limit. The sentences, here without figures:',
    table(['Code', 'Status it calls for', 'English', 'Norwegian', 'Dutch'], rows),
  );
}

/** steps.md: the path of a file. */
export function stepPage(): string {
  const rows = Object.entries(STEPS).map(([step, { kind, happens, killedRightAfter }]) => [
    code(step),
    KINDS[kind],
    happens,
    killedRightAfter,
  ]);
  return page(
    'The path of a dropped file',
    'Every file that is dropped is answered exactly once, whatever is killed, and when. Step by step:',
    table(['Step', 'Kind', 'What happens', 'Killed right after'], rows),
  );
}

const KINDS = { io: 'reads or writes files', pure: 'computes', ledger: 'inside the transaction' } as const;
