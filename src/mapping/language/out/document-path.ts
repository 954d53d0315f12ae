import { parsePath } from '../paths/parse-path.ts';
import { PathProblem, type PathSyntax, type PredicateSyntax, type StepSyntax } from '../paths/path-syntax.ts';
import { allChildren, childrenOf, type DocumentNode } from './document-node.ts';

/**
 * Reads a path in a canonical document: names with slashes, `.`, `..` (what it stands in), `*`, `[n]` (from 1), conditions
 * (`[kind]` is there, `[kind='freight']`, `[kind!='freight']` in any case of letters, `[currency=/currency]`), `a | b`
 * for b where a finds nothing, a leading `/` for the top. Throws a `PathProblem` with its place where it is none.
 */
export function documentPath(text: string): PathSyntax {
  const path = parsePath(text);
  requireNames(path);
  return path;
}

/** A document has no attributes and no prefixes. */
function requireNames(path: PathSyntax): void {
  for (const { steps, attribute } of path.alternatives) {
    if (attribute !== null)
      throw new PathProblem(
        'A document has no attributes.',
        'Write the name of the field without @.',
        attribute.at - 1,
      );
    for (const step of steps) {
      if (step.does === 'parent') continue;
      if (step.name.prefix !== null)
        throw new PathProblem(
          'Names in a document have no prefix.',
          'Write the name of the field alone.',
          step.name.at,
        );
      for (const predicate of step.predicates) {
        if ('path' in predicate) requireNames(predicate.path);
        if ('other' in predicate) requireNames(predicate.other);
      }
    }
  }
}

/** The nodes that a path names, in the order of the document, of the first alternative that has any. */
export function findNodes(path: PathSyntax, from: DocumentNode): DocumentNode[] {
  for (const { absolute, steps } of path.alternatives) {
    let found = [absolute ? topOf(from) : from];
    for (const step of steps) {
      if (found.length === 0) break;
      found = found.flatMap((node) => stepFrom(node, step));
    }
    if (found.length > 0) return found;
  }
  return [];
}

function stepFrom(node: DocumentNode, step: StepSyntax): DocumentNode[] {
  if (step.does === 'parent') return node.parent === null ? [] : [node.parent];
  let found = step.name.any ? allChildren(node) : childrenOf(node, step.name.name);
  for (const predicate of step.predicates)
    found =
      predicate.does === 'position'
        ? found.slice(predicate.position - 1, predicate.position)
        : found.filter((one) => holds(predicate, one));
  return found;
}

function holds(predicate: Exclude<PredicateSyntax, { does: 'position' }>, node: DocumentNode): boolean {
  if (predicate.does === 'there') return findNodes(predicate.path, node).length > 0;
  const texts = textsAt(predicate.path, node);
  if ('literal' in predicate) {
    const wanted = predicate.literal.trim().toLowerCase();
    return texts.some((text) => text.toLowerCase() === wanted) === (predicate.does === 'is');
  }
  const others = textsAt(predicate.other, node);
  return texts.some((text) => others.includes(text)) === (predicate.does === 'same-as');
}

function textsAt(path: PathSyntax, node: DocumentNode): string[] {
  return findNodes(path, node).flatMap(({ value }) => (typeof value === 'object' ? [] : [String(value).trim()]));
}

function topOf(node: DocumentNode): DocumentNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}
