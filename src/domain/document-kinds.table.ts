/**
 * Every kind of business document that Ordrebro keeps, whether it is an event or a state
 * (architecture 3, Duplicates), and the look-ups that facts are gathered by.
 */
export const DOCUMENT_KINDS = {
  supplier: { nature: 'state', indexes: ['organisation-no', 'endpoint', 'vat-no'] },
  customer: { nature: 'state', indexes: [] },
  product: { nature: 'state', indexes: ['gtin'] },
  'delivery-alternative': {
    nature: 'state',
    indexes: ['supplier-product-no', 'supplier-product-no-folded', 'described-by-supplier'],
  },
  'purchase-order': { nature: 'state', indexes: ['supplier-no'] },
  command: { nature: 'event', indexes: [] },
  'supplier-invoice': { nature: 'event', indexes: ['number', 'refers-to', 'waits-for-order', 'order', 'learned-link'] },
  'learned-link': { nature: 'state', indexes: ['alias'] },
} as const satisfies Record<string, { nature: 'state' | 'event'; indexes: readonly string[] }>;

export type DocumentKind = keyof typeof DOCUMENT_KINDS;
