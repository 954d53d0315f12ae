import { describe, expect, it } from 'vitest';
import { invoiceLinesText } from '../../src/cli/show/invoice-lines-text.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { INVOICE, outsideResult } from '../service/base-records.ts';

const STYLE = {
  language: 'en',
  timeZone: 'Europe/Oslo',
  width: 100,
  paint: (_tone: string, text: string) => text,
} as const;
const LINES = [
  {
    id: '1',
    quantity: '1200',
    unit: 'H87',
    price: '12.5',
    priceBaseQuantity: '100',
    netAmount: '150',
    name: 'Coffee, ground',
    sellersItemId: 'A-100',
    standardItemId: { scheme: '0160', id: '07038010001234' },
    ...{ allowances: [], charges: [] },
  },
  { id: '2', quantity: '3', unit: 'EA', price: '2', netAmount: '6', description: 'Cups', allowances: [], charges: [] },
];

function shown(links: readonly { invoiceLineId: string }[]): ShownSupplierInvoice {
  const result = shownInvoice(outsideResult('aaaa2222'), { ...INVOICE, lines: LINES });
  return { ...result, links: links as ShownSupplierInvoice['links'] };
}

describe('the lines of an invoice', () => {
  it('are shown where none is linked: number, item numbers, quantity, unit, price, net and text', () => {
    expect(invoiceLinesText(shown([]), STYLE).split('\n')).toEqual([
      "  line  seller's number  GTIN            quantity  unit        price     net  item",
      '  1     A-100            07038010001234     1 200  H87   12.50 / 100  150.00  Coffee, ground',
      '  2                                             3  EA           2.00    6.00  Cups',
    ]);
    expect(invoiceLinesText(shown([]), { ...STYLE, language: 'nl' })).toContain('nummer van verkoper');
  });

  it('are left to the table of links where there are any', () => {
    expect(invoiceLinesText(shown([{ invoiceLineId: '1' }]), STYLE)).toBe('');
  });
});
