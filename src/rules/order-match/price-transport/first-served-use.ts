import type { StepBudget } from '../step-budget.ts';
import { leastCostUse } from './least-cost-use.ts';
import { optimalUses } from './optimal-uses.ts';
import { priceChain, type PricePoint } from './price-point.ts';
import { RunningLimits } from './running-limits.ts';

/**
 * How much of each offered point is used, so that all that is required is served at the least sum of |price
 * difference| x quantity; and of all such uses the one that takes as much as it can of the first point offered, then of the
 * second, and so on: ties go by the order in which points are offered (order-match.md 12). The points offered must have room
 * for all that is required. Undefined when the budget is used up.
 */
export function firstServedUse(
  required: readonly PricePoint[],
  offered: readonly PricePoint[],
  budget: StepBudget,
): bigint[] | undefined {
  const quantities = offered.map(({ quantity }) => quantity);
  if (total(quantities) === total(required.map(({ quantity }) => quantity))) return quantities;
  const chain = priceChain(required, offered);
  const use = leastCostUse(chain, budget);
  if (use === undefined) return undefined;
  const { least, most, fixed } = optimalUses(chain, use);
  const limits = new RunningLimits(
    least,
    most,
    fixed.map((quantity) => quantity ?? 0n),
  );
  const places: number[] = quantities.map(() => 0);
  for (const [place, { optional }] of chain.entries()) if (optional !== undefined) places[optional] = place;
  const uses: bigint[] = [];
  for (const [index, place] of places.entries()) {
    if (!budget.spend(1 + 2 * limits.depth)) return undefined;
    const known = fixed[place];
    uses.push(known ?? firstServed(limits, place, quantities[index] ?? 0n));
  }
  return uses;
}

/** Uses as much of a point as the others leave it, and holds on to that. */
function firstServed(limits: RunningLimits, place: number, quantity: bigint): bigint {
  const most = limits.mostAt(place);
  const used = most < quantity ? most : quantity;
  if (used > 0n) limits.set(place, used);
  return used;
}

function total(quantities: readonly bigint[]): bigint {
  return quantities.reduce((sum, quantity) => sum + quantity, 0n);
}
