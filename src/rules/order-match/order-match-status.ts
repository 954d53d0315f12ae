import type { Reason } from '../../domain/decision.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { ReasonRecord } from '../../domain/documents.generated.ts';
import { type OrderMatchStatusCode, STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';

const RANK_OF_CODE: ReadonlyMap<string, number> = new Map(Object.keys(REASONS).map((code, index) => [code, index]));

/**
 * The status that several reasons call for together: one status, several faults, in the order 7, 3, 10, 9, 11, 4, 8, 1
 * (order-match.md 7).
 */
export function statusOf(reasons: readonly ReasonRecord[]): OrderMatchStatusCode {
  return calledStatuses(reasons)[0] ?? 1;
}

/** Every status that one of the reasons calls for, once, the one that comes first in order before the others. */
export function calledStatuses(reasons: readonly ReasonRecord[]): OrderMatchStatusCode[] {
  const called = new Set(callsOf(reasons));
  return STATUS_PRECEDENCE.filter((status) => called.has(status));
}

/**
 * The status that each of the reasons calls for, in their order; null where it only informs, or where this version does
 * not know it. A conflict of product numbers that was resolved calls for a person's nod (8), not for a link (9).
 */
export function callsOf(reasons: readonly ReasonRecord[]): (OrderMatchStatusCode | null)[] {
  const resolved = new Set(reasons.filter(({ code }) => code === 'PRODUCT_CONFLICT_RESOLVED').map(({ at }) => at));
  return reasons.map(({ code, at }) => {
    if (code === 'PRODUCT_CONFLICT' && resolved.has(at)) return null;
    return Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode].status : null;
  });
}

/** All reasons once, the gravest first, in an order of their own: by code as the table has them, then by place. */
export function inOrder(reasons: readonly Reason[]): Reason[] {
  const once = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...once.values()].sort((a, b) => rank(a.code) - rank(b.code) || compareNaturally(a.at ?? '', b.at ?? ''));
}

function rank(code: ReasonCode): number {
  return RANK_OF_CODE.get(code) ?? 0;
}
