import { type Decimal, max, min, ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Part } from './demand.ts';

/**
 * Links a part of a demand to an order line and uses up the room. A second part on the same order line is added to
 * the first, which keeps its tier: what overflows is one link with what fitted.
 */
export function linkPart(
  group: Group,
  demand: Demand,
  line: OrderLineState,
  quantity: Decimal,
  how: Pick<Part, 'tier' | 'class' | 'runnerUp'>,
): void {
  const former = demand.parts.find((part) => part.line === line);
  if (former === undefined) demand.parts.push({ line, quantity, ...how });
  else former.quantity = former.quantity.plus(quantity);
  demand.left = demand.left.minus(quantity);
  line[group.room] = max(line[group.room].minus(quantity), ZERO);
}

/** As much of the demand as the order line has room for. */
export function fitting(group: Group, demand: Demand, line: OrderLineState): Decimal {
  return min(demand.left, line[group.room]);
}
