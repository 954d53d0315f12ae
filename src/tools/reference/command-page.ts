import type { CommandSpec, OptionSpec } from '../../cli/command-shape.ts';
import { COMMANDS } from '../../cli/command.table.ts';
import { ACTOR_OPTIONS, COMMON_OPTIONS } from '../../cli/common-option.table.ts';
import { EXIT_CODES } from '../../cli/exit-code.table.ts';
import { code, page, table } from './markdown.ts';

/** commands.md: every command with its arguments, options and examples. */
export function commandPage(): string {
  return page(
    'Commands',
    'In a checkout `ordrebro` is `node src/main.ts`. What is written to stdout is data; stderr is talk.',
    '## Options of every command',
    optionTable(COMMON_OPTIONS),
    'Commands that change something also take:',
    optionTable(ACTOR_OPTIONS),
    '## Exit codes',
    table(
      ['Code', 'Meaning'],
      Object.values(EXIT_CODES).map((exit) => [String(exit.code), exit.meaning]),
    ),
    ...COMMANDS.flatMap(commandParts),
  );
}

function commandParts(command: CommandSpec): string[] {
  const usage = [
    `ordrebro ${command.name}`,
    ...command.arguments.map((one) => (one.required ? one.name : `[${one.name}]`)),
  ].join(' ');
  const parts = [`## ${command.name}`, command.summary, `    ${usage}`];
  if (command.details !== undefined) parts.push(command.details.join(' '));
  if (command.arguments.length > 0)
    parts.push(
      table(
        ['Argument', 'What it is'],
        command.arguments.map((one) => [code(one.name), withChoices(one.description, one.choices)]),
      ),
    );
  if (command.options.length > 0) parts.push(optionTable(command.options));
  if (command.examples.length > 0)
    parts.push(
      table(
        ['Example', 'Shows'],
        command.examples.map((one) => [code(one.line), one.shows]),
      ),
    );
  return parts;
}

function optionTable(options: readonly OptionSpec[]): string {
  const rows = options.map((option) => [
    code(`--${option.name}${option.type === 'flag' ? '' : ` ${option.value ?? 'VALUE'}`}`),
    withChoices(option.description, option.choices),
    option.default ?? '',
  ]);
  return table(['Option', 'What it does', 'Default'], rows);
}

function withChoices(description: string, choices: readonly string[] | undefined): string {
  return choices === undefined ? description : `${description} One of ${choices.map(code).join(', ')}.`;
}
