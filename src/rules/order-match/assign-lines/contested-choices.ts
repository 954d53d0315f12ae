import { compare, type Decimal, equal } from '../../../domain/decimal.ts';
import type { Demand, Group, Part } from './demand.ts';
import type { PriceLevel } from './price-levels.ts';

/**
 * Makes class C of choices that something else on the order speaks against (order-match.md 12: the choice changed an
 * account, a project or a price), when all tiers are through. The links stay what the tiers found; a person confirms them.
 */
export function markContestedChoices(group: Group): void {
  const roomiest = new Map<PriceLevel, Roomiest>();
  for (const demand of group.demands) {
    const level = group.exact.get(demand);
    if (level === undefined) continue;
    const rooms = roomiest.get(level) ?? roomiestOf(level, group.room);
    roomiest.set(level, rooms);
    for (const part of demand.parts) {
      if (CONTESTED[part.tier]?.({ demand, part, level, rooms }) === true) part.class = 'C';
    }
  }
}

interface Choice {
  demand: Demand;
  part: Part;
  /** The level of the price that is asked. */
  level: PriceLevel;
  rooms: Roomiest;
}

/** The two bookings of a level that have the most room left on one line, the larger first. */
type Roomiest = readonly { booking: string; room: Decimal }[];

/** By tier, what may speak against its choice; the other tiers say themselves when theirs changed something. */
const CONTESTED: Readonly<Record<string, (choice: Choice) => boolean>> = {
  'line-reference': fitsAnotherPrice,
  'exact-price-and-quantity': fitsAnotherBooking,
};

/** The line that is named has another price than what is asked, which another line of the product has exactly: suppliers number their own lines, and so name somebody else's. */
function fitsAnotherPrice({ part, level }: Choice): boolean {
  return !equal(level.price, part.line.netPrice);
}

/** A line of the same price that is booked otherwise had room for all of it too, and still has: that the quantity agrees may be chance. */
function fitsAnotherBooking({ part, rooms }: Choice): boolean {
  const other = rooms.find(({ booking }) => booking !== part.line.booking);
  return other !== undefined && compare(other.room, part.quantity) >= 0;
}

function roomiestOf(level: PriceLevel, room: Group['room']): Roomiest {
  if (!level.mixed) return [];
  const byBooking = new Map<string, Decimal>();
  for (const line of level.lines) {
    const known = byBooking.get(line.booking);
    if (known === undefined || compare(line[room], known) > 0) byBooking.set(line.booking, line[room]);
  }
  return [...byBooking]
    .map(([booking, most]) => ({ booking, room: most }))
    .sort((a, b) => compare(b.room, a.room))
    .slice(0, 2);
}
