import type { SupplierInvoice } from '../../domain/documents.generated.ts';

/** One sum that a document states, under the names of its rule in the two worlds. */
export interface TotalsRule {
  /** EN 16931, of BIS Billing 3. */
  en16931: string;
  /** CEN BII, of EHF 2.0 and BIS 2.0; credit notes have T14 where invoices have T10. */
  bii: string;
}

export const TOTALS_RULES = {
  lineNet: { en16931: 'BR-CO-10', bii: 'BII2-T10-R051' },
  allowances: { en16931: 'BR-CO-11', bii: 'BII2-T10-R054' },
  charges: { en16931: 'BR-CO-12', bii: 'BII2-T10-R055' },
  net: { en16931: 'BR-CO-13', bii: 'BII2-T10-R052' },
  tax: { en16931: 'BR-CO-14', bii: 'EUGEN-T10-R043' },
  gross: { en16931: 'BR-CO-15', bii: 'BII2-T10-R053' },
  payable: { en16931: 'BR-CO-16', bii: 'BII2-T10-R056' },
  categoryTax: { en16931: 'BR-CO-17', bii: 'EUGEN-T10-R042' },
  lineNetOfPrice: { en16931: 'PEPPOL-EN16931-R120', bii: 'NONAT-T10-R026' },
} as const satisfies Record<string, TotalsRule>;

/** The rule's name for this document. */
export function ruleName(rule: TotalsRule, invoice: SupplierInvoice): string {
  if (invoice.format === 'peppol-bis-3') return rule.en16931;
  return invoice.kind === 'credit-note' ? rule.bii.replace('-T10-', '-T14-') : rule.bii;
}
