import { describe, expect, it } from 'vitest';
import { type UnderstoodUbl, understandUbl } from './understand-ubl.ts';
import { expectedInvoice } from './expected-invoice.ts';
import { SHARED_INVOICES_THERE, type SharedInvoice, sharedInvoices, WITHOUT_SHARED } from './shared-invoices.ts';

const understand = (example: SharedInvoice): UnderstoodUbl => understandUbl(example.bytes());
const all = sharedInvoices();
const ours = all.filter((example) => example.ours);

/** Examples of our families that break the rule of one currency: an amount may not be taken for another currency's. */
const MIXED_CURRENCIES = [
  'bis2/invalid/si__SI-UBL-INV-1.2-error-CL-T10-R002.xml',
  'ehf2/invalid/ehfg2__T10-linje-feil.xml',
  'ehf2/invalid/ehfg2__T14-hode-feilkoder.xml',
  'ehf2/invalid/ehfg2__T14-linje-feil.xml',
  'ehf2/invalid/vefav__T10-hode-feilkoder.xml',
];

describe.runIf(SHARED_INVOICES_THERE)('real invoices of the three families', () => {
  it('are there in numbers', () => expect(ours.length).toBeGreaterThan(180));

  it.each(
    ours.filter(({ file }) => !MIXED_CURRENCIES.includes(file)).map((example) => [example.file, example] as const),
  )('%s is understood field by field as the independent reader did', (_, example) => {
    const { invoice, findings } = understand(example);
    expect(findings).toEqual([]);
    expect(invoice).toEqual(expectedInvoice(example.understood()));
  });

  it.each(
    ours.filter(({ file }) => MIXED_CURRENCIES.includes(file)).map((example) => [example.file, example] as const),
  )('%s has amounts in two currencies, and each foreign one is refused with its place', (_, example) => {
    const { findings } = understand(example);
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, severity, at } of findings) {
      expect({ code, severity }).toEqual({ code: 'VALUE_INVALID', severity: 'error' });
      expect(at).toEqual({
        line: expect.any(Number),
        column: expect.any(Number),
        path: expect.stringMatching(/Amount$/),
      });
    }
  });
});

/** What each kind of look-alike is called when it is refused. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/ubl-tc434/, /plain EN 16931/],
  [/SI-UBL-2\.0|si-ubl-2\.0/, /NLCIUS/],
  [/xr__|gxs1/, /XRechnung/],
  [/SI-UBL-1\.0/, /SI-UBL 1\.0 .*PEPPOL BIS 1/],
  [/NZ_Invoice/, /PEPPOL PINT/],
  [/PaymentRequest/, /payment request/],
  [/ADVORD|BASPRO|COMDEL|COMPAY/, /OIOUBL/],
  [/creditnote-with-all-elements/, /unknown kind/],
  [/good-bis3/, /no CustomizationID/],
  [/ERR-4_BII04|TC10\.7/, /CEN BII/],
  [/./, /PEPPOL BIS 1/],
];

describe.runIf(SHARED_INVOICES_THERE)('look-alikes', () => {
  it.each(all.filter((example) => !example.ours).map((example) => [example.file, example] as const))(
    '%s is refused by its own name',
    (file, example) => {
      const { invoice, findings } = understand(example);
      const named = NAMES.find(([name]) => name.test(file))?.[1];
      expect(invoice).toBeUndefined();
      expect(findings).toEqual([
        {
          code: 'UNSUPPORTED_FORMAT',
          severity: 'error',
          message: expect.stringMatching(named as RegExp),
          hint: expect.stringContaining('Accepted are EHF 2.0'),
          at: { line: expect.any(Number), column: expect.any(Number), path: expect.any(String) },
        },
      ]);
    },
  );
});

it.skipIf(SHARED_INVOICES_THERE)(`skipped: ${WITHOUT_SHARED}`, () => {});
