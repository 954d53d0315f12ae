import { hasPassed } from '../../service/mapping-tools/run-example.ts';
import { testMappings } from '../../service/mapping-tools/test-mappings.ts';
import { renderFinding } from '../../settings/render-finding.ts';
import { textsOf } from '../../settings/mappings/load-mappings.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { mappingsAtHand, namedMappings } from '../mappings-at-hand.ts';
import { progressBar } from '../progress-bar.ts';
import { testedText } from '../show/tested-mappings-text.ts';

/** `test [MAPPING…]`: the examples of mappings. Ends `problems` where one does not come out as expected, or a mapping cannot be used. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { desk, timeZone } = await mappingsAtHand(input);
  const named = await namedMappings(input, desk);
  const bar = progressBar(input, 'Examples');
  const tested = await testMappings(named, timeZone, bar.onProgress).finally(bar.stop);
  const all = input.arguments['MAPPING…'] === undefined;
  const unusable = all ? desk.loaded.findings.filter(({ severity }) => severity === 'error') : [];
  const texts = textsOf(desk.loaded.mappings.sources);
  const passed = tested.mappings.every(({ results }) => results.every(hasPassed));
  const text = [
    ...unusable.map((finding) => renderFinding(finding, texts[finding.at?.file ?? ''])),
    testedText(tested, { paint: input.terminal.paint, quiet: input.verbosity === 'quiet' }),
  ];
  const data = {
    mappings: tested.mappings.map(({ results, ...mapping }) => ({
      ...mapping,
      examples: results.map((result) => ({ ...result, passed: hasPassed(result) })),
    })),
    unusable,
  };
  return { exit: passed && unusable.length === 0 ? 'done' : 'problems', data, text: text.join('\n\n') };
}
