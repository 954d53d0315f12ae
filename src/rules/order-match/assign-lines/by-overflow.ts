import { ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import { distance, exactLevel, levelAtOrAbove, type PriceLevel, priceLevels, runnerUp } from './price-levels.ts';

/**
 * What no order line has room for goes to the line that the demand touched last, else to the line that it names,
 * else to the one of the nearest price: an over-quantity is shown on an order line, never dropped (L14, L16).
 */
export const byOverflow: Tier = {
  name: 'overflow',
  assign(group: Group): void {
    const waiting = group.demands.filter((demand) => demand.left.gt(ZERO) || demand.parts.length === 0);
    if (waiting.length === 0) return;
    const levels = priceLevels(group.lines);
    for (const demand of waiting) {
      const touched = demand.parts.at(-1);
      const line = touched?.line ?? demand.referenced ?? nearestLine(levels, demand, group.decimals);
      if (line === undefined) continue;
      linkPart(group, demand, line, demand.left, {
        tier: 'overflow',
        class: touched?.class ?? overflowClass(demand, levels, line),
        runnerUp: runnerUp(levels, line, demand, group.decimals),
      });
    }
  },
};

function nearestLine(levels: readonly PriceLevel[], demand: Demand, decimals: number): OrderLineState | undefined {
  const exact = exactLevel(levels, demand, decimals);
  if (exact !== undefined) return exact.lines[0];
  const at = levelAtOrAbove(levels, demand.unitAmount);
  const [below, above] = [levels[at - 1], levels[at]];
  if (below === undefined || above === undefined) return (below ?? above)?.lines[0];
  return (distance(above, demand).lt(distance(below, demand)) ? above : below).lines[0];
}

function overflowClass(demand: Demand, levels: readonly PriceLevel[], line: OrderLineState): Part['class'] {
  if (demand.referenced === line || demand.candidates.length === 1) return 'A';
  return levels.length > 1 || levels.some((level) => level.mixed) ? 'C' : 'B';
}
