import type { StepBudget } from '../step-budget.ts';
import { firstServedUse } from './first-served-use.ts';
import type { PricePoint } from './price-point.ts';

/** So much of what one asks is served by one line. */
export interface Shipment {
  demand: number;
  line: number;
  quantity: bigint;
}

/**
 * Serves as much of all demands as the lines have room for, at the least sum of |price difference| x quantity, exactly.
 * Where the lines have more room than is asked, ties go to the lines as they are given; where less, to the demands.
 * What is used of both sides is then paired from the cheapest up, which is the least cost for any two sides that have
 * the same total: at most as many shipments as demands and lines together. Undefined when the budget is used up.
 */
export function transport(
  demands: readonly PricePoint[],
  lines: readonly PricePoint[],
  budget: StepBudget,
): Shipment[] | undefined {
  const [asked, room] = [demands, lines].map((side) => side.reduce((sum, { quantity }) => sum + quantity, 0n));
  const short = (room ?? 0n) < (asked ?? 0n);
  const all = (side: readonly PricePoint[]) => side.map(({ quantity }) => quantity);
  const used = short ? firstServedUse(lines, demands, budget) : firstServedUse(demands, lines, budget);
  if (used === undefined || !budget.spend(demands.length + lines.length)) return undefined;
  return paired(fromCheapest(demands, short ? used : all(demands)), fromCheapest(lines, short ? all(lines) : used));
}

/** A side of the pairing: which point, and how much of it is left. */
interface Used {
  index: number;
  left: bigint;
}

function fromCheapest(side: readonly PricePoint[], quantities: readonly bigint[]): Used[] {
  return side
    .map(({ price }, index) => ({ index, price, left: quantities[index] ?? 0n }))
    .filter(({ left }) => left > 0n)
    .sort((a, b) => (a.price === b.price ? a.index - b.index : a.price < b.price ? -1 : 1));
}

function paired(demands: readonly Used[], lines: readonly Used[]): Shipment[] {
  const shipments: Shipment[] = [];
  let [a, b] = [0, 0];
  for (;;) {
    const [demand, line] = [demands[a], lines[b]];
    if (demand === undefined || line === undefined) return shipments;
    const quantity = demand.left < line.left ? demand.left : line.left;
    shipments.push({ demand: demand.index, line: line.index, quantity });
    demand.left -= quantity;
    line.left -= quantity;
    if (demand.left === 0n) a += 1;
    if (line.left === 0n) b += 1;
  }
}
