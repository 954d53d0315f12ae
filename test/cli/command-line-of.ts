import { COMMANDS } from '../../src/cli/command.table.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { TestSite } from '../support/site.ts';

/** The command line of a site, in this process: everything that it says, and how it ends. */
export function commandLineOf(site: TestSite): (...words: string[]) => Promise<{ code: number; text: string }> {
  return async (...words) => {
    const said: string[] = [];
    const code = await runCommandLine(words, {
      commands: COMMANDS,
      workingFolder: site.dir,
      siteFromEnvironment: site.dir,
      makeTerminal: () => ({
        data: (text) => said.push(text),
        talk: (text) => said.push(text),
        paint: (_tone, text) => text,
        interactive: false,
        width: 100,
      }),
    });
    return { code, text: said.join('\n') };
  };
}
