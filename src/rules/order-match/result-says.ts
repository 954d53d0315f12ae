import { canonicalText } from '../../domain/canonical-text.ts';
import type { OrderMatchResult } from '../../domain/documents.generated.ts';

/** Do two results say the same (order-match.md 24)? The number of the decision and of the delivery say nothing, nor what the supplier was told. */
export function saysTheSame(result: OrderMatchResult, previous: OrderMatchResult): boolean {
  const content = ({ revision: _, deliveryId: __, invoiceResponse: ___, ...rest }: OrderMatchResult) =>
    canonicalText(rest);
  return content(result) === content(previous);
}
