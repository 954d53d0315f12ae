import { checkFileLength } from './check-file-length.ts';
import { checkGenerated } from './check-generated.ts';
import { checkLayers } from './check-layers.ts';
import { checkOwnWords } from './check-own-words.ts';
import type { Guard } from './guard.ts';
import { runProgram } from './run-program.ts';

/** A program that is content when it ends with 0. */
function program(name: string, ...args: string[]): Guard {
  return async () => {
    const { exit, said } = await runProgram(name, args);
    return exit === 0 ? [] : [said.trim() === '' ? `${name} ended with ${exit}.` : said.trim()];
  };
}

/** What is checked before the tests, in this order: what is quick and says most comes first. */
export const GUARDS: readonly { name: string; guard: Guard }[] = [
  { name: 'types of the program', guard: program('tsc', '--noEmit') },
  { name: 'types of the tests', guard: program('tsc', '-p', '.config/tsconfig.test.json') },
  {
    name: 'style and lint',
    guard: program(
      'biome',
      'check',
      '--config-path=.config/code-style.biome.json',
      '--reporter=summary',
      '--error-on-warnings',
      'src',
      'test',
      'schemas',
    ),
  },
  { name: 'imports point downwards', guard: checkLayers },
  { name: 'nothing is unused', guard: program('knip', '--config', '.config/knip.json', '--no-progress') },
  { name: 'files are small rooms', guard: checkFileLength },
  { name: 'what is generated is up to date', guard: checkGenerated },
  { name: 'the project speaks of itself alone', guard: checkOwnWords },
];
