import { decimalText, ZERO } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Group, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import { exactLevel, type PriceLevel, priceLevels, runnerUp } from './price-levels.ts';

/** Order lines of one price and one open quantity: interchangeable but for their account and project. */
interface Bucket {
  lines: OrderLineState[];
  next: number;
}

/** An order line of exactly the price whose open quantity is exactly what is asked (scenarios L06, L25). */
export const byExactPriceAndQuantity: Tier = {
  name: 'exact-price-and-quantity',
  assign(group: Group): void {
    const levels = priceLevels(group.lines);
    const buckets = new Map<PriceLevel, Map<string, Bucket>>();
    for (const demand of group.demands) {
      const level = demand.left.gt(ZERO) ? exactLevel(levels, demand, group.decimals) : undefined;
      if (level === undefined) continue;
      const ofLevel = buckets.get(level) ?? bucketsOf(level, group.room);
      buckets.set(level, ofLevel);
      const bucket = ofLevel.get(decimalText(demand.left));
      const line = bucket?.lines[bucket.next];
      if (bucket === undefined || line === undefined) continue;
      const others = bucket.lines.slice(bucket.next, bucket.next + 2).length > 1;
      const mixed = others && bucket.lines.at(-1)?.booking !== line.booking;
      bucket.next += 1;
      linkPart(group, demand, line, demand.left, {
        tier: 'exact-price-and-quantity',
        class: mixed ? 'C' : others ? 'B' : 'A',
        runnerUp: runnerUp(levels, line, demand, group.decimals),
      });
    }
  },
};

function bucketsOf(level: PriceLevel, room: Group['room']): Map<string, Bucket> {
  const buckets = new Map<string, Bucket>();
  for (const line of level.lines) {
    if (!line[room].gt(ZERO)) continue;
    const key = decimalText(line[room]);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, { lines: [line], next: 0 });
    else bucket.lines.push(line);
  }
  return buckets;
}
