import { COMMANDS } from '../../src/cli/command.table.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';

/** What a command line said, and how it ended. */
export interface CommandEnd {
  code: number;
  /** Its data. */
  stdout: string;
  /** Its talk. */
  stderr: string;
  /** Both, in the order in which they came. */
  said: string;
}

/** One command line in this process, as a person or a script calls it: the same table, the same parsing, the same output. */
export async function commandInProcess(
  words: readonly string[],
  { site, folder = site }: { site: string; folder?: string },
): Promise<CommandEnd> {
  const [stdout, stderr, said]: [string[], string[], string[]] = [[], [], []];
  const to = (stream: string[]) => (text: string) => {
    for (const heard of [stream, said]) heard.push(text);
  };
  const code = await runCommandLine(words, {
    commands: COMMANDS,
    workingFolder: folder,
    siteFromEnvironment: site,
    makeTerminal: () => ({
      data: to(stdout),
      talk: to(stderr),
      paint: (_tone, text) => text,
      interactive: false,
      width: 100,
    }),
  });
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n'), said: said.join('\n') };
}
