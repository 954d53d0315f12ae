import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Supplier, SupplierInvoice } from '../../../src/domain/documents.generated.ts';
import { REASONS } from '../../../src/domain/reason.table.ts';
import { paymentReasons } from '../../../src/rules/payment/payment-reasons.ts';
import { dueDateOfVoucher, type TermsSettings } from '../../../src/rules/payment-terms/supplier-due-date.ts';
import { invoice as inWords } from '../invoice-in-words.ts';
import { supplier as ofWorld } from '../order-match-world.ts';

const TERMS: TermsSettings = {
  entities: [{ id: 'NO01' }],
  paymentTerms: [
    { entity: '*', code: '30', vismaTerms: '30', dueDateType: 'fixed-days', days: 30 },
    { entity: '*', code: 'AD', vismaTerms: 'AD', dueDateType: 'custom', days: 0 },
  ],
};

const BBAN = '86011117947';
const IBAN = 'NO9386011117947';

function invoice(more: Partial<SupplierInvoice> = {}): SupplierInvoice {
  return inWords({ ref: '1001', lines: [{ sku: 'A-100', q: '10', pr: '100.00' }] }, more);
}

const paidTo = (account: string, kid?: string, more: Partial<SupplierInvoice> = {}) =>
  invoice({ paymentMeans: [{ account, ...(kid === undefined ? {} : { kid }) }], ...more });

const reasons = (document: SupplierInvoice, file: Partial<Supplier> = {}, settings: TermsSettings = TERMS) =>
  paymentReasons(document, ofWorld({ bankAccounts: [BBAN], ...file }), settings);

const codes = (...args: Parameters<typeof reasons>) => reasons(...args).map(({ code }) => code);

describe('the account', () => {
  it.each([
    ['none stated', [], [BBAN], []],
    ['as on file', [BBAN], [BBAN], []],
    ['IBAN of the BBAN on file', [IBAN], [BBAN], []],
    ['BBAN of the IBAN on file', ['8601.11.17947'], [IBAN], []],
    ['one of several on file', [BBAN], ['GB33BUKB20201555555555', IBAN], []],
    ['BBAN and IBAN of one account', [BBAN, IBAN], [BBAN], []],
    ['another', ['10005011227'], [BBAN], ['BANK_ACCOUNT_CHANGED']],
    ['another beside the one on file', [BBAN, '10005011227'], [BBAN], ['BANK_ACCOUNT_CHANGED']],
    ['another, with a wrong digit', ['10005011228'], [BBAN], ['BANK_ACCOUNT_CHANGED', 'BANK_ACCOUNT_CHECK_DIGIT']],
    [
      'the one on file with wrong check digits',
      ['NO9286011117947'],
      [BBAN],
      ['BANK_ACCOUNT_CHANGED', 'BANK_ACCOUNT_CHECK_DIGIT'],
    ],
    ['none on file', [BBAN], [], ['NO_BANK_ACCOUNT_ON_FILE']],
    ['nothing but blanks on file', [BBAN], [' '], ['NO_BANK_ACCOUNT_ON_FILE']],
    ['none stated and none on file', [], [], []],
  ])('%s', (_name, stated, onFile, expected) => {
    expect(codes(invoice({ paymentMeans: stated.map((account) => ({ account })) }), { bankAccounts: onFile })).toEqual(
      expected,
    );
  });

  it('that is unknown is told with what is on file', () => {
    expect(reasons(paidTo('10005011227'), { bankAccounts: [BBAN, 'GB33BUKB20201555555555'] })).toEqual([
      {
        code: 'BANK_ACCOUNT_CHANGED',
        at: 'account',
        expected: '86011117947, GB33BUKB20201555555555',
        actual: '10005011227',
        setting: 'supplier 50001 bankAccounts',
      },
    ]);
  });

  it('of a supplier without any on file holds nothing', () => {
    for (const { code } of reasons(paidTo('10005011228'), { bankAccounts: [] }))
      expect(REASONS[code].status).toBeNull();
  });

  it('of eleven digits in another currency is not taken for a Norwegian one', () => {
    expect(codes(paidTo('12341234567', undefined, { currency: 'SEK' }), { bankAccounts: ['12341234567'] })).toEqual([]);
  });

  it('is the same whatever the order of the means of payment', () => {
    const means = fc.array(fc.constantFrom(BBAN, IBAN, '10005011227', 'GB33BUKB20201555555555', '5555-1234'));
    fc.assert(
      fc.property(means, (accounts) => {
        const of = (some: string[]) => codes(invoice({ paymentMeans: some.map((account) => ({ account })) })).sort();
        expect(of([...accounts].reverse())).toEqual(of(accounts));
      }),
    );
  });
});

describe('the payee', () => {
  const payee = (of: Partial<NonNullable<SupplierInvoice['payee']>>) => invoice({ payee: { bankAccounts: [], ...of } });

  it.each([
    ['the supplier by its number', { name: 'Innkreving', organisationNo: '912 345 674' }, {}, []],
    ['the supplier by its VAT number', { vatNo: 'NO912345674MVA' }, {}, []],
    ['the supplier by its address', { endpoint: { scheme: '0192', id: '912345674' } }, {}, []],
    ['the supplier by its name', { name: ' leverandør  as ' }, {}, []],
    [
      'the name of the supplier with the number of another',
      { name: 'Leverandør AS', organisationNo: '999999999' },
      {},
      ['PAYEE_UNKNOWN'],
    ],
    ['somebody else', { name: 'Faktoring AS' }, {}, ['PAYEE_UNKNOWN']],
    ['somebody else with a number', { name: 'Faktoring AS', organisationNo: '999999999' }, {}, ['PAYEE_UNKNOWN']],
    ['somebody on file by number', { name: 'F', organisationNo: '999999999' }, { payees: ['999 999 999'] }, []],
    ['somebody on file by name', { name: 'FAKTORING AS' }, { payees: ['Faktoring AS'] }, []],
    ['somebody else than on file', { name: 'Annen AS' }, { payees: ['Faktoring AS'] }, ['PAYEE_UNKNOWN']],
    [
      'somebody with nothing but an address',
      { otherIds: [{ scheme: '0088', id: '7300010000001' }] },
      {},
      ['PAYEE_UNKNOWN'],
    ],
    ['nobody', {}, {}, []],
  ])('%s', (_name, stated, file, expected) => {
    expect(codes(payee(stated), file)).toEqual(expected);
  });

  it('that is unknown is told with its name and number', () => {
    expect(reasons(payee({ name: 'Faktoring AS', organisationNo: '999999999' }))).toEqual([
      {
        code: 'PAYEE_UNKNOWN',
        at: 'payee',
        expected: 'Leverandør AS',
        actual: 'Faktoring AS, 999999999',
        setting: 'supplier 50001 payees',
      },
    ]);
  });
});

describe('the KID', () => {
  const required = { kidRequired: true };

  it.each([
    ['Y11: mod 10, required', paidTo(BBAN, '123456782'), required, []],
    ['Y11: mod 11, required', paidTo(BBAN, '123456785'), required, []],
    ['Y12: missing, required', paidTo(BBAN), required, ['KID_MISSING']],
    ['blank, required', paidTo(BBAN, ' '), required, ['KID_MISSING']],
    ['zeros only, required', paidTo(BBAN, '000'), required, ['KID_MISSING']],
    ['no means of payment, required', invoice(), required, ['KID_MISSING']],
    ['Y13: missing, not required', paidTo(BBAN), {}, []],
    ['wrong, in NOK to a Norwegian BBAN', paidTo(BBAN, '123456783'), {}, ['KID_INVALID']],
    ['wrong, in NOK to a Norwegian IBAN', paidTo(IBAN, '123456783'), {}, ['KID_INVALID']],
    ['wrong, to a foreign account', paidTo('GB33BUKB20201555555555', '123456783'), {}, ['BANK_ACCOUNT_CHANGED']],
    ['wrong, in SEK', paidTo(BBAN, '123456783', { currency: 'SEK' }), {}, []],
    ['wrong, in SEK, required', paidTo(BBAN, '123456783', { currency: 'SEK' }), required, ['KID_INVALID']],
    ['words in its place', paidTo(BBAN, 'Faktura 4711'), {}, []],
    ['words in its place, required', paidTo(BBAN, 'Faktura 4711'), required, ['KID_INVALID']],
    ['RF, required', paidTo(BBAN, 'RF18539007547034'), required, []],
    ['wrong RF', paidTo(BBAN, 'RF19539007547034'), {}, ['KID_INVALID']],
    ['wrong Belgian', paidTo(BBAN, '+++090/9337/55494+++', { currency: 'EUR' }), {}, ['KID_INVALID']],
    ['missing on a credit note, required', invoice({ kind: 'credit-note' }), required, []],
    ['missing with nothing to pay, required', invoice({ totals: { payable: '0.00' } }), required, []],
    ['wrong with nothing to pay', paidTo(BBAN, '123456783', { totals: { payable: '0.00' } }), {}, ['KID_INVALID']],
  ] as const)('%s', (_name, document, file, expected) => {
    expect(codes(document, file)).toEqual(expected);
  });

  it('without an account of its own is read with that of the other means', () => {
    const means = [{ kid: '123456783' }, { account: BBAN }];
    expect(codes(invoice({ paymentMeans: means }))).toEqual(['KID_INVALID']);
    expect(codes(invoice({ paymentMeans: [{ kid: '123456783' }] }))).toEqual([]);
  });

  it('stated twice is told once, and a right one does not excuse a wrong one', () => {
    const wrong = { account: BBAN, kid: '123456783' };
    const right = { account: BBAN, kid: '123456782' };
    expect(codes(invoice({ paymentMeans: [wrong, wrong, right] }), required)).toEqual(['KID_INVALID']);
    expect(codes(invoice({ paymentMeans: [right, { account: IBAN, kid: 'Faktura 1' }] }), required)).toEqual([]);
  });

  it('that is wrong is told with what it was checked by', () => {
    expect(reasons(paidTo(BBAN, ' 123456783'), required)).toEqual([
      {
        code: 'KID_INVALID',
        at: 'kid',
        expected: 'mod10/mod11',
        actual: '123456783',
        setting: 'supplier 50001 kidRequired',
      },
    ]);
    expect(reasons(invoice(), required)).toEqual([
      { code: 'KID_MISSING', at: 'kid', setting: 'supplier 50001 kidRequired' },
    ]);
  });
});

describe('the due date', () => {
  const due = (dueDate: string | undefined, more: Partial<SupplierInvoice> = {}) =>
    invoice({ ...(dueDate === undefined ? {} : { dueDate }), ...more });
  const thirty = { paymentTerms: '30' };

  it.each([
    ['Y01: equal', due('2026-12-02'), thirty, []],
    ['Y03: earlier', due('2026-11-16'), thirty, ['DUE_DATE_EARLIER_ON_INVOICE']],
    ['later', due('2026-12-03'), thirty, ['DUE_DATE_LATER_ON_INVOICE']],
    ['Y05: missing', due(undefined), thirty, []],
    [
      'of the means of payment',
      due(undefined, { paymentMeans: [{ dueDate: '2026-11-16' }] }),
      thirty,
      ['DUE_DATE_EARLIER_ON_INVOICE'],
    ],
    ['of a supplier without terms', due('2026-11-16'), {}, []],
    ['of a code that is not in the lookup', due('2026-11-16'), { paymentTerms: '31' }, ['PAYMENT_TERMS_UNKNOWN']],
    ['of custom terms', due('2026-11-16'), { paymentTerms: 'AD' }, []],
    ['of a credit note', due('2026-11-16', { kind: 'credit-note' }), thirty, []],
  ] as const)('%s', (_name, document, file, expected) => {
    expect(codes(document, file)).toEqual(expected);
    for (const { code } of reasons(document, file)) expect(REASONS[code].status).toBeNull();
  });

  it('is not compared where the lookup has no line at all', () => {
    expect(codes(due('2026-11-16'), thirty, { entities: [{ id: 'NO01' }], paymentTerms: [] })).toEqual([]);
    expect(codes(due('2026-11-16'), thirty, {})).toEqual([]);
  });

  it('that differs is told with both dates, the terms and the days between', () => {
    expect(reasons(due('2026-11-16'), thirty)).toEqual([
      {
        code: 'DUE_DATE_EARLIER_ON_INVOICE',
        at: 'due-date',
        expected: '2026-12-02',
        actual: '2026-11-16',
        allowed: '30',
        days: '-16',
        setting: 'supplier 50001 paymentTerms',
      },
    ]);
    expect(reasons(due('2027-01-01'), thirty)[0]?.days).toBe('30');
    expect(reasons(due('2026-11-16'), { paymentTerms: '31' })).toEqual([
      {
        code: 'PAYMENT_TERMS_UNKNOWN',
        at: 'payment-terms',
        actual: '31',
        setting: 'mappings/lookups/payment-terms.csv',
      },
    ]);
  });

  it.each([
    ['terms', '2026-11-16', thirty, '2026-12-02'],
    ['invoice', '2026-11-16', thirty, '2026-11-16'],
    ['terms', undefined, thirty, '2026-12-02'],
    ['invoice', undefined, thirty, '2026-12-02'],
    ['terms', '2026-11-16', {}, '2026-11-16'],
    ['terms', '2026-11-16', { paymentTerms: 'AD' }, '2026-11-16'],
    ['terms', undefined, {}, null],
    ['invoice', undefined, {}, null],
  ] as const)('of the voucher by %s, with %s on an invoice of a supplier with %o: %s', (dueDate, stated, file, by) => {
    expect(dueDateOfVoucher(due(stated), ofWorld(file), { ...TERMS, orderMatch: { dueDate } })).toBe(by);
  });

  it('of a voucher without an invoice date is the stated one', () => {
    const { issueDate: _, ...undated } = due('2026-11-16');
    expect(dueDateOfVoucher(undated, ofWorld(thirty), { ...TERMS, orderMatch: { dueDate: 'terms' } })).toBe(
      '2026-11-16',
    );
    expect(codes(undated, thirty)).toEqual([]);
  });
});
