import { compare, type Decimal, equal, isPositive, isZero, round } from '../../../domain/decimal.ts';
import { compareOrderLines, type OrderLineState } from '../order-line-state.ts';
import type { Demand, Group } from './demand.ts';

/** Order lines of one net price, in the order in which they are served. `next` is the first that may have room. */
export interface PriceLevel {
  /** Its place among the levels of the group. */
  index: number;
  price: Decimal;
  lines: readonly OrderLineState[];
  next: number;
  /** Do its lines differ in account or project? Then they are not interchangeable. */
  mixed: boolean;
}

/** The levels of some order lines, cheapest first. */
export function priceLevels(lines: readonly OrderLineState[]): PriceLevel[] {
  const byPrice = [...Map.groupBy(lines, (line) => line.netPriceText).values()];
  return byPrice
    .flatMap((own) => (own[0] === undefined ? [] : [{ price: own[0].netPrice, own, booking: own[0].booking }]))
    .sort((a, b) => compare(a.price, b.price))
    .map(({ price, own, booking }, index) => ({
      index,
      price,
      lines: own,
      next: 0,
      mixed: own.some((line) => line.booking !== booking),
    }));
}

/** Index of the first level whose price is not below the amount for one; the number of levels where all are below. */
export function levelAtOrAbove(levels: readonly PriceLevel[], unitAmount: Decimal): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const level = levels[middle];
    if (level !== undefined && compare(level.price, unitAmount) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The level whose price gives the demand's amount exactly, rounded to the currency as the invoice was; undefined
 * where none does. Only the two prices nearest to the amount can, of which the nearer counts.
 */
export function exactLevel(levels: readonly PriceLevel[], demand: Demand, decimals: number): PriceLevel | undefined {
  if (isZero(demand.quantity)) return undefined;
  const at = levelAtOrAbove(levels, demand.unitAmount);
  const amount = round(demand.amount, decimals);
  const fits = (level: PriceLevel | undefined) =>
    level !== undefined && equal(round(level.price.times(demand.quantity), decimals), amount);
  const above = fits(levels[at]) ? levels[at] : undefined;
  if (above !== undefined && equal(above.price, demand.unitAmount)) return above;
  const below = fits(levels[at - 1]) ? levels[at - 1] : undefined;
  return nearestOf(below, above, demand);
}

/**
 * Which of two levels is nearer to the demand's price; at equal distance the one whose line comes first (order-match.md
 * 12). `lineOf`: the line of a level that counts there, its first where nothing is said.
 */
export function nearestOf(
  below: PriceLevel | undefined,
  above: PriceLevel | undefined,
  demand: Demand,
  lineOf: (level: PriceLevel) => OrderLineState | undefined = ({ lines }) => lines[0],
): PriceLevel | undefined {
  if (below === undefined || above === undefined) return below ?? above;
  const difference = compare(distance(below, demand), distance(above, demand));
  if (difference !== 0) return difference < 0 ? below : above;
  const [a, b] = [lineOf(below), lineOf(above)];
  return a !== undefined && b !== undefined && compareOrderLines(b, a) < 0 ? above : below;
}

/** How far a level's price is from the demand's, for one. */
export function distance(level: PriceLevel, demand: Demand): Decimal {
  return level.price.minus(demand.unitAmount).abs();
}

/** The first line of a level that has room; the level remembers, since room never comes back. */
export function firstWithRoom(level: PriceLevel, room: Group['room']): OrderLineState | undefined {
  while (level.next < level.lines.length) {
    const line = level.lines[level.next];
    if (line !== undefined && isPositive(line[room])) return line;
    level.next += 1;
  }
  return undefined;
}

/** The order line's price as evidence, where it is not the invoice's. */
export function orderPrice(line: OrderLineState): string {
  return `order price ${line.netPriceText}`;
}
