import { isPositive } from '../../../domain/decimal.ts';
import type { Demand, Group } from './demand.ts';
import type { PriceLevel } from './price-levels.ts';

/** The demands of which something is left, by the level that gives their amount exactly. */
export function waitingByLevel(group: Group): Map<PriceLevel, Demand[]> {
  const waiting = new Map<PriceLevel, Demand[]>();
  for (const demand of group.demands) {
    const level = isPositive(demand.left) ? group.exact.get(demand) : undefined;
    if (level === undefined) continue;
    const others = waiting.get(level);
    if (others === undefined) waiting.set(level, [demand]);
    else others.push(demand);
  }
  return waiting;
}
