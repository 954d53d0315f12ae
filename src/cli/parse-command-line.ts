import { parseArgs } from 'node:util';
import { Fault } from '../domain/fault.ts';
import { didYouMeanHint } from '../service/did-you-mean-hint.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './command-shape.ts';
import { ACTOR_OPTIONS, COMMON_OPTIONS } from './common-option.table.ts';

export type OptionValue = string | boolean | string[];

/** A command line that was understood. */
export type ParsedLine =
  | { kind: 'version' }
  /** `asked`: somebody wanted it; otherwise the line was empty, which is wrong use. */
  | { kind: 'help'; command: CommandSpec | null; asked: boolean }
  | { kind: 'command'; command: CommandSpec; arguments: Record<string, string>; options: Record<string, OptionValue> };

/** The options that a command takes, its own ones first. */
export function optionsOf(command: CommandSpec): readonly OptionSpec[] {
  return [...command.options, ...(command.changing ? ACTOR_OPTIONS : []), ...COMMON_OPTIONS];
}

/**
 * Words to a command with its arguments and options. Throws `WRONG_USE` with a suggestion on anything that the
 * table does not know, so that a misspelt option never passes for a default.
 */
export function parseCommandLine(argv: readonly string[], commands: readonly CommandSpec[]): ParsedLine {
  const { words, options } = splitWords(argv, commands);
  if (options.some((option) => option.name === 'version') && words.length === 0) return { kind: 'version' };
  const wantsHelp = words[0] === 'help' || options.some((option) => option.name === 'help');
  const rest = words[0] === 'help' ? words.slice(1) : words;
  if (rest.length === 0) {
    if (!wantsHelp) refuseOptions(options, COMMON_OPTIONS, 'ordrebro');
    return { kind: 'help', command: null, asked: wantsHelp };
  }
  const command = findCommand(rest, commands);
  if (wantsHelp) return { kind: 'help', command, asked: true };
  refuseOptions(options, optionsOf(command), command.name);
  return {
    kind: 'command',
    command,
    arguments: fillArguments(rest.slice(command.name.split(' ').length), command),
    options: collectOptions(options, optionsOf(command)),
  };
}

interface GivenOption {
  name: string;
  written: string;
  value: string | undefined;
  inline: boolean;
}

/** Words and options apart. Which options take a value is known from all commands together (a test holds that they agree). */
function splitWords(
  argv: readonly string[],
  commands: readonly CommandSpec[],
): { words: string[]; options: GivenOption[] } {
  const known = new Map<string, OptionSpec>();
  for (const option of [...COMMON_OPTIONS, ...ACTOR_OPTIONS, ...commands.flatMap((command) => command.options)]) {
    known.set(option.name, option);
  }
  const config = Object.fromEntries(
    [...known].map(([name, option]) => [
      name,
      { type: option.type === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...config, help: { type: 'boolean', short: 'h', multiple: true } },
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const words: string[] = [];
  const options: GivenOption[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option')
      options.push({
        name: token.name,
        written: token.rawName,
        value: token.value,
        inline: token.inlineValue === true,
      });
  }
  return { words, options };
}

/** The command that the first one or two words name. */
function findCommand(words: readonly string[], commands: readonly CommandSpec[]): CommandSpec {
  const [first = '', second] = words;
  const found = commands.find((command) => command.name === first || command.name === `${first} ${second ?? ''}`);
  if (found !== undefined) return found;
  const group = commands.filter((command) => command.name.startsWith(`${first} `));
  if (group.length > 0) {
    const seconds = group.map((command) => command.name.slice(first.length + 1));
    const said = second === undefined ? `"${first}" needs a second word` : `"${first} ${second}" is no command`;
    throw wrongUse(
      said,
      `${second === undefined ? '' : `${didYouMeanHint(second, seconds)} `}Known: ${group.map((command) => command.name).join(', ')}.`,
    );
  }
  const names = [...new Set(commands.flatMap((command) => [command.name, command.name.split(' ')[0] ?? '']))];
  throw wrongUse(
    `"${first}" is no command`,
    `${didYouMeanHint(first, [...names, 'help'])} "ordrebro --help" lists all of them.`,
  );
}

function refuseOptions(given: readonly GivenOption[], allowed: readonly OptionSpec[], name: string): void {
  for (const option of given) {
    const spec = allowed.find((candidate) => candidate.name === option.name);
    if (spec === undefined) {
      const hint = didYouMeanHint(
        option.name,
        allowed.map((candidate) => candidate.name),
      ).replace('"', '"--');
      throw wrongUse(
        `${option.written} is no option of "${name}"`,
        `${hint} "ordrebro help${name === 'ordrebro' ? '' : ` ${name}`}" lists them.`,
      );
    }
    if (spec.type === 'flag' && option.value !== undefined)
      throw wrongUse(`${option.written} takes no value`, `Write ${option.written} alone.`);
    if (spec.type !== 'flag' && (option.value === undefined || (!option.inline && option.value.startsWith('--')))) {
      throw wrongUse(`${option.written} needs a value`, `Write ${option.written} ${spec.value ?? 'VALUE'}.`);
    }
    if (spec.choices !== undefined) refuseChoice(`--${spec.name}`, option.value ?? '', spec.choices);
  }
}

function collectOptions(given: readonly GivenOption[], allowed: readonly OptionSpec[]): Record<string, OptionValue> {
  const collected: Record<string, OptionValue> = {};
  for (const option of given) {
    const type = allowed.find((candidate) => candidate.name === option.name)?.type;
    const before = collected[option.name];
    if (type === 'list') collected[option.name] = [...(Array.isArray(before) ? before : []), option.value ?? ''];
    else if (before !== undefined && type === 'text')
      throw wrongUse(`${option.written} is given twice`, 'Give it once.');
    else collected[option.name] = option.value ?? true;
  }
  return collected;
}

function fillArguments(words: readonly string[], command: CommandSpec): Record<string, string> {
  const filled: Record<string, string> = {};
  const left = [...words];
  for (const argument of command.arguments) {
    const value = argument.rest === true ? left.splice(0).join(' ') : left.shift();
    if (value === undefined || value === '') {
      if (argument.required) throw wrongUse(`"${command.name}" needs ${argument.name}`, missingHint(argument, command));
      continue;
    }
    if (argument.choices !== undefined) refuseChoice(argument.name, value, argument.choices);
    filled[argument.name] = value;
  }
  if (left.length > 0)
    throw wrongUse(
      `"${left[0]}" is one word too many for "${command.name}"`,
      `"ordrebro help ${command.name}" shows what it takes.`,
    );
  return filled;
}

function missingHint(argument: ArgumentSpec, command: CommandSpec): string {
  return argument.choices === undefined
    ? `${argument.description} "ordrebro help ${command.name}" shows what it takes.`
    : `${argument.description} One of: ${argument.choices.join(', ')}.`;
}

function refuseChoice(what: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw wrongUse(`${what} cannot be "${value}"`, `${didYouMeanHint(value, choices)} One of: ${choices.join(', ')}.`);
}

function wrongUse(message: string, hint: string): Fault {
  return new Fault('WRONG_USE', message, { hint: hint.trim() });
}
