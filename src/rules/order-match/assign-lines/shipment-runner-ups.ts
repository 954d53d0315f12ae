import type { Decimal } from '../../../domain/decimal.ts';
import type { PricePoint } from '../price-transport/price-point.ts';
import type { Shipment } from '../price-transport/transport.ts';

/** The next best order line for a shipment, and what it would have cost more in total price difference. */
export interface RunnerUp {
  line: number;
  cost: Decimal;
}

/** The next best for a shipment while it is looked for: per one, and for how many. */
interface Other {
  line: number;
  more: bigint;
  quantity: bigint;
}

/**
 * For each shipment the cheapest other place: the line with room left whose price is nearest, or the line of a
 * neighbouring shipment, changing places with it. Never below zero, since the shipments are the optimum. `costOf`
 * makes an amount of a price times a quantity.
 */
export function shipmentRunnerUps(
  shipments: readonly Shipment[],
  demands: readonly PricePoint[],
  lines: readonly PricePoint[],
  costOf: (cost: bigint) => Decimal,
): (RunnerUp | undefined)[] {
  const spare = spareLines(shipments, lines);
  const price = (side: readonly PricePoint[], index: number) => side[index]?.price ?? 0n;
  return shipments.map((shipment, index) => {
    const asked = price(demands, shipment.demand);
    const now = distance(asked, price(lines, shipment.line));
    const best = [
      ...near(spare, lines, asked)
        .filter((line) => line !== shipment.line)
        .map((line): Other => ({ line, more: distance(asked, price(lines, line)) - now, quantity: shipment.quantity })),
      ...[-2, -1, 1, 2].flatMap((step): Other[] => {
        const other = shipments[index + step];
        if (other === undefined || other.demand === shipment.demand || other.line === shipment.line) return [];
        const theirs = price(demands, other.demand);
        const before = now + distance(theirs, price(lines, other.line));
        const after = distance(asked, price(lines, other.line)) + distance(theirs, price(lines, shipment.line));
        const quantity = other.quantity < shipment.quantity ? other.quantity : shipment.quantity;
        return [{ line: other.line, more: after - before, quantity }];
      }),
    ].reduce<Other | undefined>((least, one) => (least === undefined || isBetter(one, least) ? one : least), undefined);
    return best === undefined ? undefined : { line: best.line, cost: costOf(best.more * best.quantity) };
  });
}

function isBetter(one: Other, other: Other): boolean {
  return one.more === other.more ? one.line < other.line : one.more < other.more;
}

/** Lines that are not used up, by price; of those with one price the first two, which is all that a runner-up can be. */
function spareLines(shipments: readonly Shipment[], lines: readonly PricePoint[]): number[] {
  const left = lines.map(({ quantity }) => quantity);
  for (const { line, quantity } of shipments) left[line] = (left[line] ?? 0n) - quantity;
  const price = (index: number) => lines[index]?.price;
  const byPrice = [...left.keys()]
    .filter((index) => (left[index] ?? 0n) > 0n)
    .sort((a, b) => Number((price(a) ?? 0n) > (price(b) ?? 0n)) - Number((price(a) ?? 0n) < (price(b) ?? 0n)) || a - b);
  return byPrice.filter((index, place) => place < 2 || price(byPrice[place - 2] ?? 0) !== price(index));
}

/** Four spare lines on either side of a price: the nearest of each, even where one of them is the shipment's own. */
function near(spare: readonly number[], lines: readonly PricePoint[], asked: bigint): readonly number[] {
  let [low, high] = [0, spare.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[spare[middle] ?? 0]?.price ?? 0n) < asked) low = middle + 1;
    else high = middle;
  }
  return spare.slice(Math.max(0, low - 4), low + 4);
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
