import { resolve } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { CommandInput, CommandSpec, Language } from './command-shape.ts';
import { EXIT_CODES, exitOfFault } from './exit-code.table.ts';
import { commandHelp, overviewHelp } from './help.ts';
import { type OptionValue, parseCommandLine } from './parse-command-line.ts';
import { asFault, faultEnvelope, faultText, refusalText, resultEnvelope } from './print-result.ts';
import { programVersion } from './program-version.ts';
import type { Terminal } from './terminal.ts';

/** What the command line gets from its process; tests give their own. */
export interface Surroundings {
  commands: readonly CommandSpec[];
  workingFolder: string;
  /** `ORDREBRO_SITE`, where it is set. */
  siteFromEnvironment: string | undefined;
  makeTerminal: (options: { colour: boolean; quiet: boolean }) => Terminal;
}

/** One command line from its words to its exit code. Never throws: everything that goes wrong is printed. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  // Known before the line is parsed, since a line that cannot be parsed must be answered in the same form.
  const json = argv.includes('--json');
  const terminal = surroundings.makeTerminal({ colour: !argv.includes('--no-color'), quiet: false });
  try {
    const line = parseCommandLine(argv, surroundings.commands);
    if (line.kind === 'version') {
      terminal.data(programVersion());
      return EXIT_CODES.done.code;
    }
    if (line.kind === 'help') {
      terminal.data(
        line.command === null ? overviewHelp(surroundings.commands, terminal) : commandHelp(line.command, terminal),
      );
      return line.asked ? EXIT_CODES.done.code : EXIT_CODES['wrong-use'].code;
    }
    const input = commandInput(line, surroundings);
    const { runCommand } = await line.command.loads();
    const result = await runCommand(input);
    if (json) terminal.data(JSON.stringify(resultEnvelope(result), null, 2));
    else if (result.refusal !== undefined) terminal.talk(refusalText(result.refusal, terminal));
    else if (result.text !== '') terminal.data(result.text);
    return EXIT_CODES[result.exit].code;
  } catch (thrown) {
    const fault = asFault(thrown);
    if (json) terminal.data(JSON.stringify(faultEnvelope(fault), null, 2));
    else terminal.talk(faultText(fault, terminal));
    if (argv.includes('--verbose') && thrown instanceof Error) terminal.talk(thrown.stack ?? '');
    return EXIT_CODES[exitOfFault(fault.code)].code;
  }
}

function commandInput(
  line: { command: CommandSpec; arguments: Record<string, string>; options: Record<string, OptionValue> },
  surroundings: Surroundings,
): CommandInput {
  const { options } = line;
  const now = instantOf(options['now']);
  return {
    command: line.command.name,
    site: resolve(surroundings.workingFolder, text(options['site']) ?? surroundings.siteFromEnvironment ?? '.'),
    arguments: line.arguments,
    options,
    now,
    language: (text(options['lang']) as Language | undefined) ?? null,
    verbosity: options['quiet'] === true ? 'quiet' : options['verbose'] === true ? 'verbose' : 'normal',
    json: options['json'] === true,
    terminal: surroundings.makeTerminal({ colour: options['no-color'] !== true, quiet: options['quiet'] === true }),
  };
}

function text(value: OptionValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `--now` as an instant in UTC; null where it was not given. */
function instantOf(value: OptionValue | undefined): string | null {
  if (typeof value !== 'string') return null;
  try {
    return Temporal.Instant.from(value).toString({ smallestUnit: 'millisecond' });
  } catch (cause) {
    throw new Fault('WRONG_USE', `--now cannot be "${value}"`, {
      hint: 'Write an instant with its offset, such as 2026-11-21T08:00:00+01:00.',
      cause,
    });
  }
}
