import { compare, type Decimal, isPositive, sum, ZERO } from '../../../domain/decimal.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import { firstWithRoom, type PriceLevel, runnerUp } from './price-levels.ts';

const NAME = 'exact-price-first-in-first-out';

/** Order lines of exactly the price, first in first out, split where one has not enough room (scenarios L03, L07). */
export const byExactPrice: Tier = {
  name: NAME,
  assign(group: Group): void {
    const roomOf = new Map<PriceLevel, Decimal>();
    for (const demand of group.demands) {
      const level = isPositive(demand.left) ? group.exact.get(demand) : undefined;
      if (level === undefined) continue;
      const room = roomOf.get(level) ?? sum(level.lines.map((line) => line[group.room]));
      roomOf.set(level, room.minus(fill(group, demand, level, classOf(level, demand, room))));
    }
  },
};

/** Links as much of the demand as the level has room for, and says how much that was. */
function fill(group: Group, demand: Demand, level: PriceLevel, linkClass: Part['class']): Decimal {
  let filled = ZERO;
  for (let line = firstWithRoom(level, group.room); line !== undefined; line = firstWithRoom(level, group.room)) {
    if (!isPositive(demand.left)) break;
    const quantity = fitting(group, demand, line);
    filled = filled.plus(quantity);
    linkPart(group, demand, line, quantity, {
      tier: NAME,
      class: linkClass,
      runnerUp: runnerUp(group, level, line, demand),
    });
  }
  return filled;
}

/** Lines of one price are interchangeable, unless they are booked differently and some stay unused: then the choice changed a booking. */
function classOf(level: PriceLevel, demand: Demand, room: Decimal): Part['class'] {
  if (level.lines.length === 1) return 'A';
  return level.mixed && compare(room, demand.left) > 0 ? 'C' : 'B';
}
