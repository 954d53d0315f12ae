import type { Decision } from '../../domain/decision.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';

/**
 * By what the other half of each pair is found, where these decisions say something new of an invoice or a credit note
 * (scenario N06), as index values: invoices by their `numbers`, and credit notes by what they are `referring` to.
 */
export function otherHalves(decisions: readonly Decision[]): { numbers: string[]; referring: string[] } {
  const puts = decisions.flatMap(({ changes }) => changes.filter((change) => change.change === 'put-document'));
  const [numbers, referring]: [string[], string[]] = [[], []];
  for (const { kind, content, indexes } of puts) {
    if (kind !== 'supplier-invoice') continue; // a learned link, say
    const isNote = (content as SupplierInvoiceContent).invoice.kind === 'credit-note';
    const own = indexes.filter(({ name }) => name === (isNote ? 'refers-to' : 'number')).map(({ value }) => value);
    referring.push(...own);
    if (isNote) numbers.push(...own);
  }
  return { numbers, referring };
}
