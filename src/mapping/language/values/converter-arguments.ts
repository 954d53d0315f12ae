import { didYouMean } from '../../../domain/did-you-mean.ts';

/** One argument of a converter, as data. */
export interface ArgumentRow {
  /** `character` is a text of one character, `pair` two texts, `codes` a group of code: value. */
  kind: 'text' | 'character' | 'whole' | 'choice' | 'pair' | 'codes';
  /** What it says, for the reference. */
  says: string;
  required?: boolean;
  choices?: readonly string[];
  /** Of a whole number. */
  least?: number;
  most?: number;
}

type CodeValue = string | number | boolean;

/** The arguments that a row of a mapping gives, checked: each is of its kind or not there. */
export interface ArgumentsGiven {
  text(name: string): string | undefined;
  whole(name: string): number | undefined;
  pair(name: string): readonly [string, string] | undefined;
  codes(name: string): Readonly<Record<string, CodeValue>> | undefined;
}

/** Checks the arguments of a converter; `given` is what stands behind its name, undefined where the name stands alone. */
export function readArguments(
  converter: string,
  rows: Readonly<Record<string, ArgumentRow>>,
  alone: string | undefined,
  given: unknown,
): { made: ArgumentsGiven } | { problem: string; hint: string } {
  const named = namedArguments(rows, alone, given);
  if (named === undefined) {
    const problem =
      Object.keys(rows).length === 0
        ? `${converter} takes no arguments.`
        : `${shown(given)} is no arguments of ${converter}.`;
    return { problem, hint: takes(converter, rows) };
  }
  for (const [name, value] of Object.entries(named)) {
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row === undefined) return unknownArgument(converter, rows, name);
    const wrong = faultOf(row, value);
    if (wrong !== undefined)
      return { problem: `${name} of ${converter} ${wrong}, not ${shown(value)}.`, hint: `${name}: ${row.says}` };
  }
  const missing = Object.entries(rows).find(([name, row]) => row.required === true && named[name] === undefined);
  if (missing !== undefined) {
    const [name, row] = missing;
    return { problem: `${converter} needs ${name}.`, hint: `${name}: ${row.says}` };
  }
  return { made: argumentsOf(named) };
}

function namedArguments(
  rows: Readonly<Record<string, ArgumentRow>>,
  alone: string | undefined,
  given: unknown,
): Readonly<Record<string, unknown>> | undefined {
  if (given === undefined) return {};
  const lone = alone === undefined ? undefined : rows[alone];
  if (alone !== undefined && lone !== undefined && (!isGroup(given) || lone.kind === 'codes'))
    return { [alone]: given };
  return isGroup(given) && Object.keys(rows).length > 0 ? given : undefined;
}

function isGroup(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function unknownArgument(
  converter: string,
  rows: Readonly<Record<string, ArgumentRow>>,
  name: string,
): { problem: string; hint: string } {
  const near = didYouMean(name, Object.keys(rows));
  const hint = near === undefined ? takes(converter, rows) : `Did you mean "${near}"?`;
  return { problem: `${converter} has no argument ${shown(name)}.`, hint };
}

function takes(converter: string, rows: Readonly<Record<string, ArgumentRow>>): string {
  const names = Object.keys(rows);
  return names.length === 0 ? `Write its name only: ${converter}.` : `Its arguments are ${names.join(', ')}.`;
}

/** Why a value is not of its kind, as the end of a sentence. */
function faultOf(row: ArgumentRow, value: unknown): string | undefined {
  switch (row.kind) {
    case 'text':
      return typeof value === 'string' && value !== '' ? undefined : 'is a text';
    case 'character':
      return typeof value === 'string' && [...value].length === 1 ? undefined : 'is one character';
    case 'whole': {
      const { least = 0, most = 1000 } = row;
      const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
      return fits ? undefined : `is a whole number from ${least} to ${most}`;
    }
    case 'choice': {
      const choices = row.choices ?? [];
      return typeof value === 'string' && choices.includes(value) ? undefined : `is ${choices.join(' or ')}`;
    }
    case 'pair':
      return Array.isArray(value) && value.length === 2 && value.every(isCode) ? undefined : 'is two texts: [yes, no]';
    case 'codes':
      return isGroup(value) && Object.keys(value).length > 0 && Object.values(value).every(isCode)
        ? undefined
        : 'is a group of codes: { A: first, B: second }';
  }
}

function isCode(value: unknown): value is CodeValue {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function argumentsOf(named: Readonly<Record<string, unknown>>): ArgumentsGiven {
  return {
    text: (name) => named[name] as string | undefined,
    whole: (name) => named[name] as number | undefined,
    pair: (name) =>
      (named[name] as readonly [CodeValue, CodeValue] | undefined)?.map(String) as [string, string] | undefined,
    codes: (name) => named[name] as Readonly<Record<string, CodeValue>> | undefined,
  };
}
