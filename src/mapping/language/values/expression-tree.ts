import type { ASTNode } from '@marcbachmann/cel-js';

/** The nodes directly below one, in the order of the text. */
export function childrenOf(node: ASTNode): ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return [...node.args];
  }
}

/** A node and all below it. */
export function* nodesOf(node: ASTNode): Generator<ASTNode> {
  yield node;
  for (const child of childrenOf(node)) yield* nodesOf(child);
}

/** The names of a path as `source.Party.Name`, from its beginning; undefined for everything that is no such path. */
export function namesOf(node: ASTNode): string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op === '.') {
    const before = namesOf(node.args[0]);
    return before === undefined ? undefined : [...before, node.args[1]];
  }
  if (node.op !== '[]' || node.args[1].op !== 'value' || typeof node.args[1].args !== 'string') return undefined;
  const before = namesOf(node.args[0]);
  return before === undefined ? undefined : [...before, node.args[1].args];
}

/** Every path of names in an expression, each as a whole, with where it begins in the text. */
export function pathsOf(tree: ASTNode): { names: string[]; start: number }[] {
  const names = namesOf(tree);
  return names === undefined ? childrenOf(tree).flatMap(pathsOf) : [{ names, start: tree.start }];
}

/** The type that the checker found; undefined before it ran, and where it did not come. */
export function typeOf(node: ASTNode): string | undefined {
  return (node as { checkedType?: { name: string } }).checkedType?.name;
}

/** What goes through a list (`all`, `exists`, `exists_one`, `filter`, `map`): its list, and what it does with each. */
export function loopOf(node: ASTNode): { list: ASTNode; body: ASTNode[] } | undefined {
  if (node.op !== 'rcall' || !LOOPS.has(node.args[0])) return undefined;
  return { list: node.args[1], body: node.args[2] };
}

const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
