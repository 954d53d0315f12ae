import { canonicalText } from '../../domain/canonical-text.ts';
import type { OrderMatchResult } from '../../domain/documents.generated.ts';
import { withoutExplanation } from './without-explanation.ts';

/** Do two results say the same (order-match.md 24)? The number of the decision and of the delivery say nothing, nor what the supplier was told, nor the figures behind the amounts. */
export function saysTheSame(result: OrderMatchResult, previous: OrderMatchResult): boolean {
  const content = (whole: OrderMatchResult) => {
    const { revision: _, deliveryId: __, invoiceResponse: ___, ...rest } = withoutExplanation(whole);
    return canonicalText(rest);
  };
  return content(result) === content(previous);
}
