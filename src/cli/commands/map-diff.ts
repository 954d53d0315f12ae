import { Fault } from '../../domain/fault.ts';
import { diffMappings } from '../../service/mapping-tools/diff-mappings.ts';
import { headOf } from '../../service/mapping-tools/found-mapping.ts';
import { argument, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { mappingsAtHand } from '../mappings-at-hand.ts';
import { progressBar } from '../progress-bar.ts';
import { mappingsDiffText } from '../show/mappings-diff-text.ts';
import { withSite } from '../with-site.ts';

const LAST = 100;

/** `map diff OLD NEW`: what a changed mapping would have made of the last originals. Changes nothing. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { desk, timeZone } = await mappingsAtHand(input);
  const both = [await desk.find(argument(input, 'OLD')), await desk.find(argument(input, 'NEW'))] as const;
  const last = lastOf(textOption(input, 'last'));
  const bar = progressBar(input, 'Originals');
  const diff = await withSite(input, ({ open }) =>
    diffMappings({ site: input.site, ledger: open.ledger }, both, { last, timeZone }, bar.onProgress),
  ).finally(bar.stop);
  const text = mappingsDiffText(diff, both, { paint: input.terminal.paint, timeZone });
  return { exit: 'done', data: { old: headOf(both[0]), new: headOf(both[1]), ...diff }, text };
}

function lastOf(asked: string | undefined): number {
  const last = asked === undefined ? LAST : Number(asked);
  if (Number.isSafeInteger(last) && last > 0) return last;
  throw new Fault('WRONG_USE', `--last cannot be "${asked}"`, { hint: 'Write how many files, such as --last 100.' });
}
