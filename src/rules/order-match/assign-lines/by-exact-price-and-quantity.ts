import { decimalText, isPositive } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Demand, Group, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import type { PriceLevel } from './price-levels.ts';
import { runnerUp, twinOf } from './runner-up.ts';

/** Order lines of one price and one open quantity, interchangeable but for their account and project, and who asks exactly that. */
interface Bucket {
  level: PriceLevel;
  lines: OrderLineState[];
  demands: Demand[];
}

const NAME = 'exact-price-and-quantity';
const EVIDENCE = ['price', 'quantity'];

/** An order line of exactly the price whose open quantity is exactly what is asked (scenarios L06, L25). */
export const byExactPriceAndQuantity: Tier = {
  name: NAME,
  assign(group: Group): void {
    for (const bucket of bucketsOf(group)) serve(group, bucket);
  },
};

/**
 * Serves what is asked line by line. Where every line is used whatever the order, nothing depends on the choice;
 * where some stay unused and they are booked differently, the choice changed a booking.
 */
function serve(group: Group, { level, lines, demands }: Bucket): void {
  const [first] = lines;
  const choice = lines.length > demands.length && lines.some(({ booking }) => booking !== first?.booking);
  demands.slice(0, lines.length).forEach((demand, index) => {
    const line = lines[index];
    if (line === undefined) return;
    linkPart(group, demand, line, demand.left, {
      tier: NAME,
      class: choice ? 'C' : lines.length - index > 1 ? 'B' : 'A',
      evidence: EVIDENCE,
      runnerUp: runnerUp(group.levels, level, twinOf(level, line), demand, group.decimals),
    });
  });
}

function bucketsOf(group: Group): Bucket[] {
  const byLevel = new Map<PriceLevel, Map<string, Bucket>>();
  for (const demand of group.demands) {
    const level = isPositive(demand.left) ? group.exact.get(demand) : undefined;
    if (level === undefined) continue;
    const ofLevel = byLevel.get(level) ?? openBuckets(level, group.room);
    byLevel.set(level, ofLevel);
    ofLevel.get(decimalText(demand.left))?.demands.push(demand);
  }
  return [...byLevel.values()].flatMap((buckets) => [...buckets.values()]);
}

function openBuckets(level: PriceLevel, room: Group['room']): Map<string, Bucket> {
  const buckets = new Map<string, Bucket>();
  for (const line of level.lines) {
    if (!isPositive(line[room])) continue;
    const quantity = decimalText(line[room]);
    const bucket = buckets.get(quantity);
    if (bucket === undefined) buckets.set(quantity, { level, lines: [line], demands: [] });
    else bucket.lines.push(line);
  }
  return buckets;
}
