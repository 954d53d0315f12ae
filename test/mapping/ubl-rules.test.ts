import { describe, expect, it } from 'vitest';
import { type UnderstoodUbl, understandUbl } from './understand-ubl.ts';
import { enveloped, FAMILY_IDS, type Sample, ublSample } from './ubl-sample.ts';

const understand = (text: string): UnderstoodUbl => understandUbl(text);
const sample = (options: Sample): UnderstoodUbl => understand(ublSample(options));
const invoice = (options: Sample): NonNullable<UnderstoodUbl['invoice']> => {
  const { invoice: understood, findings } = sample(options);
  expect(findings).toEqual([]);
  if (understood === undefined) throw new Error('not understood');
  return understood;
};

describe('the family', () => {
  it.each(Object.keys(FAMILY_IDS) as (keyof typeof FAMILY_IDS)[])(
    '%s is told by its CustomizationID, white space around it or not',
    (family) => {
      expect(invoice({ family })).toMatchObject({
        format: family,
        kind: 'invoice',
        customizationId: FAMILY_IDS[family][0],
      });
    },
  );

  it('credit note is told by the root element, whatever the type code says', () => {
    expect(invoice({ kind: 'CreditNote' })).toMatchObject({
      kind: 'credit-note',
      lines: [{ quantity: '2', unit: 'EA' }],
    });
    expect(invoice({ head: '<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>' })).toMatchObject({
      kind: 'invoice',
      typeCode: '381',
    });
  });

  it('BIS 3 goes on behind a #: reminders are understood, and held later', () => {
    const customizationId = `${FAMILY_IDS['peppol-bis-3'][0]}#conformant#urn:fdc:anskaffelser.no:2019:ehf:reminder:3.0`;
    expect(invoice({ customizationId })).toMatchObject({ format: 'peppol-bis-3', customizationId });
  });

  it.each([
    [`${FAMILY_IDS['peppol-bis-3'][0]}.1`, /another document of PEPPOL/],
    ['urn:cen.eu:en16931:2017#conformant#urn:UBL.BE:1.0.0.20180214', /UBL\.BE/],
    [
      'urn:www.cenbii.eu:transaction:biicoretrdm010:ver1.0:#urn:www.peppol.eu:bis:peppol4a:ver1.0#urn:www.difi.no:ehf:faktura:ver1',
      /EHF 1/,
    ],
    ['', /no CustomizationID/],
    ['something', /unknown kind.*"something"/],
  ])('%j is another one and refused by name', (customizationId, name) => {
    const { invoice: understood, findings } = sample({ customizationId });
    expect(understood).toBeUndefined();
    expect(findings).toMatchObject([
      { code: 'UNSUPPORTED_FORMAT', severity: 'error', message: expect.stringMatching(name) },
    ]);
  });

  it.each([
    ['<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', 'UNSUPPORTED_FORMAT', /UBL order/],
    [
      '<x:CrossIndustryInvoice xmlns:x="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
      'UNSUPPORTED_FORMAT',
      /CII/,
    ],
    ['<Invoice/>', 'UNKNOWN_DOCUMENT', /<Invoice> of the namespace ""/],
  ])('%s is no invoice of ours', (text, code, message) => {
    expect(understand(text).findings).toMatchObject([
      { code, message: expect.stringMatching(message), at: { line: 1, column: 1 } },
    ]);
  });
});

describe('an envelope', () => {
  it('is taken off, and its instance identifier is the transport id', () => {
    const { invoice: understood, transportId, findings, at } = understand(enveloped(ublSample()));
    expect(findings).toEqual([]);
    expect(understood).toEqual(invoice({}));
    expect({ transportId, at }).toEqual({
      transportId: 'b3a1c2d4-0001',
      at: { line: 11, column: 3, path: '/StandardBusinessDocument/Invoice' },
    });
  });

  it('that names another document type is told, and the document counts', () => {
    const { invoice: understood, findings } = understand(
      enveloped(ublSample(), { documentType: 'urn:x::Invoice##urn:y::2.1' }),
    );
    expect(understood).toEqual(invoice({}));
    expect(findings).toMatchObject([
      { code: 'VALUE_UNUSABLE', severity: 'warning', message: expect.stringContaining('urn:x::Invoice##urn:y') },
    ]);
  });

  it.each([0, 2])('with %i documents is refused', (payloads) => {
    const { invoice: understood, findings } = understand(enveloped(ublSample(), { payloads }));
    expect(understood).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'UNSUPPORTED_FORMAT', message: expect.stringMatching(/exactly one/) }]);
  });
});

describe('numbers', () => {
  const quantity = (text: string): UnderstoodUbl =>
    sample({ change: [['unitCode="EA">2<', `unitCode="EA">${text}<`]] });

  it.each([
    ['2', '2'],
    [' 2.50 ', '2.50'],
    ['-3', '-3'],
    ['10380.', '10380.'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['00012345678901234567890.12345678901', '00012345678901234567890.12345678901'],
  ])('%j is read as %s', (text, value) => {
    const { invoice: understood, findings } = quantity(text);
    expect(findings).toEqual([]);
    expect(understood?.lines[0]?.quantity).toBe(value);
  });

  it.each(['15894.67-', '743,59', '1 000', '1e3', 'XXXXXX', '1.2.3', '--1', '.', '+', '٣', 'NaN', '0x10'])(
    '%j is refused with its place, never guessed',
    (text) => {
      const { invoice: understood, findings } = quantity(text);
      expect(understood).toBeUndefined();
      expect(findings).toMatchObject([
        {
          code: 'VALUE_INVALID',
          severity: 'error',
          at: { line: 22, column: 23, path: '/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity' },
        },
      ]);
    },
  );

  it('that are stated twice, differently, are refused', () => {
    const twice = (second: string): UnderstoodUbl =>
      sample({
        totals: `<cbc:PayableAmount currencyID="NOK">125.00</cbc:PayableAmount><cbc:PayableAmount currencyID="NOK">${second}</cbc:PayableAmount>`,
      });
    expect(twice('125.00').findings).toEqual([]);
    expect(twice('126.00').findings).toMatchObject([
      { code: 'VALUE_INVALID', severity: 'error', at: { path: expect.stringContaining('PayableAmount[2]') } },
    ]);
  });

  it('in another currency than the document are refused', () => {
    const { findings } = sample({ totals: '<cbc:PayableAmount currencyID="EUR">125.00</cbc:PayableAmount>' });
    expect(findings).toMatchObject([
      {
        code: 'VALUE_INVALID',
        message: expect.stringMatching(/^This amount is in "EUR", but the document is in "NOK"\./),
      },
    ]);
  });
});

describe('an allowance or charge', () => {
  const charge = (indicator: string): UnderstoodUbl =>
    sample({
      head: `<cac:AllowanceCharge>${indicator}<cbc:Amount currencyID="NOK">5</cbc:Amount></cac:AllowanceCharge>`,
    });

  it.each([
    ['true', 'charges'],
    ['1', 'charges'],
    ['false', 'allowances'],
    ['0', 'allowances'],
  ])('says %s and is one of the %s', (flag, list) => {
    expect(charge(`<cbc:ChargeIndicator>${flag}</cbc:ChargeIndicator>`).invoice).toMatchObject({
      charges: [],
      allowances: [],
      [list]: [{ amount: '5' }],
    });
  });

  it.each(['', '<cbc:ChargeIndicator/>', '<cbc:ChargeIndicator>yes</cbc:ChargeIndicator>'])(
    'that does not say which it is (%s) is refused',
    (indicator) => {
      expect(charge(indicator).findings).toMatchObject([{ code: 'VALUE_INVALID', severity: 'error' }]);
    },
  );
});

describe('dates', () => {
  const issued = (text: string): UnderstoodUbl => sample({ change: [['>2026-11-21<', `>${text}<`]] });

  it.each(['2011-08-22Z', '2011-08-22+14:00', '2011-08-22-11:00'])('keep their day: %s', (text) => {
    expect(issued(text)).toMatchObject({ invoice: { issueDate: '2011-08-22' }, findings: [] });
  });

  it.each(['20013-05-01', '2026-02-29', '21.11.2026', '2026-13-01', '2026-11-21T10:00:00'])(
    'that are none are left out with a warning: %s',
    (text) => {
      const { invoice: understood, findings } = issued(text);
      expect(understood).not.toHaveProperty('issueDate');
      expect(findings).toMatchObject([
        { code: 'VALUE_UNUSABLE', severity: 'warning', at: { path: '/Invoice/cbc:IssueDate' } },
      ]);
    },
  );

  it.each([
    ['at the top', '<cbc:DueDate>2026-12-01</cbc:DueDate>'],
    [
      'with the means of payment',
      '<cac:PaymentMeans/><cac:PaymentMeans><cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate></cac:PaymentMeans>',
    ],
    ['with the terms', '<cac:PaymentTerms><cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate></cac:PaymentTerms>'],
  ])('of payment stand %s', (_, head) => expect(invoice({ head }).dueDate).toBe('2026-12-01'));
});

describe('what differs by family', () => {
  const contact =
    '<cac:AccountingCustomerParty><cac:Party><cac:Contact><cbc:ID>NA</cbc:ID></cac:Contact></cac:Party></cac:AccountingCustomerParty>';

  it('the buyer reference is the id of the contact in the older families', () => {
    expect(invoice({ family: 'ehf-2', head: contact }).buyerReference).toBe('NA');
    expect(invoice({ family: 'peppol-bis-3', head: contact })).not.toHaveProperty('buyerReference');
    expect(invoice({ head: '<cbc:BuyerReference>KST 5</cbc:BuyerReference>' }).buyerReference).toBe('KST 5');
  });

  it('an order line reference holds the order too in the older families', () => {
    const lineEnd = '<cac:OrderLineReference><cbc:LineID>1001##2</cbc:LineID></cac:OrderLineReference>';
    expect(invoice({ family: 'ehf-2', lineEnd }).lines[0]).toMatchObject({
      orderReference: '1001',
      orderLineReference: '2',
    });
    expect(invoice({ family: 'peppol-bis-3', lineEnd }).lines[0]).toMatchObject({ orderLineReference: '1001##2' });
  });

  it('an invoiced object is no attachment in BIS 3', () => {
    const head =
      '<cac:AdditionalDocumentReference><cbc:ID>meter 7</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>';
    expect(invoice({ head }).attachments).toEqual([]);
    expect(invoice({ family: 'peppol-bis-2', head }).attachments).toEqual([{ id: 'meter 7' }]);
  });

  it('VAT in a second currency does not count, in whatever order the two stand', () => {
    const other = '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2.10</cbc:TaxAmount></cac:TaxTotal>';
    expect(invoice({ head: other }).totals.tax).toBe('25.00');
  });

  it('the VAT number is the one of the scheme VAT', () => {
    const scheme = (id: string, tax: string): string =>
      `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${tax}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
    const change = [
      [
        '<cac:PartyLegalEntity>',
        `${scheme('Foretaksregisteret', 'TAX')}${scheme('NO987654325MVA', 'VAT')}<cac:PartyLegalEntity>`,
      ],
    ] as const;
    expect(invoice({ change }).supplier).toMatchObject({
      vatNo: 'NO987654325MVA',
      organisationNo: '987654325',
      name: 'Bølgen Verktøy AS',
    });
  });
});

describe('what is not stated', () => {
  it('is absent, also where an empty element stands for it', () => {
    const bare = invoice({
      change: [
        ['<cbc:ID>F-1</cbc:ID>', '<cbc:ID> </cbc:ID>'],
        ['<cbc:ID>1001</cbc:ID>', '<cbc:ID/>'],
      ],
    });
    for (const absent of ['invoiceNo', 'orderReference', 'dueDate', 'customer', 'payee', 'invoicePeriod'])
      expect(bare).not.toHaveProperty(absent);
    expect(bare).toMatchObject({
      precedingInvoices: [],
      notes: [],
      attachments: [],
      paymentMeans: [],
      allowances: [],
      charges: [],
      taxSubtotals: [],
    });
  });

  it('an attachment that is no base64 is left out with a warning, and the invoice is still the invoice', () => {
    const head =
      '<cac:AdditionalDocumentReference><cbc:ID>a</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="application/pdf">*</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>';
    const { invoice: understood, findings } = sample({ head });
    expect(understood?.attachments).toEqual([{ id: 'a', type: 'application/pdf' }]);
    expect(findings).toMatchObject([{ code: 'VALUE_UNUSABLE', severity: 'warning' }]);
  });

  it('a line without an id is named by its place', () => {
    expect(invoice({ change: [['<cbc:ID>1</cbc:ID>', '']] }).lines[0]?.id).toBe('line-1');
  });
});

describe('very many findings', () => {
  it('are listed up to two hundred, the rest is counted, and all have a place', () => {
    const bad =
      '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:Amount>x</cbc:Amount></cac:AllowanceCharge>';
    const { findings } = sample({ head: bad.repeat(1000) });
    expect(findings).toHaveLength(201);
    expect(findings.at(-1)?.message).toContain('800 more');
    for (const { at, hint } of findings)
      expect({ line: at?.line, hint }).toEqual({ line: expect.any(Number), hint: expect.any(String) });
  });
});
