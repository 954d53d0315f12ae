import { allChildren, childrenOf, type DocumentNode } from './document-node.ts';
import { PathProblem, readPath } from './read-path.ts';

/**
 * A path in a canonical document: names with slashes, `.`, `..` (what it stands in), `*`, `[n]` (from 1), conditions
 * (`[kind]` is there, `[kind='freight']`, `[kind!='freight']` in any case of letters, `[currency=/currency]`), `a | b`
 * for b where a finds nothing, a leading `/` for the top.
 */
export interface DocumentPath {
  text: string;
  alternatives: readonly { fromTop: boolean; steps: readonly Step[] }[];
}

export interface Step {
  move: 'child' | 'any' | 'parent' | 'self';
  name: string;
  conditions: readonly Condition[];
}

export type Condition =
  | { test: 'number'; number: number }
  | { test: 'there'; path: DocumentPath }
  | { test: 'is' | 'is-not'; path: DocumentPath; literal: string }
  | { test: 'same-as'; path: DocumentPath; other: DocumentPath };

/** Compiles a path, or says what is wrong with it and at which character, from 0. */
export function compileDocumentPath(text: string): DocumentPath | PathProblem {
  try {
    return readPath(text);
  } catch (problem) {
    if (problem instanceof PathProblem) return problem;
    throw problem;
  }
}

/** The nodes that a path names, in the order of the document, of the first alternative that has any. */
export function findNodes(path: DocumentPath, from: DocumentNode): DocumentNode[] {
  for (const { fromTop, steps } of path.alternatives) {
    let found = [fromTop ? topOf(from) : from];
    for (const step of steps) {
      if (found.length === 0) break;
      found = found.flatMap((node) => stepFrom(node, step));
    }
    if (found.length > 0) return found;
  }
  return [];
}

function stepFrom(node: DocumentNode, step: Step): DocumentNode[] {
  let found = moved(node, step);
  for (const condition of step.conditions)
    found =
      condition.test === 'number'
        ? found.slice(condition.number - 1, condition.number)
        : found.filter((one) => holds(condition, one));
  return found;
}

function moved(node: DocumentNode, { move, name }: Step): DocumentNode[] {
  if (move === 'child') return childrenOf(node, name);
  if (move === 'any') return allChildren(node);
  if (move === 'self') return [node];
  return node.parent === null ? [] : [node.parent];
}

function holds(condition: Exclude<Condition, { test: 'number' }>, node: DocumentNode): boolean {
  const texts = textsAt(condition.path, node);
  switch (condition.test) {
    case 'there':
      return findNodes(condition.path, node).length > 0;
    case 'is':
      return texts.some((text) => text.toLowerCase() === condition.literal);
    case 'is-not':
      return texts.every((text) => text.toLowerCase() !== condition.literal);
    case 'same-as': {
      const others = textsAt(condition.other, node);
      return texts.some((text) => others.includes(text));
    }
  }
}

function textsAt(path: DocumentPath, node: DocumentNode): string[] {
  return findNodes(path, node).flatMap(({ value }) => (typeof value === 'object' ? [] : [String(value).trim()]));
}

function topOf(node: DocumentNode): DocumentNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}
