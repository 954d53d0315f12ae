import { coverMappings } from '../../service/mapping-tools/cover-mappings.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { mappingsAtHand, namedMappings } from '../mappings-at-hand.ts';
import { progressBar } from '../progress-bar.ts';
import { coverageText } from '../show/coverage-text.ts';

/** `map coverage [MAPPING…]`: what the examples of mappings do not show of them, and what they have that nothing reads. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { desk, timeZone } = await mappingsAtHand(input);
  const named = await namedMappings(input, desk);
  const bar = progressBar(input, 'Examples');
  const covered = await coverMappings(named, timeZone, bar.onProgress).finally(bar.stop);
  return { exit: 'done', data: { mappings: covered }, text: coverageText(covered, input.terminal) };
}
