import type { ErrorObject } from 'ajv';
import { didYouMean } from '../../domain/did-you-mean.ts';
import type { FaultCode } from '../../domain/fault.table.ts';
import type { JsonPath } from '../../formats/json/locate-json.ts';

/** A violation of a schema in words, and where in the document it is. */
export interface ExplainedError {
  code: FaultCode & ('SCHEMA_VIOLATION' | 'UNKNOWN_PROPERTY' | 'VALUE_INVALID');
  message: string;
  hint: string;
  path: JsonPath;
}

type Explain = (error: ErrorObject, path: JsonPath) => Omit<ExplainedError, 'path'> & { path?: JsonPath };

const FORMATS: Readonly<Record<string, { is: string; hint: string }>> = {
  decimal: {
    is: 'a number',
    hint: 'Write digits with a point before the decimals, such as "1234.50" or "-12": no comma, no exponent.',
  },
  date: { is: 'a date', hint: 'Write it as YYYY-MM-DD.' },
  'date-time': {
    is: 'an instant',
    hint: 'Write it with its offset and at most nine decimals of a second, such as "2026-11-21T18:17:00+01:00" or "2026-11-21T17:17:00Z".',
  },
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** What is said of a violation, by the keyword of the schema. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  required: (error, path) => {
    const name = String(error.params.missingProperty);
    return {
      code: 'SCHEMA_VIOLATION',
      message: `"${name}" is missing.`,
      hint: about(error, name) ?? 'It is required.',
      path: [...path, name],
    };
  },
  additionalProperties: (error, path) => {
    const name = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    const meant = didYouMean(name, known);
    const hint = meant === undefined ? `Known here are: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
    return { code: 'UNKNOWN_PROPERTY', message: `"${shown(name)}" is no property here.`, hint, path: [...path, name] };
  },
  type: (error, path) => {
    const isDecimal = error.parentSchema?.format === 'decimal';
    const words: typeof TYPES = isDecimal ? { ...TYPES, string: 'a number' } : TYPES;
    const wanted = [error.params.type as string | readonly string[]].flat().map((type) => words[type] ?? type);
    const hint =
      typeof error.data === 'number' && [error.params.type].flat().includes('string')
        ? 'Numbers and codes are text, because their leading zeros count.'
        : `Write ${wanted.join(' or ')}.`;
    return {
      code: 'SCHEMA_VIOLATION',
      message: `${named(path)} has to be ${wanted.join(' or ')}; it is ${shownValue(error.data)}.`,
      hint,
    };
  },
  format: (error, path) => {
    const format = FORMATS[String(error.params.format)] ?? { is: String(error.params.format), hint: '' };
    return {
      code: 'VALUE_INVALID',
      message: `${named(path)} is ${shownValue(error.data)}, which is not ${format.is}.`,
      hint: format.hint,
    };
  },
  pattern: (error, path) => {
    const says =
      error.parentSchema?.['x-says'] ?? error.parentSchema?.description ?? `matching ${String(error.params.pattern)}`;
    return {
      code: 'VALUE_INVALID',
      message: `${named(path)} is ${shownValue(error.data)}, which does not fit.`,
      hint: `It has to be: ${String(says)}`,
    };
  },
  enum: (error, path) => choice(error, path, error.params.allowedValues as unknown[]),
  const: (error, path) => choice(error, path, [error.params.allowedValue]),
};

/** Explains one error of the validator. */
export function explainSchemaError(error: ErrorObject): ExplainedError {
  const path = pointerPath(error);
  const explain = EXPLANATIONS[error.keyword];
  if (explain !== undefined) return { path, ...explain(error, path) };
  const message = `${named(path)} is ${shownValue(error.data)}: it ${error.message ?? 'does not fit'}.`;
  return {
    code: 'VALUE_INVALID',
    message,
    hint: String(error.parentSchema?.description ?? 'See the schema of this document.'),
    path,
  };
}

function choice(error: ErrorObject, path: JsonPath, allowed: unknown[]): Omit<ExplainedError, 'path'> {
  const words = allowed.map(String);
  const meant = didYouMean(String(error.data), words);
  const hint =
    meant === undefined
      ? `Possible are: ${words.join(', ')}.`
      : `Did you mean "${meant}"? Possible are: ${words.join(', ')}.`;
  return {
    code: 'VALUE_INVALID',
    message: `${named(path)} is ${shownValue(error.data)}, which is not possible here.`,
    hint,
  };
}

function about(error: ErrorObject, name: string): string | undefined {
  const properties = error.parentSchema?.properties as Record<string, { description?: string }> | undefined;
  return properties?.[name]?.description;
}

/** The validator's pointer (`/lines/0/price`) as a path: a step into a list is a number. */
function pointerPath(error: ErrorObject): JsonPath {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function named(path: JsonPath): string {
  const name = path.findLast((step) => typeof step === 'string');
  return name === undefined ? 'The document' : `"${name}"`;
}

function shownValue(value: unknown): string {
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object' && value !== null
      ? 'an object'
      : shown(JSON.stringify(value) ?? '');
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
