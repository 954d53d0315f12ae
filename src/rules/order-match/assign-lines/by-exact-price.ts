import { compare, isPositive, sum } from '../../../domain/decimal.ts';
import { waitingByLevel } from './waiting-by-level.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import { firstWithRoom, type PriceLevel } from './price-levels.ts';
import { runnerUp, twinOf } from './runner-up.ts';

const NAME = 'exact-price-first-in-first-out';
const EVIDENCE = ['price'];

/** Order lines of exactly the price, first in first out, split where one has not enough room (scenarios L03, L07). */
export const byExactPrice: Tier = {
  name: NAME,
  assign(group: Group): void {
    for (const [level, demands] of waitingByLevel(group)) {
      const linkClass = classOf(group, level, demands);
      for (const demand of demands) fill(group, demand, level, linkClass);
    }
  },
};

/** Links as much of the demand as the level has room for. */
function fill(group: Group, demand: Demand, level: PriceLevel, linkClass: Part['class']): void {
  while (isPositive(demand.left)) {
    const line = firstWithRoom(level, group.room);
    if (line === undefined) return;
    linkPart(group, demand, line, fitting(group, demand, line), {
      tier: NAME,
      class: linkClass,
      evidence: EVIDENCE,
      runnerUp: runnerUp(group.levels, level, twinOf(level, line), demand, group.decimals),
    });
  }
}

/** Lines of one price are interchangeable, unless they are booked differently and not all of them are used up: then the choice changed a booking. */
function classOf(group: Group, level: PriceLevel, demands: readonly Demand[]): Part['class'] {
  if (level.lines.length === 1) return 'A';
  if (!level.mixed) return 'B';
  const room = sum(level.lines.map((line) => line[group.room]));
  return compare(room, sum(demands.map(({ left }) => left))) > 0 ? 'C' : 'B';
}
