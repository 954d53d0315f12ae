import { canonicalText } from '../../domain/canonical-text.ts';
import type { OrderMatchResult } from '../../domain/documents.generated.ts';

/** Do two results say the same? The number of the decision and of the delivery say nothing (order-match.md 24). */
export function saysTheSame(result: OrderMatchResult, previous: OrderMatchResult): boolean {
  const content = ({ revision: _, deliveryId: __, ...rest }: OrderMatchResult) => canonicalText(rest);
  return content(result) === content(previous);
}
