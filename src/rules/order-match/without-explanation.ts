import type { OrderMatchResult } from '../../domain/documents.generated.ts';

/**
 * A result without what only explains it. When another invoice lets go of open quantity that this one did not need, or a
 * limit changes that nothing runs into, the figures behind the amounts change, and no amount does: that is no news for
 * Visma (order-match.md 24).
 */
export function withoutExplanation({ appliedTolerance: _, ...result }: OrderMatchResult): OrderMatchResult {
  return {
    ...result,
    orders: result.orders.map((order) => ({
      ...order,
      lines: order.lines.map(({ comparison: __, ...line }) => line),
    })),
  };
}
