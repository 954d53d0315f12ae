import { isPositive } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import { exactLevel, levelAtOrAbove, nearestOf, orderPrice, type PriceLevel, priceLevels } from './price-levels.ts';
import { runnerUp, twinOf } from './runner-up.ts';

const NAME = 'overflow';

/**
 * What no order line has room for goes to the line that the demand touched last, else to the line that it names,
 * else to the one of the nearest price: an over-quantity is shown on an order line, never dropped (L14, L16).
 */
export const byOverflow: Tier = {
  name: NAME,
  assign(group: Group): void {
    const over = group.demands.filter((demand) => demand.parts.length === 0 || isPositive(demand.left));
    if (over.length === 0) return;
    const levels = priceLevels(group.lines);
    for (const demand of over) overflow(group, levels, demand);
  },
};

function overflow(group: Group, levels: readonly PriceLevel[], demand: Demand): void {
  const touched = demand.parts.at(-1)?.line ?? demand.referenced;
  const exact = exactLevel(levels, demand, group.decimals);
  const level = exact ?? nearestLevel(levels, demand);
  const line = touched ?? level?.lines[0];
  if (line === undefined) return;
  const ofExact = exact?.lines.includes(line) === true ? exact : undefined;
  linkPart(group, demand, line, demand.left, {
    tier: NAME,
    class: line === demand.referenced ? 'A' : classOf(group.lines, ofExact === undefined ? levels : [ofExact]),
    evidence: [ofExact === undefined ? orderPrice(line) : 'price'],
    runnerUp:
      touched !== undefined || level === undefined
        ? undefined
        : runnerUp(levels, level, twinOf(level, line), demand, group.decimals),
  });
}

/** A choice between order lines that nobody named changes a price or a booking where they differ in one. */
function classOf(all: readonly OrderLineState[], levels: readonly PriceLevel[]): Part['class'] {
  const [only, other] = levels;
  if (all.length === 1 || only === undefined) return 'A';
  if (other !== undefined || only.mixed) return 'C';
  return only.lines.length > 1 ? 'B' : 'A';
}

function nearestLevel(levels: readonly PriceLevel[], demand: Demand): PriceLevel | undefined {
  const at = levelAtOrAbove(levels, demand.unitAmount);
  return nearestOf(levels[at - 1], levels[at], demand);
}
