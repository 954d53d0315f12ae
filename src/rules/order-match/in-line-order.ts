import { canonicalText } from '../../domain/canonical-text.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { compareNaturally } from '../../domain/natural-order.ts';

/**
 * The invoice with its lines by line number, which is where "the first line" is (order-match.md 22): the order in which
 * a file happens to have them must change nothing (scenario L24). Lines that share a number are told apart by their content.
 */
export function inLineOrder(invoice: SupplierInvoice): SupplierInvoice {
  const lines = [...invoice.lines].sort(
    (a, b) => compareNaturally(a.id, b.id) || compareTexts(canonicalText(a), canonicalText(b)),
  );
  return { ...invoice, lines };
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
