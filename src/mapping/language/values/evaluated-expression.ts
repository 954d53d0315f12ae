import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import { decimalText, isDecimalText } from '../../../domain/decimal.ts';
import type { ExpressionScope, StepValue } from '../value-steps.ts';
import { DecimalValue, exact } from './decimal-value.ts';
import { documentView } from './document-view.ts';
import { ExpressionRefusal } from './expression-refusal.ts';
import { namesOf } from './expression-tree.ts';
import { ObjectView } from './object-view.ts';

export type Evaluated = { value: StepValue } | { nothing: true; missing?: string } | { refused: string; hint: string };

type Scope = Readonly<Record<string, unknown>>;

/** The result of an expression. Never throws; `told` says in words what the language refused. */
export function evaluated(
  parsed: ParseResult,
  text: string,
  kind: 'value' | 'condition',
  given: ExpressionScope,
  told: (error: unknown) => { refused: string; hint: string },
): Evaluated {
  try {
    const scope = scopeOf(given);
    try {
      return resultOf(parsed(scope), kind);
    } catch (error) {
      return absence(error, scope, text, kind) ?? refusalOf(error) ?? told(error);
    }
  } catch (error) {
    return refusalOf(error) ?? told(error);
  }
}

function scopeOf({ source, record, document, file, position = 1 }: ExpressionScope): Scope {
  const views = { source: viewed(source), record: viewed(record), document: viewed(document) };
  const scope = { ...views, ...(file === undefined ? {} : { file }), position: BigInt(position) };
  for (const view of Object.values(scope)) if (view instanceof ObjectView) view.beginAnew();
  return scope;
}

/** A blank text as the object at hand is still there: it is a text without characters. */
function viewed(value: unknown): unknown {
  return value instanceof ObjectView ? value : (documentView(value) ?? '');
}

function resultOf(result: unknown, kind: 'value' | 'condition'): Evaluated {
  if (kind === 'condition') {
    if (typeof result === 'boolean') return { value: result };
    return { refused: 'The condition is neither true nor false.', hint: 'Compare what it finds: source.Type == "A".' };
  }
  if (result === null || result === undefined) return { nothing: true };
  if (typeof result === 'string') return result.trim() === '' ? { nothing: true } : { value: result };
  if (typeof result === 'boolean') return { value: result };
  if (typeof result === 'bigint') {
    const number = Number(result);
    return { value: Number.isSafeInteger(number) ? number : String(result) };
  }
  if (result instanceof DecimalValue) return decimalResult(result);
  const what = Array.isArray(result) ? 'a list' : 'an object';
  const hint = Array.isArray(result)
    ? 'It stands several times: take one entry, [0], or join them.'
    : 'Name one value in it.';
  return { refused: `The expression finds ${what}, not one value.`, hint };
}

function decimalResult(result: DecimalValue): Evaluated {
  const text = decimalText(exact(result));
  if (isDecimalText(text)) return { value: text };
  return { refused: 'The number that comes out is too long to be kept.', hint: 'Round it: round(…, 6).' };
}

/** A name that is missing is nothing, as with a path: but only where it is certain that nothing stands there. */
function absence(error: unknown, scope: Scope, text: string, kind: 'value' | 'condition'): Evaluated | undefined {
  const { code, node } = error as { code?: string; node?: ASTNode };
  if (node === undefined || (code !== 'no_such_key' && code !== 'index_out_of_bounds')) return undefined;
  const names = namesOf(node);
  const [first = '', ...rest] = names ?? [];
  const written = text.slice(node.start, node.end);
  if (names !== undefined && Object.hasOwn(scope, first)) {
    const refused = severalOrText(scope[first], rest, first);
    if (refused !== undefined) return refused;
    if (kind === 'value') return { nothing: true, missing: written };
  }
  if (code === 'index_out_of_bounds' && kind === 'value') return { nothing: true, missing: written };
  return { refused: `There is no ${written} here.`, hint: 'Ask has(…) first where it may be missing.' };
}

/** Why a name is not found although something stands on the way: several of it, or a text, in which no names are. */
function severalOrText(from: unknown, names: readonly string[], first: string): Evaluated | undefined {
  let [object, path] = [from, first];
  for (const name of names) {
    if (Array.isArray(object)) {
      const hint = `Say which: ${path}[0] is the first; or go through them: list(${path}).exists(one, …).`;
      return { refused: `${path} stands several times.`, hint };
    }
    if (!(object instanceof ObjectView)) {
      const at = path.lastIndexOf('.');
      const hint = `An attribute of it is ${path.slice(0, at)}["${path.slice(at + 1)}@${name}"].`;
      return { refused: `${path} is a text: there is no ${name} in it.`, hint };
    }
    object = object.get(name);
    path += `.${name}`;
    if (object === undefined) return undefined;
  }
  return undefined;
}

function refusalOf(error: unknown): { refused: string; hint: string } | undefined {
  return error instanceof ExpressionRefusal ? { refused: error.message, hint: error.hint } : undefined;
}
