import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionRefusal } from './expression-refusal.ts';
import { nodesOf } from './expression-tree.ts';

/** How `has` is evaluated: its nodes from the last name to the first. */
interface HasMacro {
  macroHasProps: readonly ASTNode[];
  evaluate(evaluator: Evaluator, macro: HasMacro, context: unknown): unknown;
}

interface Evaluator {
  run(node: ASTNode, context: unknown): unknown;
}

/**
 * Makes `has(source.Party.Name)` false where the party itself is missing: the language would refuse, and every condition
 * would have to ask for each name on the way. What stands several times is refused, for which of them is meant is not said.
 */
export function forgivingHas(tree: ASTNode): void {
  for (const node of nodesOf(tree)) {
    if (node.op !== 'call' || node.args[0] !== 'has') continue;
    const { macro } = (node as unknown as { meta: { macro?: HasMacro } }).meta;
    if (macro !== undefined) macro.evaluate = isThere;
  }
}

function isThere(evaluator: Evaluator, { macroHasProps: nodes }: HasMacro, context: unknown): boolean {
  const [beginning, ...names] = [...nodes].reverse();
  if (beginning === undefined) return false;
  let object = evaluator.run(beginning, context);
  for (const node of names) {
    const name = node.op === '.' ? node.args[1] : '';
    if (Array.isArray(object))
      throw new ExpressionRefusal(
        `What ${name} is asked of stands several times.`,
        'Say which: [0] is the first; or go through them: list(…).exists(one, …).',
      );
    if (!(object instanceof Map)) return false;
    object = object.get(name);
    if (object === undefined) return false;
  }
  return true;
}
