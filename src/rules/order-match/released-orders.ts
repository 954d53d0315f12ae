import { type Decimal, compare, sum, ZERO } from '../../domain/decimal.ts';
import type { Change, LinkState } from '../../domain/decision.ts';
import { countedQuantity } from '../../domain/link-quantity.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import { orderLineKey } from './orders-with-room.ts';

/**
 * The orders on which a decision reserves less than its document did before: others that wait there may fit now
 * (order-match.md 24). What was received is not released.
 */
export function releasedOrders(before: readonly LinkState[], changes: readonly Change[]): string[] {
  const put = changes.find((change) => change.change === 'put-links');
  if (put === undefined || before.length === 0) return [];
  const now = used(put.links);
  const less = [...used(before)].filter(([key, quantity]) => compare(now.get(key)?.total ?? ZERO, quantity.total) < 0);
  return [...new Set(less.map(([, { orderNo }]) => orderNo))].sort(compareNaturally);
}

function used(links: readonly LinkState[]): Map<string, { orderNo: string; total: Decimal }> {
  const held = links.filter(({ state }) => state !== 'released');
  const byLine = Map.groupBy(held, (link) => orderLineKey(link.orderNo, link.orderLineNo));
  return new Map(
    [...byLine].map(([key, own]) => [
      key,
      { orderNo: own[0]?.orderNo ?? '', total: sum(own.map((link) => countedQuantity(link).abs())) },
    ]),
  );
}
