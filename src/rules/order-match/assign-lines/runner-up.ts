import { roundedText, ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand } from './demand.ts';
import { distance, nearestOf, type PriceLevel } from './price-levels.ts';

/** Another order line of the same price; undefined where the level has no other. */
export function twinOf(level: PriceLevel, chosen: OrderLineState): OrderLineState | undefined {
  const [first, second] = level.lines;
  return first === chosen ? second : first;
}

/**
 * What the next best order line would have cost more for all that the demand asks: "1001/2 50.00". A twin of the same
 * price costs nothing more; without one it is the first line of the nearest other price, or undefined where there is none.
 */
export function runnerUp(
  levels: readonly PriceLevel[],
  level: PriceLevel,
  twin: OrderLineState | undefined,
  demand: Demand,
  decimals: number,
): string | undefined {
  if (twin !== undefined) return `${twin.key} ${roundedText(ZERO, decimals)}`;
  const nearest = nearestOf(levels[level.index - 1], levels[level.index + 1], demand);
  const line = nearest?.lines[0];
  if (nearest === undefined || line === undefined) return undefined;
  const more = distance(nearest, demand).minus(distance(level, demand)).times(demand.quantity);
  return `${line.key} ${roundedText(more, decimals)}`;
}
