import type { ChainUse } from './least-cost-use.ts';
import type { ChainPoint } from './price-point.ts';

/**
 * All ways of serving a chain at the least cost, as limits: `least` and `most` of what all points up to one use
 * together, and whether the use of a point is fixed (undefined: it may be anything up to its quantity).
 */
export interface OptimalUses {
  least: bigint[];
  most: bigint[];
  fixed: (bigint | undefined)[];
}

/**
 * From one optimal way to all of them: by complementary slackness with the price at which one more could be served at
 * each point (the dual solution). Some point must have room left, else there is nothing to choose.
 */
export function optimalUses(chain: readonly ChainPoint[], use: ChainUse): OptimalUses {
  const marginal = marginalPrices(chain, use);
  const total = use.used.reduce((sum, quantity) => sum + quantity, 0n);
  const [least, most]: [bigint[], bigint[]] = [[], []];
  let asked = 0n;
  for (const [index, point] of chain.entries()) {
    const next = chain[index + 1];
    if (point.optional === undefined) asked += point.quantity;
    const gap = next === undefined ? 0n : next.price - point.price;
    const rise = (marginal[index + 1] ?? 0n) - (marginal[index] ?? 0n);
    least.push(next === undefined ? total : rise === -gap ? 0n : asked);
    most.push(next === undefined ? total : rise === gap ? total : asked);
  }
  const fixed = chain.map((point, index) => {
    const price = marginal[index] ?? 0n;
    if (point.optional === undefined || price < 0n) return 0n;
    return price > 0n ? point.quantity : undefined;
  });
  return { least, most, fixed };
}

/**
 * What one more at each point would cost: the cheapest way there from a point with room left. Where something is carried
 * the other way, less of it is carried instead, which gives its cost back.
 */
function marginalPrices(chain: readonly ChainPoint[], { carried, used }: ChainUse): bigint[] {
  const hasRoom = chain.map((point, index) => point.optional !== undefined && (used[index] ?? 0n) < point.quantity);
  const gaps = chain.map((point, index) => (chain[index + 1]?.price ?? point.price) - point.price);
  const prices: (bigint | undefined)[] = chain.map(() => undefined);
  const reach = (index: number, way: bigint | undefined) => {
    const best = hasRoom[index] === true ? smaller(way, 0n) : way;
    prices[index] = smaller(prices[index], best);
    return best;
  };
  let way: bigint | undefined;
  for (let index = 0; index < chain.length; index += 1) {
    way = reach(index, way);
    if (way !== undefined) way += (carried[index] ?? 0n) > 0n ? -(gaps[index] ?? 0n) : (gaps[index] ?? 0n);
  }
  way = undefined;
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    way = reach(index, way);
    const gap = gaps[index - 1] ?? 0n;
    if (way !== undefined) way += (carried[index - 1] ?? 0n) < 0n ? -gap : gap;
  }
  return prices.map((price) => price ?? 0n);
}

function smaller(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
