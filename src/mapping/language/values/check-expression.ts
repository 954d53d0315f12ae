import type { ASTNode } from '@marcbachmann/cel-js';
import { isDecimalText } from '../../../domain/decimal.ts';
import { didYouMean } from '../../../domain/did-you-mean.ts';
import { EXPRESSION_FUNCTIONS } from './expression-functions.table.ts';
import { childrenOf, loopOf, namesOf, nodesOf, typeOf } from './expression-tree.ts';

/** What is wrong with an expression, and from which character on. */
export interface ExpressionFault {
  problem: string;
  hint: string;
  start: number;
}

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/']);

/** The first thing in an expression that is not part of the language, before its types are checked. */
export function formFault(tree: ASTNode): ExpressionFault | undefined {
  for (const node of nodesOf(tree)) {
    const fault = literalFault(node) ?? callFault(node);
    if (fault !== undefined) return { ...fault, start: node.start };
  }
  return loopFault(tree, 0);
}

/** The first thing that the types alone allow and that would count wrongly, or never. */
export function meaningFault(tree: ASTNode): ExpressionFault | undefined {
  for (const node of nodesOf(tree)) {
    const fault = quotientFault(node) ?? orderFault(node) ?? mixedFault(node);
    if (fault !== undefined) return { ...fault, start: node.start };
  }
  return undefined;
}

type Fault = Omit<ExpressionFault, 'start'> | undefined;

function literalFault(node: ASTNode): Fault {
  if (node.op !== 'value') return undefined;
  if (typeof node.args === 'number') {
    const written = node.input.slice(node.start, node.end);
    return { problem: `${written} would not be exact.`, hint: `Write decimal("${written}").` };
  }
  if (node.args !== null && typeof node.args === 'object')
    return {
      problem: 'Bytes and unsigned numbers are no part of expressions here.',
      hint: 'Write a text or a whole number.',
    };
  return undefined;
}

function callFault(node: ASTNode): Fault {
  if (node.op === '.?' || node.op === '[?]')
    return { problem: `${node.op} is no part of expressions here.`, hint: 'Ask has(…) first.' };
  if (node.op !== 'call' && node.op !== 'rcall') return undefined;
  const name = node.args[0];
  const rows = Object.hasOwn(EXPRESSION_FUNCTIONS, name) ? EXPRESSION_FUNCTIONS[name] : undefined;
  const kinds = rows?.map(({ kind }) => kind) ?? [];
  const called = node.op === 'call';
  if (kinds.some((kind) => (kind === 'call') === called)) return undefined;
  const [row] = rows ?? [];
  if (row !== undefined) return { problem: `${name} is not called so.`, hint: `Write ${row.form}.` };
  const near = didYouMean(name, Object.keys(EXPRESSION_FUNCTIONS));
  const known = `There are ${Object.keys(EXPRESSION_FUNCTIONS).join(', ')}.`;
  return { problem: `There is no function ${name}.`, hint: near === undefined ? known : `Did you mean ${near}?` };
}

/** A list may be gone through for each entry of another one, not deeper, and then only a list of the file itself. */
function loopFault(node: ASTNode, depth: number): ExpressionFault | undefined {
  const loop = loopOf(node);
  if (loop === undefined) return firstFault(childrenOf(node), depth);
  const hint = 'Make a list of the document of it (each), with an expression in each entry.';
  if (depth === 2) return { problem: 'A list is gone through within a list within a list.', hint, start: node.start };
  if (depth === 1 && listNames(loop.list) === undefined)
    return {
      problem: 'Within a list only a list of the file itself can be gone through.',
      hint,
      start: loop.list.start,
    };
  return firstFault(loop.body, depth + 1) ?? loopFault(loop.list, depth);
}

function firstFault(nodes: readonly ASTNode[], depth: number): ExpressionFault | undefined {
  for (const node of nodes) {
    const fault = loopFault(node, depth);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function listNames(node: ASTNode): string[] | undefined {
  if (node.op === 'call' && node.args[0] === 'list' && node.args[1][0] !== undefined) return namesOf(node.args[1][0]);
  return namesOf(node);
}

/** 7 / 2 is 3 in this language: nobody means that. */
function quotientFault(node: ASTNode): Fault {
  if (node.op !== '/' || typeOf(node.args[0]) !== 'int' || typeOf(node.args[1]) !== 'int') return undefined;
  return {
    problem: 'A quotient of whole numbers loses what stands behind the point.',
    hint: 'Write decimal(…) around the first one.',
  };
}

/** Texts are compared letter by letter: "10" is less than "9". */
function orderFault(node: ASTNode): Fault {
  if (!ORDERS.has(node.op)) return undefined;
  if (childrenOf(node).every((side) => typeOf(side) === 'dyn'))
    return {
      problem: 'Whether these are numbers or texts cannot be known: as texts "10" is less than "9".',
      hint: `Write decimal(…) ${node.op} decimal(…), or text(…) ${node.op} text(…) for texts and dates.`,
    };
  for (const side of childrenOf(node)) {
    if (side.op !== 'value' || typeof side.args !== 'string' || !isDecimalText(side.args)) continue;
    return {
      problem: `"${side.args}" is a text: texts are compared letter by letter, so that "10" is less than "9".`,
      hint: `Write decimal(…) ${node.op} decimal("${side.args}").`,
    };
  }
  return undefined;
}

/** What stands in a file is a text: beside a decimal it never is a number by itself. */
function mixedFault(node: ASTNode): Fault {
  if (!ARITHMETIC.has(node.op) && !ORDERS.has(node.op) && node.op !== '==' && node.op !== '!=') return undefined;
  const sides = childrenOf(node);
  if (!sides.some((side) => typeOf(side) === 'decimal')) return undefined;
  const path = sides.map((side) => namesOf(side)).find((names) => names !== undefined && names.length > 1);
  if (path === undefined) return undefined;
  const text = path.join('.');
  return { problem: `${text} is no number by itself.`, hint: `Write decimal(${text}).` };
}
