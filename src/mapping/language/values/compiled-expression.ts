import type { ASTNode, Environment, ParseResult } from '@marcbachmann/cel-js';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { CompiledExpression, Expression, ExpressionScope } from '../value-steps.ts';
import { type ExpressionFault, formFault, meaningFault } from './check-expression.ts';
import { evaluated } from './evaluated-expression.ts';
import { expressionEnvironment, expressionNames } from './expression-environment.ts';
import { expressionFault, type LanguageFault } from './expression-fault.ts';
import { namesOf, pathsOf, typeOf } from './expression-tree.ts';
import { forgivingHas } from './forgiving-has.ts';

/** Characters of the longest expression. */
const MOST_CHARACTERS = 2000;

/** Environments by what they differ in: a mapping has many expressions, and a site few ways to write numbers. */
const environments = new Map<string, Environment>();

export interface ExpressionSurroundings {
  direction: 'in' | 'out';
  format: MappingFormat;
}

/** An expression, checked: its form, its types, and what would count wrongly. */
export function compiledExpression(
  text: string,
  kind: 'value' | 'condition',
  surroundings: ExpressionSurroundings,
): CompiledExpression {
  if (text.length > MOST_CHARACTERS)
    return {
      problem: `The expression has ${text.length} characters, more than ${MOST_CHARACTERS}.`,
      hint: 'Make several rows of it, or a look-up.',
    };
  const names = expressionNames(surroundings.direction);
  try {
    const parsed = environmentOf(surroundings).parse(text);
    const fault = faultOf(parsed, text, names) ?? resultFault(parsed.ast, kind, surroundings.direction);
    if (fault !== undefined) return placed(fault, text);
    forgivingHas(parsed.ast);
    return { made: expressionOf(parsed, text, kind, names) };
  } catch (error) {
    const told = languageFault(error);
    return placed({ ...expressionFault(told, text, names), start: told.range?.start ?? 0 }, text);
  }
}

function environmentOf({ direction, format }: ExpressionSurroundings): Environment {
  const key = JSON.stringify([direction, format.decimal, format.thousands]);
  const known = environments.get(key);
  if (known !== undefined) return known;
  const environment = expressionEnvironment(direction, format);
  environments.set(key, environment);
  return environment;
}

function faultOf(parsed: ParseResult, text: string, names: readonly string[]): ExpressionFault | undefined {
  const form = formFault(parsed.ast);
  if (form !== undefined) return form;
  const { error } = parsed.check();
  if (error === undefined) return meaningFault(parsed.ast);
  const told = languageFault(error);
  return { ...expressionFault(told, text, names), start: told.range?.start ?? 0 };
}

/** A condition is true or false; a value is one. What stands in a file is never a flag by itself. */
function resultFault(tree: ASTNode, kind: 'value' | 'condition', direction: 'in' | 'out'): ExpressionFault | undefined {
  const type = typeOf(tree) ?? 'dyn';
  const { start } = tree;
  if (kind === 'condition') {
    const path = namesOf(tree);
    if (type === 'bool' || (type === 'dyn' && (direction === 'out' || path === undefined))) return undefined;
    const written = path?.join('.') ?? '…';
    return {
      problem: 'A condition must be true or false.',
      hint: `Compare it: ${written} == "J", or ask has(${written}).`,
      start,
    };
  }
  if (['string', 'int', 'decimal', 'bool', 'dyn', 'null'].includes(type)) return undefined;
  const hint = type.startsWith('list')
    ? 'Take one entry, [0], or make one text of it: .join(", ").'
    : 'Name one value in it.';
  return { problem: 'A value is one text, one number or one flag.', hint, start };
}

function expressionOf(
  parsed: ParseResult,
  text: string,
  kind: 'value' | 'condition',
  names: readonly string[],
): Expression {
  const told = (error: unknown) => {
    const { problem, hint } = expressionFault(languageFault(error), text, names);
    return { refused: problem, hint };
  };
  const evaluate = (scope: ExpressionScope) => evaluated(parsed, text, kind, scope, told);
  const paths = pathsOf(parsed.ast);
  if (paths.length > 0) return { evaluate, paths };
  const always = evaluate({ source: undefined, record: undefined, file: { name: '' } });
  return 'value' in always ? { evaluate, paths, constant: always.value } : { evaluate, paths };
}

/** What a thrown error says, whatever it is. */
function languageFault(error: unknown): LanguageFault {
  const { code, summary, message, range } = error as Partial<LanguageFault & { message: string }>;
  return { code: code ?? '', summary: summary ?? message ?? String(error), range };
}

function placed({ problem, hint, start }: ExpressionFault, text: string): CompiledExpression {
  const before = text.slice(0, start).split('\n');
  return { problem, hint, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
