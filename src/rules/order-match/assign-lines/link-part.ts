import { type Decimal, max, min, ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Part } from './demand.ts';

/** Said where a search ran out of steps, so that the choice is the best that was found and not proven to be the best. */
const NOT_PROVEN = 'step-budget';

/**
 * Links a part of a demand to an order line and uses up the room. A second part on the same order line is added to
 * the first, which keeps its tier and takes the worse class: what overflows is one link with what fitted. A choice for
 * which a search ran out of steps is class C, and says so (order-match.md 12).
 */
export function linkPart(
  group: Group,
  demand: Demand,
  line: OrderLineState,
  quantity: Decimal,
  how: Pick<Part, 'tier' | 'class' | 'evidence' | 'runnerUp'>,
): void {
  const former = demand.parts.find((part) => part.line === line);
  if (former === undefined) demand.parts.push({ line, quantity, ...proven(group, demand, how) });
  else {
    former.quantity = former.quantity.plus(quantity);
    if (how.class > former.class) former.class = how.class;
  }
  demand.left = demand.left.minus(quantity);
  line[group.room] = max(line[group.room].minus(quantity), ZERO);
}

/** As much of the demand as the order line has room for. */
export function fitting(group: Group, demand: Demand, line: OrderLineState): Decimal {
  return min(demand.left, line[group.room]);
}

function proven<How extends Pick<Part, 'class' | 'evidence'>>(group: Group, demand: Demand, how: How): How {
  if (group.outOfSteps.size === 0 || !group.outOfSteps.has(demand)) return how;
  return { ...how, class: 'C', evidence: [...how.evidence, NOT_PROVEN] };
}
