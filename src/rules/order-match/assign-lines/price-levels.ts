import { type Decimal, round, roundedText, ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group } from './demand.ts';

/** Order lines of one net price, in the order in which they are served. `next` is the first that may have room. */
export interface PriceLevel {
  price: Decimal;
  lines: OrderLineState[];
  next: number;
  /** Do its lines differ in account or project? Then they are not interchangeable. */
  mixed: boolean;
}

/** The levels of a group's order lines, cheapest first. */
export function priceLevels(lines: readonly OrderLineState[]): PriceLevel[] {
  const sorted = lines.map((line, index) => ({ line, index })).sort((a, b) => a.line.netPrice.cmp(b.line.netPrice) || a.index - b.index);
  const levels: PriceLevel[] = [];
  for (const { line } of sorted) {
    const last = levels.at(-1);
    if (last?.price.eq(line.netPrice) === true) {
      last.mixed ||= last.lines[0]?.booking !== line.booking;
      last.lines.push(line);
    } else {
      levels.push({ price: line.netPrice, lines: [line], next: 0, mixed: false });
    }
  }
  return levels;
}

/** Index of the first level whose price is not below the amount for one; the number of levels where all are below. */
export function levelAtOrAbove(levels: readonly PriceLevel[], unitAmount: Decimal): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle]?.price.lt(unitAmount) === true) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The level whose price gives the demand's amount exactly, rounded to the currency as the invoice was; undefined
 * where none does. Only the two prices nearest to the amount can, of which the nearer counts.
 */
export function exactLevel(levels: readonly PriceLevel[], demand: Demand, decimals: number): PriceLevel | undefined {
  if (demand.quantity.eq(ZERO)) return undefined;
  const at = levelAtOrAbove(levels, demand.unitAmount);
  const amount = round(demand.amount, decimals);
  const exact = [levels[at - 1], levels[at]]
    .filter((level) => level !== undefined)
    .filter((level) => round(level.price.times(demand.quantity), decimals).eq(amount));
  const [first, second] = exact;
  if (first === undefined || second === undefined) return first;
  return distance(second, demand).lt(distance(first, demand)) ? second : first;
}

/** How far a level's price is from the demand's, for one. */
export function distance(level: PriceLevel, demand: Demand): Decimal {
  return level.price.minus(demand.unitAmount).abs();
}

/** The first line of a level that has room; the level remembers, since room never comes back. */
export function firstWithRoom(level: PriceLevel, room: Group['room']): OrderLineState | undefined {
  while (level.next < level.lines.length) {
    const line = level.lines[level.next];
    if (line?.[room].gt(ZERO) === true) return line;
    level.next += 1;
  }
  return undefined;
}

/** What the next best order line would have cost more: "1001/2 50.00"; undefined where there was no other. */
export function runnerUp(levels: readonly PriceLevel[], chosen: OrderLineState, demand: Demand, decimals: number): string | undefined {
  const at = levelAtOrAbove(levels, chosen.netPrice);
  const level = levels[at];
  const [first, second] = level?.lines ?? [];
  const twin = first === chosen ? second : first;
  if (twin !== undefined) return `${twin.key} ${roundedText(ZERO, decimals)}`;
  const own = chosen.netPrice.minus(demand.unitAmount).abs();
  const others = [levels[at - 1], levels[at + 1]].filter((other) => other !== undefined);
  const [nearest] = others.sort((a, b) => distance(a, demand).cmp(distance(b, demand)));
  const line = nearest?.lines[0];
  if (nearest === undefined || line === undefined) return undefined;
  return `${line.key} ${roundedText(distance(nearest, demand).minus(own).times(demand.quantity), decimals)}`;
}
