import { Environment } from '@marcbachmann/cel-js';
import { decimal, roundedText, decimalText, sum, ZERO } from '../../../domain/decimal.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { decimalReader } from './decimal-notation.ts';
import { ARITHMETIC, COMPARISONS, DecimalValue, exact, rounded } from './decimal-value.ts';
import { ExpressionRefusal } from './expression-refusal.ts';
import { notationOf } from './number-converters.table.ts';
import { ObjectView } from './object-view.ts';

/** Texts of expressions are written by people. */
const LIMITS = { maxAstNodes: 500, maxDepth: 50, maxListElements: 200, maxMapEntries: 200, maxCallArguments: 8 };

const PAIRS = [
  ['decimal', 'decimal'],
  ['decimal', 'int'],
  ['int', 'decimal'],
] as const;

/** The names that an expression may begin with. */
export function expressionNames(direction: 'in' | 'out'): string[] {
  return direction === 'in' ? ['source', 'record', 'file', 'position'] : ['source', 'record', 'document', 'position'];
}

/** What expressions of a mapping can name and call. Numbers of texts are read as the mapping's file writes them. */
export function expressionEnvironment(direction: 'in' | 'out', format: MappingFormat): Environment {
  const environment = new Environment({ limits: LIMITS })
    .registerType('object', ObjectView)
    .registerType('decimal', { ctor: DecimalValue, fields: {} })
    .registerVariable('position', 'int');
  if (direction === 'in') environment.registerVariable({ name: 'file', schema: { name: 'string' } });
  for (const name of expressionNames(direction))
    if (name !== 'file' && name !== 'position') environment.registerVariable(name, 'dyn');
  registerArithmetic(environment);
  registerFunctions(environment, textReader(direction, format));
  return environment;
}

function registerArithmetic(environment: Environment): void {
  for (const [left, right] of PAIRS) {
    for (const [operator, handler] of Object.entries(ARITHMETIC))
      environment.registerOperator(`${left} ${operator} ${right}: decimal`, handler);
    // equality comes with its other side, and with its opposite
    for (const [operator, handler] of Object.entries(COMPARISONS))
      if (operator !== '==' || left === 'decimal')
        environment.registerOperator(`${left} ${operator} ${right}`, handler);
  }
  environment.registerOperator('-decimal', (value: DecimalValue) => ARITHMETIC['-']?.(0n, value));
}

function registerFunctions(environment: Environment, read: (text: string) => DecimalValue): void {
  const register = (signature: string, handler: (...args: never[]) => unknown) =>
    environment.registerFunction(signature, handler, { async: false });
  register('decimal(string): decimal', read);
  register('decimal(int): decimal', (value: bigint) => new DecimalValue(exact(value)));
  register('decimal(decimal): decimal', (value: DecimalValue) => value);
  register('round(decimal, int): decimal', rounded);
  register('round(int, int): decimal', rounded);
  register('sum(list): decimal', summed);
  register('text(string): string', (value: string) => value);
  register('text(bool): string', (value: boolean) => String(value));
  register('text(int): string', (value: bigint) => String(value));
  register('text(decimal): string', (value: DecimalValue) => decimalText(exact(value)));
  register('text(object): string', textOfObject);
  register('text(decimal, int): string', fixed);
  register('text(int, int): string', fixed);
  register('list(dyn): list<dyn>', (value: unknown) => (Array.isArray(value) ? value : [value]));
  register('string.replace(string, string): string', replaced);
}

function textReader(direction: 'in' | 'out', format: MappingFormat): (text: string) => DecimalValue {
  const read = decimalReader(notationOf(undefined, direction === 'in' ? format : { format: 'json' }));
  return (text) => {
    const result = read(text.trim());
    if ('value' in result) return new DecimalValue(decimal(String(result.value)));
    throw new ExpressionRefusal(
      'refused' in result ? result.refused : 'There is no number.',
      'hint' in result ? result.hint : '',
    );
  };
}

function summed(values: readonly unknown[]): DecimalValue {
  const numbers = values.map((value) => {
    if (typeof value === 'bigint' || value instanceof DecimalValue) return exact(value);
    throw new ExpressionRefusal(
      'sum() was given something that is no number.',
      'Write sum(list(source.Line).map(line, decimal(line.Amount))).',
    );
  });
  return new DecimalValue(numbers.length === 0 ? ZERO : sum(numbers));
}

function fixed(value: DecimalValue | bigint, decimals: bigint): string {
  return roundedText(exact(rounded(value, decimals)), Number(decimals));
}

/** Characters of the longest text that comes of a replacement: one within another grows without an end. */
const MOST_REPLACED = 1_000_000;

function replaced(text: string, from: string, to: string): string {
  const times = text.split(from).length;
  if (text.length + times * (to.length - from.length) <= MOST_REPLACED) return text.replaceAll(from, () => to);
  throw new ExpressionRefusal(
    `replace() would make a text of more than ${MOST_REPLACED.toLocaleString('en')} characters.`,
    'Replace what stands there with something shorter.',
  );
}

function textOfObject(value: ObjectView): string {
  if (value.text !== undefined) return value.text;
  throw new ExpressionRefusal(
    'text() was given an object without a text of its own.',
    'Name what is meant: text(source.Name).',
  );
}
