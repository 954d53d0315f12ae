import { type Decimal, decimal } from './decimal.ts';
import type { LinkState } from './decision.ts';

/**
 * How much of its order line a link counts for, signed as its quantity (order-match.md 3 and 13): what was received in
 * full, and of what is pending only the quantity that was open: nobody can reserve what was not there.
 */
export function countedQuantity({
  state,
  quantity,
  reserved,
}: Pick<LinkState, 'state' | 'quantity' | 'reserved'>): Decimal {
  return decimal(state === 'pending' ? (reserved ?? quantity) : quantity);
}
