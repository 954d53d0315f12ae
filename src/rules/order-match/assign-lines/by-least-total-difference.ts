import { type Decimal, equal, isPositive, roundedText, sum } from '../../../domain/decimal.ts';
import { finestUnit, scaledInteger, unscaled } from '../../../domain/scaled-integer.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { PricePoint } from '../price-transport/price-point.ts';
import { transport } from '../price-transport/transport.ts';
import { StepBudget } from '../step-budget.ts';
import { assignByNearestPrice } from './by-nearest-price.ts';
import type { Demand, Group, Part, Tier } from './demand.ts';
import { fitting, linkPart } from './link-part.ts';
import { orderPrice } from './price-levels.ts';
import { shipmentRunnerUps } from './shipment-runner-ups.ts';

const NAME = 'least-price-difference';

/**
 * What no price fits, over the order lines that still have room, at the least sum of |price difference| x quantity
 * over all demands together (order-match.md 12). Which part stays without a line, where the room is not enough, is
 * part of the optimum. Ties go by order number and line number. When the steps run out, each demand takes the
 * nearest price in its turn, and says so.
 */
export const byLeastTotalDifference: Tier = {
  name: NAME,
  assign(group: Group): void {
    const demands = group.demands.filter(({ left }) => isPositive(left));
    const lines = demands.length === 0 ? [] : group.lines.filter((line) => isPositive(line[group.room]));
    if (lines.length === 0) return;
    const linkClass = classOf(group, demands, lines);
    for (const [demand, line, quantity, runnerUp] of placesFor(group, demands, lines)) {
      linkPart(group, demand, line, quantity, { tier: NAME, class: linkClass, evidence: [orderPrice(line)], runnerUp });
    }
  },
};

/** A part of a demand, its order line, its quantity, and the runner-up as it is shown. */
type Place = readonly [Demand, OrderLineState, Decimal, string | undefined];

/** Where everything goes; nowhere yet when each demand has already taken the nearest price, because the steps ran out. */
function placesFor(group: Group, demands: readonly Demand[], lines: readonly OrderLineState[]): Place[] {
  const [demand, line] = [demands[0], lines[0]];
  if (demands.length === 1 && lines.length === 1 && demand !== undefined && line !== undefined)
    return [[demand, line, fitting(group, demand, line), undefined]];
  const [prices, quantities] = [
    finestUnit([...demands.map(({ unitAmount }) => unitAmount), ...lines.map(({ netPrice }) => netPrice)]),
    finestUnit([...demands.map(({ left }) => left), ...lines.map((one) => one[group.room])]),
  ];
  const point = (price: Decimal, quantity: Decimal): PricePoint => ({
    price: scaledInteger(price, prices),
    quantity: scaledInteger(quantity, quantities),
  });
  const asked = demands.map(({ unitAmount, left }) => point(unitAmount, left));
  const offered = lines.map((one) => point(one.netPrice, one[group.room]));
  const shipments = transport(asked, offered, new StepBudget(group.steps.transport));
  if (shipments === undefined) {
    for (const one of demands) group.outOfSteps.add(one);
    assignByNearestPrice(group);
    return [];
  }
  const runnerUps = shipmentRunnerUps(shipments, asked, offered, (cost) => unscaled(cost, prices + quantities));
  return shipments.flatMap(({ demand: from, line: to, quantity }, index): Place[] => {
    const [one, its, next] = [demands[from], lines[to], runnerUps[index]];
    if (one === undefined || its === undefined) return [];
    const second =
      next === undefined ? undefined : `${lines[next.line]?.key} ${roundedText(next.cost, group.decimals)}`;
    return [[one, its, unscaled(quantity, quantities), second]];
  });
}

/**
 * A choice between prices or bookings changes money: class C. There is none where one order line is left, or where
 * all lines are used up by demands of one price, whichever goes where.
 */
function classOf(group: Group, demands: readonly Demand[], lines: readonly OrderLineState[]): Part['class'] {
  const [line, other] = lines;
  const [first, last] = [demands[0], demands.at(-1)];
  if (line === undefined || first === undefined || last === undefined || other === undefined) return 'A';
  const all = equal(sum(demands.map(({ left }) => left)), sum(lines.map((one) => one[group.room])));
  if (all && equal(first.unitAmount, last.unitAmount)) return demands.length === 1 ? 'A' : 'B';
  const alike = lines.every((one) => one.netPriceText === line.netPriceText && one.booking === line.booking);
  return alike ? 'B' : 'C';
}
