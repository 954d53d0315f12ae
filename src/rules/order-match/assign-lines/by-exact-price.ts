import { type Decimal, ZERO } from '../../../domain/decimal.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import { exactLevel, firstWithRoom, type PriceLevel, priceLevels, runnerUp } from './price-levels.ts';

/** Order lines of exactly the price, first in first out, split where one has not enough room (scenarios L03, L07). */
export const byExactPrice: Tier = {
  name: 'exact-price-first-in-first-out',
  assign(group: Group): void {
    const levels = priceLevels(group.lines);
    const roomOf = new Map(levels.map((level) => [level, roomLeft(level, group.room)]));
    for (const demand of group.demands) {
      const level = demand.left.gt(ZERO) ? exactLevel(levels, demand, group.decimals) : undefined;
      if (level === undefined) continue;
      const linkClass = classOf(level, demand, roomOf.get(level) ?? ZERO);
      for (let line = firstWithRoom(level, group.room); line !== undefined && demand.left.gt(ZERO); line = firstWithRoom(level, group.room)) {
        const quantity = fitting(group, demand, line);
        roomOf.set(level, (roomOf.get(level) ?? ZERO).minus(quantity));
        linkPart(group, demand, line, quantity, {
          tier: 'exact-price-first-in-first-out',
          class: linkClass,
          runnerUp: runnerUp(levels, line, demand, group.decimals),
        });
      }
    }
  },
};

/** Lines of one price are interchangeable, unless they are booked differently and some stay unused: then the choice changed a booking. */
function classOf(level: PriceLevel, demand: Demand, room: Decimal): Part['class'] {
  if (level.lines.length === 1) return 'A';
  return level.mixed && room.gt(demand.left) ? 'C' : 'B';
}

function roomLeft(level: PriceLevel, room: Group['room']): Decimal {
  return level.lines.reduce((total, line) => total.plus(line[room]), ZERO);
}
