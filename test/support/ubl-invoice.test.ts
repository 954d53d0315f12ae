import BigJs from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ublInvoice } from './ubl-invoice.ts';
import type { UblSpec } from './ubl-spec.ts';
import { ublTemplate } from './ubl-template.ts';
import { ublTotals } from './ubl-totals.ts';

const LINES = [{ sku: 'A-100', quantity: '10', price: '100.00' }];
const FAMILIES = ['peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const;

const money = fc.integer({ min: 1, max: 9_999_999 }).map((ore) => new BigJs(ore).div(100).toFixed(2));
const specs: fc.Arbitrary<UblSpec> = fc.record({
  family: fc.constantFrom(...FAMILIES),
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
  number: fc.constant('F-1'),
  rounding: fc.constantFrom('-0.49', '0.00', '0.50'),
  charges: fc.array(fc.record({ amount: money }), { maxLength: 2 }),
  allowances: fc.array(fc.record({ amount: money, taxPercent: fc.constantFrom('25', '15') }), { maxLength: 2 }),
  lines: fc.array(
    fc.record({
      quantity: money,
      price: money,
      base: fc.constantFrom('1', '3', '100'),
      taxPercent: fc.constantFrom('25', '15', '0'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('an invoice made for tests', () => {
  it('has totals that add up by the rules of its family', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const totals = ublTotals(spec);
        const plus = (...amounts: string[]) =>
          amounts.reduce((sum, amount) => sum.plus(amount), new BigJs(0)).toFixed(2);
        expect(totals.lineNet).toBe(plus(...totals.lineNets));
        expect(totals.net).toBe(plus(totals.lineNet, totals.charges, `-${totals.allowances}`));
        expect(totals.net).toBe(plus(...totals.subtotals.map((row) => row.taxable)));
        expect(totals.tax).toBe(plus(...totals.subtotals.map((row) => row.tax)));
        const rounding = spec.rounding ?? '0';
        expect(totals.gross).toBe(plus(totals.net, totals.tax, spec.family === 'peppol-bis-3' ? '0' : rounding));
        expect(totals.payable).toBe(plus(totals.net, totals.tax, rounding));
      }),
    );
  });

  it.each(FAMILIES)('of %s is as long as it is asked to be', (family) => {
    const text = ublInvoice({ family, kind: 'invoice', number: 'F-1', lines: LINES, padToBytes: 10_000 });
    expect(Buffer.byteLength(text)).toBe(10_000);
  });

  it('leaves out what is null', () => {
    const text = ublInvoice({
      family: 'peppol-bis-3',
      kind: 'invoice',
      number: null,
      supplier: null,
      dueDate: null,
      lines: LINES,
    });
    expect(text).not.toContain('<cbc:DueDate>');
    expect(text).not.toContain('987654325');
    expect(text.indexOf('<cbc:ID>')).toBeGreaterThan(text.indexOf('<cac:'));
  });

  it('from a template equals the one that was built', () => {
    const spec = { family: 'ehf-2', kind: 'invoice', lines: LINES } as const;
    expect(ublTemplate(spec)('F-7', '1001')).toBe(ublInvoice({ ...spec, number: 'F-7', orderRef: '1001' }));
  });
});
