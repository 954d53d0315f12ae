import { type Decimal, decimalText, isNegative, min, sum, ZERO } from '../../domain/decimal.ts';
import type { LinkedPart } from './linked-part.ts';
import type { OrderLineState } from './order-line-state.ts';

/** What a part would take of its order line's room, without its sign. */
type Room = Record<LinkedPart['direction'], Decimal>;

/**
 * What each part of a document reserves of its order line, signed as the part; parts that find all of theirs open are left
 * out (order-match.md 13). What goes beyond the open quantity reserves nothing, so that two pending invoices that
 * together exceed an order line do not shut each other out when they are decided again.
 */
export function reservedQuantities(parts: readonly LinkedPart[]): Map<LinkedPart, string> {
  const rooms = new Map<OrderLineState, Room>();
  for (const [line, own] of Map.groupBy(parts, (part) => part.line)) {
    const taken = sum(own.filter(({ direction }) => direction === 'take').map(({ quantity }) => quantity.abs()));
    rooms.set(line, { take: line.open, return: line.creditable.plus(taken) });
  }
  const less = new Map<LinkedPart, string>();
  for (const part of parts) {
    const room = rooms.get(part.line);
    const quantity = part.quantity.abs();
    const reserved = min(room?.[part.direction] ?? ZERO, quantity);
    if (room !== undefined) room[part.direction] = room[part.direction].minus(reserved);
    if (reserved.lt(quantity)) less.set(part, decimalText(isNegative(part.quantity) ? reserved.neg() : reserved));
  }
  return less;
}
