import { describe, expect, it } from 'vitest';
import { type UnderstoodUbl, understandUbl } from './understand-ubl.ts';
import { FAMILY_IDS, type Sample, ublSample } from './ubl-sample.ts';

/** What an invoice states twice and differently is nobody's to choose from; said twice alike it is simply said. */

const understand = (sample: Sample): UnderstoodUbl => understandUbl(ublSample(sample));

const LEGAL = '<cac:PartyLegalEntity><cbc:CompanyID>';
const customer = (inner: string): string =>
  `<cac:AccountingCustomerParty><cac:Party>${inner}</cac:Party></cac:AccountingCustomerParty>`;
const vat = (id: string): string =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${id}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const item = (inner: string): Sample => ({
  lineEnd: `<cac:Item><cbc:Name>Hammer</cbc:Name>${inner}</cac:Item>`,
});

/** Each with what stands in place of the dots the second time. */
const TWICE: Readonly<Record<string, (value: string) => Sample>> = {
  'the number': (value) => ({ head: `<cbc:ID>${value === 'same' ? 'F-1' : 'F-2'}</cbc:ID>` }),
  'the profile': (value) => ({
    head: `<cbc:ProfileID>${value === 'same' ? FAMILY_IDS['peppol-bis-3'][1] : 'x'}</cbc:ProfileID>`,
  }),
  'the currency': (value) => ({
    head: `<cbc:DocumentCurrencyCode>${value === 'same' ? 'NOK' : 'EUR'}</cbc:DocumentCurrencyCode>`,
  }),
  'the day': (value) => ({ head: `<cbc:IssueDate>${value === 'same' ? '2026-11-21Z' : '2026-11-22'}</cbc:IssueDate>` }),
  'the order': (value) => ({
    head: `<cac:OrderReference><cbc:ID>${value === 'same' ? '1001' : '1002'}</cbc:ID></cac:OrderReference>`,
  }),
  'the due date': (value) => ({
    head: `<cbc:DueDate>2026-12-01</cbc:DueDate><cbc:DueDate>${value === 'same' ? '2026-12-01' : '2026-12-02'}</cbc:DueDate>`,
  }),
  'the buyer reference': (value) => ({
    head: `<cbc:BuyerReference>same</cbc:BuyerReference><cbc:BuyerReference>${value}</cbc:BuyerReference>`,
  }),
  'the buyer reference of the older families': (value) => ({
    family: 'ehf-2',
    head: customer(`<cac:Contact><cbc:ID>same</cbc:ID><cbc:ID>${value}</cbc:ID></cac:Contact>`),
  }),
  'the contract': (value) => ({
    head: `<cac:ContractDocumentReference><cbc:ID>same</cbc:ID></cac:ContractDocumentReference><cac:ContractDocumentReference><cbc:ID>${value}</cbc:ID></cac:ContractDocumentReference>`,
  }),
  "the supplier's company id": (value) => ({
    change: [
      [
        LEGAL.slice(0, 24),
        `${LEGAL}${value === 'same' ? '987654325' : '987654333'}</cbc:CompanyID></cac:PartyLegalEntity>${LEGAL.slice(0, 24)}`,
      ],
    ],
  }),
  "the supplier's company ids in one legal entity": (value) => ({
    change: [
      [
        '</cbc:CompanyID>',
        `</cbc:CompanyID><cbc:CompanyID>${value === 'same' ? '987654325' : '987654333'}</cbc:CompanyID>`,
      ],
    ],
  }),
  "the customer's company id": (value) => ({
    head: customer(`${LEGAL}same</cbc:CompanyID><cbc:CompanyID>${value}</cbc:CompanyID></cac:PartyLegalEntity>`),
  }),
  'the VAT number': (value) => ({ head: customer(vat('same') + vat(value)) }),
  'the electronic address': (value) => ({
    head: customer(
      `<cbc:EndpointID schemeID="0192">same</cbc:EndpointID><cbc:EndpointID schemeID="0192">${value}</cbc:EndpointID>`,
    ),
  }),
  'the scheme of the electronic address': (value) => ({
    head: customer(
      `<cbc:EndpointID schemeID="same">1</cbc:EndpointID><cbc:EndpointID schemeID="${value}">1</cbc:EndpointID>`,
    ),
  }),
  'the customer': (value) => ({
    head:
      customer(`${LEGAL}same</cbc:CompanyID></cac:PartyLegalEntity>`) +
      customer(`${LEGAL}${value}</cbc:CompanyID></cac:PartyLegalEntity>`),
  }),
  'the period': (value) => ({
    head: ['2026-11-01', value === 'same' ? '2026-11-01' : '2026-11-02']
      .map((day) => `<cac:InvoicePeriod><cbc:StartDate>${day}</cbc:StartDate></cac:InvoicePeriod>`)
      .join(''),
  }),
  "the seller's item number": (value) =>
    item(
      `<cac:SellersItemIdentification><cbc:ID>same</cbc:ID><cbc:ID>${value}</cbc:ID></cac:SellersItemIdentification>`,
    ),
  'the standard item number': (value) =>
    item(
      `<cac:StandardItemIdentification><cbc:ID>same</cbc:ID><cbc:ID>${value}</cbc:ID></cac:StandardItemIdentification>`,
    ),
  'the order line': (value) => ({
    lineEnd: `<cac:OrderLineReference><cbc:LineID>same</cbc:LineID></cac:OrderLineReference><cac:OrderLineReference><cbc:LineID>${value}</cbc:LineID></cac:OrderLineReference>`,
  }),
  'whether it is a charge': (value) => ({
    head: `<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:ChargeIndicator>${value === 'same' ? '1' : 'false'}</cbc:ChargeIndicator><cbc:Amount>5</cbc:Amount></cac:AllowanceCharge>`,
  }),
  'an amount': (value) => ({
    totals: `<cbc:PayableAmount currencyID="NOK">125.00</cbc:PayableAmount><cbc:PayableAmount currencyID="${value === 'same' ? 'NOK' : 'EUR'}">125.00</cbc:PayableAmount>`,
  }),
};

describe.each(Object.entries(TWICE))('%s, stated twice', (_, twice) => {
  it('and alike, is understood', () => expect(understand(twice('same')).findings).toEqual([]));

  it('and differently, is refused once, with place and hint', () => {
    expect(understand(twice('other')).findings).toEqual([
      {
        code: 'VALUE_INVALID',
        severity: 'error',
        message: expect.any(String),
        hint: expect.stringMatching(/State it once|All amounts of a document/),
        at: { line: expect.any(Number), column: expect.any(Number), path: expect.any(String) },
      },
    ]);
  });
});

describe('of several that differ', () => {
  it('the due date of the first means of payment counts, and each keeps its own', () => {
    const means = (day: string): string =>
      `<cac:PaymentMeans><cbc:PaymentDueDate>${day}</cbc:PaymentDueDate></cac:PaymentMeans>`;
    const { invoice, findings } = understand({ head: means('2026-12-01') + means('2026-12-15') });
    expect(findings).toEqual([]);
    expect(invoice).toMatchObject({
      dueDate: '2026-12-01',
      paymentMeans: [{ dueDate: '2026-12-01' }, { dueDate: '2026-12-15' }],
    });
  });

  it('the order line that counts is the first in the older families', () => {
    const line = (id: string): string =>
      `<cac:OrderLineReference><cbc:LineID>${id}</cbc:LineID></cac:OrderLineReference>`;
    const older = (first: string, second: string): UnderstoodUbl =>
      understand({ family: 'peppol-bis-2', lineEnd: line(first) + line(second) });
    expect(older('1', '2')).toMatchObject({ findings: [], invoice: { lines: [{ orderLineReference: '1' }] } });
    expect(older('1001##1', '1001##2')).toMatchObject({
      findings: [],
      invoice: { lines: [{ orderReference: '1001' }] },
    });
    expect(older('1001##1', '1002##1').findings).toMatchObject([{ code: 'VALUE_INVALID', severity: 'error' }]);
  });

  it('a number that only informs is left out with a warning', () => {
    const charge =
      '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:MultiplierFactorNumeric>5</cbc:MultiplierFactorNumeric><cbc:MultiplierFactorNumeric>6</cbc:MultiplierFactorNumeric><cbc:Amount>5</cbc:Amount></cac:AllowanceCharge>';
    const { invoice, findings } = understand({ head: charge });
    expect(invoice?.charges).toEqual([{ amount: '5' }]);
    expect(findings).toMatchObject([{ code: 'VALUE_UNUSABLE', severity: 'warning' }]);
  });

  it('an unreadable date does not make way for one that stands elsewhere', () => {
    const head =
      '<cbc:DueDate>soon</cbc:DueDate><cac:PaymentMeans><cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate></cac:PaymentMeans>';
    const { invoice, findings } = understand({ head });
    expect(invoice).not.toHaveProperty('dueDate');
    expect(findings).toMatchObject([{ code: 'VALUE_UNUSABLE', at: { path: '/Invoice/cbc:DueDate' } }]);
  });

  it('an empty group makes way for one that states something', () => {
    const { invoice, findings } = understand({ head: customer('<cbc:EndpointID/><cbc:EndpointID>7</cbc:EndpointID>') });
    expect(findings).toEqual([]);
    expect(invoice?.customer?.endpoint).toEqual({ id: '7' });
  });
});
