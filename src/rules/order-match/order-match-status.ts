import type { Reason } from '../../domain/decision.ts';
import { compareNaturally } from '../../domain/natural-order.ts';
import type { ReasonRecord } from '../../domain/documents.generated.ts';
import { type OrderMatchStatusCode, STATUS_PRECEDENCE } from '../../domain/order-match-status.table.ts';
import { REASONS, type ReasonCode } from '../../domain/reason.table.ts';

const RANK_OF_CODE: ReadonlyMap<string, number> = new Map(Object.keys(REASONS).map((code, index) => [code, index]));

/**
 * The status that several reasons call for together: one status, several faults, in the order 7, 3, 10, 9, 11, 4, 8, 1
 * (order-match.md 7); 1 where none calls for any.
 */
export function statusOf(reasons: readonly ReasonRecord[]): OrderMatchStatusCode {
  return calledStatuses(reasons)[0] ?? 1;
}

/** Every status that the reasons call for, once, the first that counts before the others. */
export function calledStatuses(reasons: readonly ReasonRecord[]): OrderMatchStatusCode[] {
  const called = new Set(reasons.map((reason) => calledStatus(reason, reasons)));
  return STATUS_PRECEDENCE.filter((status) => called.has(status));
}

/**
 * The status that one of the reasons calls for; null where it only informs, or where this version does not know it. A
 * conflict of product numbers that was resolved calls for a person's nod (8), not for a link (9).
 */
export function calledStatus(reason: ReasonRecord, reasons: readonly ReasonRecord[]): OrderMatchStatusCode | null {
  const { code, at } = reason;
  if (code === 'PRODUCT_CONFLICT' && reasons.some((one) => one.code === 'PRODUCT_CONFLICT_RESOLVED' && one.at === at))
    return null;
  return Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode].status : null;
}

/** All reasons once, the gravest first, in an order of their own: by code as the table has them, then by place. */
export function inOrder(reasons: readonly Reason[]): Reason[] {
  const once = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...once.values()].sort((a, b) => rank(a.code) - rank(b.code) || compareNaturally(a.at ?? '', b.at ?? ''));
}

function rank(code: ReasonCode): number {
  return RANK_OF_CODE.get(code) ?? 0;
}
