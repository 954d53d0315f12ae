import { decimalText, isPositive } from '../../../domain/decimal.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Group, Tier } from './demand.ts';
import { linkPart } from './link-part.ts';
import { type PriceLevel, runnerUp } from './price-levels.ts';

/** Order lines of one price and one open quantity: interchangeable but for their account and project. */
interface Bucket {
  lines: OrderLineState[];
  next: number;
}

const NAME = 'exact-price-and-quantity';

/** An order line of exactly the price whose open quantity is exactly what is asked (scenarios L06, L25). */
export const byExactPriceAndQuantity: Tier = {
  name: NAME,
  assign(group: Group): void {
    const buckets = new Map<PriceLevel, Map<string, Bucket>>();
    for (const demand of group.demands) {
      const level = isPositive(demand.left) ? group.exact.get(demand) : undefined;
      if (level === undefined) continue;
      const ofLevel = buckets.get(level) ?? bucketsOf(level, group.room);
      buckets.set(level, ofLevel);
      const bucket = ofLevel.get(decimalText(demand.left));
      const line = bucket?.lines[bucket.next];
      if (bucket === undefined || line === undefined) continue;
      bucket.next += 1;
      const others = bucket.next < bucket.lines.length;
      const mixed = others && bucket.lines.at(-1)?.booking !== line.booking;
      const how = {
        tier: NAME,
        class: mixed ? 'C' : others ? 'B' : 'A',
        runnerUp: runnerUp(group, level, line, demand),
      } as const;
      linkPart(group, demand, line, demand.left, how);
    }
  },
};

function bucketsOf(level: PriceLevel, room: Group['room']): Map<string, Bucket> {
  const open = level.lines.filter((line) => isPositive(line[room]));
  const byQuantity = Map.groupBy(open, (line) => decimalText(line[room]));
  return new Map([...byQuantity].map(([quantity, lines]) => [quantity, { lines, next: 0 }]));
}
