import type { Reason } from '../../domain/decision.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import { type OrderMatchStatusCode, STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';

const RANK_OF_CODE: ReadonlyMap<string, number> = new Map(Object.keys(REASONS).map((code, index) => [code, index]));

/**
 * The status that several reasons call for together: one status, several faults, in the order 7, 3, 10, 9, 11, 4, 8, 1
 * (order-match.md 7). A conflict of product numbers that was resolved calls for a person's nod (8), not for a link (9).
 */
export function statusOf(reasons: readonly Reason[]): OrderMatchStatusCode {
  const resolved = new Set(reasons.filter(({ code }) => code === 'PRODUCT_CONFLICT_RESOLVED').map(({ at }) => at));
  const called = new Set<OrderMatchStatusCode>(
    reasons
      .filter(({ code, at }) => !(code === 'PRODUCT_CONFLICT' && resolved.has(at)))
      .flatMap(({ code }) => REASONS[code].status ?? []),
  );
  return STATUS_PRECEDENCE.find((status) => called.has(status)) ?? 1;
}

/** All reasons once, the gravest first, in an order of their own: by code as the table has them, then by place. */
export function inOrder(reasons: readonly Reason[]): Reason[] {
  const once = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...once.values()].sort((a, b) => rank(a.code) - rank(b.code) || compareNaturally(a.at ?? '', b.at ?? ''));
}

function rank(code: ReasonCode): number {
  return RANK_OF_CODE.get(code) ?? 0;
}
