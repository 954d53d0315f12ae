import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PricePoint } from '../../src/rules/order-match/price-transport/price-point.ts';
import { type Shipment, transport } from '../../src/rules/order-match/price-transport/transport.ts';
import { StepBudget } from '../../src/rules/order-match/step-budget.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.ts';

/** The least total price difference, against every other way of serving the same demands. */

const AMPLE = 100_000_000;

const side = (prices: number) =>
  fc.array(
    fc.record({
      price: fc.integer({ min: 0, max: prices }).map(BigInt),
      quantity: fc.integer({ min: 1, max: 3 }).map(BigInt),
    }),
    { minLength: 1, maxLength: 5 },
  );
/** Few prices make many ties, many make few. */
const market = fc.constantFrom(2, 6, 40).chain((prices) => fc.record({ demands: side(prices), lines: side(prices) }));

const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a);
const total = (points: readonly PricePoint[]) => points.reduce((sum, { quantity }) => sum + quantity, 0n);

function served(demands: readonly PricePoint[], lines: readonly PricePoint[], steps = AMPLE): Shipment[] {
  const shipments = transport(demands, lines, new StepBudget(steps));
  if (shipments === undefined) throw new Error('out of steps');
  return shipments;
}

function costOf(shipments: readonly Shipment[], demands: readonly PricePoint[], lines: readonly PricePoint[]): bigint {
  return shipments.reduce(
    (sum, one) => sum + distance(demands[one.demand]?.price ?? 0n, lines[one.line]?.price ?? 0n) * one.quantity,
    0n,
  );
}

/** One by one, every unit of the smaller side to every unit of the larger: the least cost, found by looking at all ways. */
function bruteForce(smaller: readonly PricePoint[], larger: readonly PricePoint[]): bigint {
  const units = smaller.flatMap(({ price, quantity }) => Array.from({ length: Number(quantity) }, () => price));
  const known = new Map<string, bigint>();
  const least = (unit: number, left: readonly bigint[]): bigint => {
    const price = units[unit];
    if (price === undefined) return 0n;
    const key = `${unit} ${left.join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const costs = left.flatMap((room, index) =>
      room === 0n
        ? []
        : distance(price, larger[index]?.price ?? 0n) +
          least(
            unit + 1,
            left.map((one, other) => (other === index ? one - 1n : one)),
          ),
    );
    const best = costs.reduce((a, b) => (b < a ? b : a));
    known.set(key, best);
    return best;
  };
  return least(
    0,
    larger.map(({ quantity }) => quantity),
  );
}

/** What is used of each point of the larger side. */
function usesOf(shipments: readonly Shipment[], of: 'demand' | 'line', points: readonly PricePoint[]): bigint[] {
  const uses = points.map(() => 0n);
  for (const one of shipments) uses[one[of]] = (uses[one[of]] ?? 0n) + one.quantity;
  return uses;
}

/** Of all uses with the least cost the one that takes most of the first point, then of the second, and so on. */
function firstServedByAll(smaller: readonly PricePoint[], larger: readonly PricePoint[], cost: bigint): bigint[] {
  const chosen: bigint[] = [];
  let left = total(smaller);
  for (const { quantity } of larger) {
    let take = quantity < left ? quantity : left;
    const isPossible = (most: bigint) => {
      const fixed = [...chosen, most].map((one, index) => ({ price: larger[index]?.price ?? 0n, quantity: one }));
      const rest = larger.slice(chosen.length + 1);
      // a line whose use is fixed is one more that has to be used in full: all that it has at no other cost
      const cheapest = leastWithFixed(smaller, fixed, rest);
      return cheapest === cost;
    };
    while (take >= 0n && !isPossible(take)) take -= 1n;
    chosen.push(take);
    left -= take;
  }
  return chosen;
}

/** The least cost where the uses of some points are given, and those of the rest are free; undefined where that serves not all. */
function leastWithFixed(
  smaller: readonly PricePoint[],
  fixed: readonly PricePoint[],
  rest: readonly PricePoint[],
): bigint | undefined {
  let best: bigint | undefined;
  const choose = (index: number, left: bigint, uses: readonly PricePoint[]): void => {
    const point = rest[index];
    if (point === undefined) {
      if (left !== 0n) return;
      const cost = bruteForce(smaller, uses);
      if (best === undefined || cost < best) best = cost;
      return;
    }
    for (let quantity = 0n; quantity <= point.quantity && quantity <= left; quantity += 1n)
      choose(index + 1, left - quantity, [...uses, { price: point.price, quantity }]);
  };
  choose(0, total(smaller) - total(fixed), fixed);
  return best;
}

describe('the least total price difference', { timeout: PROPERTY_TIMEOUT }, () => {
  it('is that of a brute-force search, serves all there is room for, and needs fewer shipments than there are points', () => {
    fc.assert(
      fc.property(market, ({ demands, lines }) => {
        const shipments = served(demands, lines);
        const [asked, room] = [total(demands), total(lines)];
        const best = asked <= room ? bruteForce(demands, lines) : bruteForce(lines, demands);
        expect(costOf(shipments, demands, lines)).toBe(best);
        expect(shipments.reduce((sum, { quantity }) => sum + quantity, 0n)).toBe(asked < room ? asked : room);
        expect(shipments.length).toBeLessThan(demands.length + lines.length);
        for (const of of ['demand', 'line'] as const) {
          const points = of === 'demand' ? demands : lines;
          const uses = usesOf(shipments, of, points);
          expect(uses.every((use, index) => use <= (points[index]?.quantity ?? 0n))).toBe(true);
        }
      }),
      propertyRuns(400),
    );
  });

  it('takes as much of the first line as any other way of the same cost, then of the second, and so on', () => {
    const small = fc
      .constantFrom(2, 5)
      .chain((prices) => fc.record({ demands: side(prices), lines: side(prices) }))
      .filter(({ demands, lines }) => total(demands) < total(lines) && total(demands) <= 5n && total(lines) <= 9n);
    fc.assert(
      fc.property(small, ({ demands, lines }) => {
        const shipments = served(demands, lines);
        expect(usesOf(shipments, 'line', lines)).toEqual(
          firstServedByAll(demands, lines, costOf(shipments, demands, lines)),
        );
      }),
      propertyRuns(150),
    );
  });

  it('costs the same whatever the order in which both sides are given', () => {
    const shuffled = market.chain(({ demands, lines }) =>
      fc.record({
        given: fc.constant({ demands, lines }),
        demands: fc.shuffledSubarray(demands, { minLength: demands.length }),
        lines: fc.shuffledSubarray(lines, { minLength: lines.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, demands, lines }) => {
        expect(costOf(served(demands, lines), demands, lines)).toBe(
          costOf(served(given.demands, given.lines), given.demands, given.lines),
        );
      }),
      propertyRuns(200),
    );
  });

  const many = (points: number, price: (index: number) => number): PricePoint[] =>
    Array.from({ length: points }, (_, index) => ({
      price: BigInt(price(index)),
      quantity: BigInt(1 + ((index * 7919) % 13)),
    }));

  it('of 10,000 by 10,000 distinct prices takes near ten times the steps of 1,000 by 1,000', () => {
    const needed = (points: number): number => {
      const budget = new StepBudget(AMPLE);
      const [demands, lines] = [many(points, (index) => 100 * index + 37), many(points + 50, (index) => 101 * index)];
      expect(transport(demands, lines, budget)?.length).toBeLessThan(2 * points + 50);
      return AMPLE - budget.left;
    };
    expect(needed(10_000)).toBeLessThan(4_000_000);
    expect(needed(10_000)).toBeLessThan(16 * needed(1000));
  });

  it('says when its steps are used up', () => {
    const [demands, lines] = [many(50, (index) => 7 * index), many(60, (index) => 11 * index)];
    expect(transport(demands, lines, new StepBudget(20))).toBeUndefined();
    expect(transport(demands, lines, new StepBudget(AMPLE))).toBeDefined();
  });
});
