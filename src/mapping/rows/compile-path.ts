import { singleCopy } from '../../formats/xml/single-copy.ts';

/**
 * Paths in a source tree: `cac:Party/cbc:Name`, `@schemeID`, `cbc:ID/@schemeID`, `.` (the element itself), a leading
 * `/` for the root element, and `a | b` for "b where a finds nothing". A step may carry conditions in brackets:
 * `[cac:TaxSubtotal]` (is there), `[cbc:ID='VAT']` (is, in any case of letters), `[cbc:ID!='130']` (is not), and
 * `[@currencyID=/cbc:DocumentCurrencyCode]` (is the same as). Prefixes are the table's own, never the sender's.
 */
export interface CompiledPath {
  source: string;
  alternatives: readonly Alternative[];
}

export interface Alternative {
  fromRoot: boolean;
  steps: readonly Step[];
  attribute: string | null;
}

export interface Step {
  namespace: string;
  name: string;
  conditions: readonly Condition[];
}

export interface Condition {
  path: CompiledPath;
  test: 'there' | 'is' | 'is-not' | 'same-as';
  literal: string;
  other: CompiledPath | null;
}

export type Prefixes = Readonly<Record<string, string>>;

const STEP = /^(?:([A-Za-z][\w-]*):)?([A-Za-z][\w.-]*)((?:\[[^\]]*\])*)$/;
const CONDITION = /^\[([^=!\]]+?)\s*(?:(!?=)\s*(?:'([^']*)'|([^'\]]+)))?\]$/;

/** Compiles a path of a table. Throws an Error on a path that is none: tables are ours, so that is a defect. */
export function compilePath(source: string, prefixes: Prefixes): CompiledPath {
  return {
    source,
    alternatives: source.split(' | ').map((alternative) => compileAlternative(alternative.trim(), prefixes)),
  };
}

function compileAlternative(text: string, prefixes: Prefixes): Alternative {
  const fromRoot = text.startsWith('/');
  const parts = splitSteps(fromRoot ? text.slice(1) : text);
  const last = parts[parts.length - 1] ?? '';
  const attribute = last.startsWith('@') ? last.slice(1) : null;
  if (attribute !== null) parts.pop();
  const steps = parts.filter((part) => part !== '.').map((part) => compileStep(part, prefixes));
  return { fromRoot, steps, attribute };
}

/** Slashes inside brackets belong to the condition. */
function splitSteps(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (character === '/' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  parts.push(part);
  return parts;
}

function compileStep(text: string, prefixes: Prefixes): Step {
  const [, prefix, name, conditions] = STEP.exec(text) ?? [];
  const namespace = prefix === undefined ? '' : prefixes[prefix];
  if (name === undefined || namespace === undefined) throw new Error(`not a step of a path: "${text}"`);
  const compiled =
    (conditions ?? '').match(/\[[^\]]*\]/g)?.map((condition) => compileCondition(condition, prefixes)) ?? [];
  return { namespace: singleCopy(namespace), name: singleCopy(name), conditions: compiled };
}

function compileCondition(text: string, prefixes: Prefixes): Condition {
  const [, path, operator, literal, other] = CONDITION.exec(text) ?? [];
  if (path === undefined) throw new Error(`not a condition of a path: "${text}"`);
  const test = operator === undefined ? 'there' : operator === '!=' ? 'is-not' : other === undefined ? 'is' : 'same-as';
  return {
    path: compilePath(path, prefixes),
    test,
    literal: (literal ?? '').toLowerCase(),
    other: other === undefined ? null : compilePath(other, prefixes),
  };
}
