import { compare, type Decimal, decimal, equal, isPositive } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Part } from './demand.ts';

/**
 * Makes class C of choices that something else on the order speaks against (order-match.md 12: the choice changed an
 * account, a project or a price), when all tiers are through. The links stay what the tiers found; a person confirms them.
 */
export function markContestedChoices(group: Group): void {
  const rooms = roomiestBookings(group);
  for (const demand of group.demands) {
    for (const part of demand.parts) {
      if (CONTESTED[part.tier]?.(part, demand, group, rooms) === true) part.class = 'C';
    }
  }
}

/** The two bookings of a price that have the most room on one line, the larger first; prices that are booked in one way only have none. */
type RoomiestBookings = ReadonlyMap<string, readonly { booking: string; room: Decimal }[]>;

/** By tier, what may speak against its choice; the other tiers prove theirs, or say themselves when it changed something. */
const CONTESTED: Readonly<
  Record<string, (part: Part, demand: Demand, group: Group, rooms: RoomiestBookings) => boolean>
> = {
  'line-reference': fitsAnotherPrice,
  'exact-price-and-quantity': fitsAnotherBooking,
  'exact-price-first-in-first-out': anotherBookingHasRoom,
};

/** The line that is named has another price than what is asked, which another line of the product has exactly: suppliers number their own lines, and so name somebody else's. */
function fitsAnotherPrice(part: Part, demand: Demand, group: Group): boolean {
  const level = group.exact.get(demand);
  return level !== undefined && !equal(level.price, part.line.netPrice);
}

/**
 * A line of the same price that is booked otherwise has room for all of it too: that the quantity agrees, or that no
 * other line is open, may be chance. What waiting invoices reserve counts as room, since where they belong is not
 * decided: a wrong guess of one must not make another one sure.
 */
function fitsAnotherBooking(part: Part, _demand: Demand, _group: Group, rooms: RoomiestBookings): boolean {
  const other = rooms.get(part.line.netPriceText)?.find(({ booking }) => booking !== part.line.booking);
  return other !== undefined && compare(other.room, part.quantity) >= 0;
}

/**
 * First in, first out shares what several lines ask for among the bookings of a price: as soon as one of the others has
 * any room, however little, it could have been shared otherwise. All of it used up is no choice, unless waiting invoices
 * reserve what is used up on a guess.
 */
function anotherBookingHasRoom(part: Part, _demand: Demand, _group: Group, rooms: RoomiestBookings): boolean {
  const others = rooms.get(part.line.netPriceText)?.filter(({ booking }) => booking !== part.line.booking);
  return others?.some(({ room }) => isPositive(room)) ?? false;
}

function roomiestBookings({ lines, room }: Group): RoomiestBookings {
  const byPrice = Map.groupBy(lines, (line) => line.netPriceText);
  const mixed = [...byPrice].filter(([, [first, ...rest]]) => rest.some((line) => line.booking !== first?.booking));
  return new Map(mixed.map(([price, own]) => [price, roomiest(own, room)]));
}

function roomiest(lines: readonly OrderLineState[], room: Group['room']): { booking: string; room: Decimal }[] {
  const most = new Map<string, Decimal>();
  for (const line of lines) {
    const own = roomWithoutReservations(line, room);
    const known = most.get(line.booking);
    if (known === undefined || compare(own, known) > 0) most.set(line.booking, own);
  }
  return [...most]
    .map(([booking, own]) => ({ booking, room: own }))
    .sort((a, b) => compare(b.room, a.room))
    .slice(0, 2);
}

/** What would be left for this document if no other one were waiting. */
function roomWithoutReservations(line: OrderLineState, room: Group['room']): Decimal {
  if (room === 'returnLeft') return line.invoiced.minus(line.creditable.minus(line.returnLeft));
  return decimal(line.line.quantity).minus(line.invoiced).minus(line.open.minus(line.takeLeft));
}
