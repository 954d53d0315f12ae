import { compare, isPositive } from '../../../domain/decimal.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import { distance, levelAtOrAbove, type PriceLevel, runnerUp } from './price-levels.ts';

const NAME = 'overflow';

/**
 * What no order line has room for goes to the line that the demand touched last, else to the line that it names,
 * else to the one of the nearest price: an over-quantity is shown on an order line, never dropped (L14, L16).
 */
export const byOverflow: Tier = {
  name: NAME,
  assign(group: Group): void {
    for (const demand of group.demands) {
      const touched = demand.parts.at(-1);
      if (touched !== undefined && !isPositive(demand.left)) continue;
      const level = touched === undefined && demand.referenced === undefined ? nearestLevel(group, demand) : undefined;
      const line = touched?.line ?? demand.referenced ?? level?.lines[0];
      if (line === undefined) continue;
      linkPart(group, demand, line, demand.left, {
        tier: NAME,
        class: level === undefined ? 'A' : overflowClass(group, level),
        runnerUp: level === undefined ? undefined : runnerUp(group, level, line, demand),
      });
    }
  },
};

function nearestLevel(group: Group, demand: Demand): PriceLevel | undefined {
  const exact = group.exact.get(demand);
  if (exact !== undefined) return exact;
  const at = levelAtOrAbove(group.levels, demand.unitAmount);
  const [below, above] = [group.levels[at - 1], group.levels[at]];
  if (below === undefined || above === undefined) return below ?? above;
  return compare(distance(above, demand), distance(below, demand)) < 0 ? above : below;
}

/** A choice between order lines that nobody named: of one price and booking, or not. */
function overflowClass(group: Group, level: PriceLevel): Part['class'] {
  if (group.lines.length === 1) return 'A';
  return group.levels.length > 1 || level.mixed ? 'C' : 'B';
}
