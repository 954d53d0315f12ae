import type { StepBudget } from '../step-budget.ts';
import { CarriedCost } from './carried-cost.ts';
import type { ChainPoint } from './price-point.ts';

/** One way of serving a price chain at the least cost. */
export interface ChainUse {
  /** What is carried on after each point: above zero demand that dearer points serve, below zero room of dearer demand. */
  carried: bigint[];
  /** What is used of each point that need not be used in full; zero for the others. */
  used: bigint[];
}

/**
 * Serves every required point of a chain at the least sum of |price difference| x quantity, using the optional points
 * as far as that takes them: exact, in near linear time (n log n). The least cost of each part of the chain is
 * built up from the cheapest point, then the uses are read off from the dearest. Undefined when the budget is used up.
 * The optional points must have room for all that is required.
 */
export function leastCostUse(chain: readonly ChainPoint[], budget: StepBudget): ChainUse | undefined {
  const cheapest: bigint[] = [];
  const cost = new CarriedCost();
  let price = chain[0]?.price ?? 0n;
  for (const point of chain) {
    if (point.price > price && !cost.carryOver(point.price - price, budget)) return undefined;
    price = point.price;
    cheapest.push(cost.cheapest);
    if (point.optional === undefined) cost.ask(point.quantity);
    else cost.offer(point.quantity);
  }
  return usesOf(chain, cheapest);
}

function usesOf(chain: readonly ChainPoint[], cheapest: readonly bigint[]): ChainUse {
  const carried: bigint[] = chain.map(() => 0n);
  const used: bigint[] = chain.map(() => 0n);
  let after = 0n;
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const [point, least] = [chain[index], cheapest[index]];
    if (point === undefined || least === undefined) break;
    carried[index] = after;
    if (point.optional === undefined) after -= point.quantity;
    else {
      const most = after + point.quantity;
      const before = least < after ? after : least > most ? most : least;
      used[index] = before - after;
      after = before;
    }
  }
  return { carried, used };
}
