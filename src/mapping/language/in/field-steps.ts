import { hasType, type SchemaNode } from '../../../formats/yaml/schema-node.ts';
import type { StepResult, ValueStep } from '../value-steps.ts';
import { plainFlag } from '../values/plain-flag.ts';

const WHOLE = /^-?\d+$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * What a field needs besides what the row says: a text never fits a field that is a whole number or true or false, so
 * it is read as one. Only what says exactly that is taken. A field of text takes the text of a number or flag.
 */
export function fieldStep(node: SchemaNode): ValueStep | undefined {
  if (hasType(node, 'string') || node.type === undefined) return node.type === undefined ? undefined : TEXT;
  if (hasType(node, 'boolean')) return FLAG;
  if (hasType(node, 'number')) return NUMERIC;
  return hasType(node, 'integer') ? INTEGER : undefined;
}

function step(name: string, read: (text: string) => StepResult): ValueStep {
  return { name, in: (value) => read(String(value).trim()), out: (value) => ({ value: String(value) }) };
}

/** What is a text already stays as it is. */
export const TEXT: ValueStep = {
  name: 'text',
  in: (value) => ({ value: String(value) }),
  out: (value) => ({ value: String(value) }),
};

const INTEGER = step('integer', (text) => {
  const number = Number(text);
  if (WHOLE.test(text) && Number.isSafeInteger(number)) return { value: number === 0 ? 0 : number };
  return { refused: `"${shown(text)}" is not a whole number.`, hint: 'Write digits only, such as 12.' };
});

/** Only what a binary number holds exactly as it is written. */
const NUMERIC = step('number', (text) => {
  if (NUMBER.test(text) && String(Number(text)) === text) return { value: Number(text) };
  return {
    refused: `"${shown(text)}" is not a number that can be kept exactly.`,
    hint: 'Write digits with a point before the decimals.',
  };
});

const FLAG = step('boolean', (text) => {
  const flag = plainFlag(text);
  if (flag !== undefined) return { value: flag };
  const hint =
    'Known are true, false, 1 and 0; for other words write "convert: { flag: [yes, no] }" with the sender\'s words.';
  return { refused: `"${shown(text)}" says neither true nor false.`, hint };
});

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const OWN: ReadonlySet<ValueStep | undefined> = new Set([TEXT, INTEGER, NUMERIC, FLAG]);

/** Nobody wrote this step: it is told in a trace only where it changes something. */
export function isOwnStep(one: ValueStep): boolean {
  return OWN.has(one);
}
