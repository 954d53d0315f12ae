import type { ArgumentSpec, CommandGroup, CommandSpec, OptionSpec } from './command-shape.ts';
import { COMMON_OPTIONS } from './common-option.table.ts';
import { EXIT_CODES } from './exit-code.table.ts';
import { optionsOf } from './parse-command-line.ts';
import { widthOf, wrapped } from './text-table.ts';
import type { Terminal } from './terminal.ts';

const GROUP_TITLES: Record<CommandGroup, string> = {
  begin: 'Begin',
  look: 'Look',
  mappings: 'Write mapping files (mappings/README.md teaches it)',
  decide: 'Decide (each takes --reason, and is kept in the history)',
  keep: 'Keep',
};

/** Lines of the help are not longer than this, even on a wide terminal: long lines are hard to read. */
const HELP_WIDTH = 100;

/** The help of `ordrebro` itself: every command with its summary. */
export function overviewHelp(commands: readonly CommandSpec[], terminal: Pick<Terminal, 'paint'>): string {
  const groups = (Object.keys(GROUP_TITLES) as CommandGroup[]).flatMap((group) => {
    const rows = commands
      .filter((command) => command.group === group)
      .map((command): Pair => [usageWords(command), command.summary]);
    return rows.length === 0 ? [] : [`${terminal.paint('title', GROUP_TITLES[group])}\n${pairs(rows)}`];
  });
  return [
    'Ordrebro exchanges files between ePack, Visma, banks and suppliers: every file that is dropped is answered exactly once.',
    'Usage: ordrebro COMMAND [ARGUMENTS] [OPTIONS]',
    ...groups,
    `${terminal.paint('title', 'Options of every command')}\n${optionLines(COMMON_OPTIONS)}`,
    `${terminal.paint('title', 'Exit codes')}\n${pairs(Object.values(EXIT_CODES).map((exit): Pair => [String(exit.code), exit.meaning]))}`,
    '"ordrebro help COMMAND" tells more about one command. First time here: "ordrebro demo".',
  ].join('\n\n');
}

/** The help of one command. */
export function commandHelp(command: CommandSpec, terminal: Pick<Terminal, 'paint'>): string {
  const own = optionsOf(command).filter((option) => !COMMON_OPTIONS.some((common) => common.name === option.name));
  const sections = [wrapped(command.summary, HELP_WIDTH), `Usage: ordrebro ${usageWords(command)} [OPTIONS]`];
  if (command.details !== undefined) sections.push(command.details.map((line) => wrapped(line, HELP_WIDTH)).join('\n'));
  if (command.arguments.length > 0)
    sections.push(`${terminal.paint('title', 'Arguments')}\n${pairs(command.arguments.map(argumentPair))}`);
  if (own.length > 0) sections.push(`${terminal.paint('title', 'Options')}\n${optionLines(own)}`);
  sections.push(`${terminal.paint('title', 'Options of every command')}\n${optionLines(COMMON_OPTIONS)}`);
  const examples = command.examples.map((example) => `  ${example.line}\n      ${example.shows}`).join('\n');
  sections.push(`${terminal.paint('title', 'Examples')}\n${examples}`);
  return sections.join('\n\n');
}

/** `show KIND KEY`, `list KIND [QUERY]`. */
export function usageWords(command: CommandSpec): string {
  const words = command.arguments.map((argument) => (argument.required ? argument.name : `[${argument.name}]`));
  return [command.name, ...words].join(' ');
}

type Pair = readonly [string, string];

function optionLines(options: readonly OptionSpec[]): string {
  return pairs(options.map(optionPair));
}

function optionPair(option: OptionSpec): Pair {
  const written = `--${option.name}${option.type === 'flag' ? '' : ` ${option.value ?? 'VALUE'}`}`;
  const choices = option.choices === undefined ? [] : [`One of: ${option.choices.join(', ')}.`];
  const otherwise = option.default === undefined ? [] : [`Default: ${option.default}.`];
  return [written, [option.description, ...choices, ...otherwise].join(' ')];
}

function argumentPair(argument: ArgumentSpec): Pair {
  return [
    argument.name,
    argument.choices === undefined
      ? argument.description
      : `${argument.description} One of: ${argument.choices.join(', ')}.`,
  ];
}

/** Two columns, the second one wrapped under itself. */
function pairs(rows: readonly Pair[]): string {
  const left = Math.max(...rows.map(([name]) => widthOf(name)));
  const indent = ' '.repeat(left + 4);
  return rows
    .map(([name, words]) => `  ${name}`.padEnd(left + 4) + wrapped(words, HELP_WIDTH, indent).slice(left + 4))
    .join('\n');
}
