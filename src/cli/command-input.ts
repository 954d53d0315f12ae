import type { CommandInput } from './command-shape.ts';

/** A text option of the command line, `undefined` where it was left out. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times; none where it was left out. */
export function listOption(input: CommandInput, name: string): readonly string[] {
  const value = input.options[name];
  return Array.isArray(value) ? value : [];
}

/** A flag of the command line. */
export function flagOption(input: CommandInput, name: string): boolean {
  return input.options[name] === true;
}

/** A required argument: the parser has seen to it that it is there. */
export function argument(input: CommandInput, name: string): string {
  const value = input.arguments[name];
  if (value === undefined)
    throw new Error(`the command table declares no required argument ${name} for ${input.command}`);
  return value;
}
