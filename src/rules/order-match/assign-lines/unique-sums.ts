import type { StepBudget } from '../step-budget.ts';

/** One way of reaching a sum: the item added last, and the sum before it. `several`: there are more ways than this one. */
interface Sum {
  several: boolean;
  item: number;
  before: Sum | undefined;
}

/**
 * For each target the items that sum to it, where there is exactly one such choice of items: proven by counting the
 * ways, up to two, over all sums that can be reached. Undefined for a target that no choice reaches, or several
 * do. Quantities and targets are above zero. 'out-of-steps' when the budget ends before everything is proven.
 */
export function uniqueSums(
  quantities: readonly bigint[],
  targets: readonly bigint[],
  budget: StepBudget,
): (number[] | undefined)[] | 'out-of-steps' {
  const largest = targets.reduce((most, target) => (target > most ? target : most), 0n);
  const asked = new Set(targets);
  let open = asked.size;
  const reached = new Map<bigint, Sum | undefined>([[0n, undefined]]);
  for (const [item, quantity] of quantities.entries()) {
    if (!budget.spend(reached.size)) return 'out-of-steps';
    for (const [sum, before] of [...reached]) {
      const next = sum + quantity;
      if (next > largest) continue;
      const former = reached.get(next);
      if (former?.several === true) continue;
      const several = former !== undefined || before?.several === true;
      if (several && asked.has(next)) open -= 1;
      reached.set(next, { several, item, before });
    }
    if (open === 0) break;
  }
  return targets.map((target) => itemsOf(reached.get(target)));
}

function itemsOf(sum: Sum | undefined): number[] | undefined {
  if (sum === undefined || sum.several) return undefined;
  const items: number[] = [];
  for (let one: Sum | undefined = sum; one !== undefined; one = one.before) items.push(one.item);
  return items.reverse();
}
