import { describe, expect, it } from 'vitest';
import type { Output, Reason } from '../../src/domain/decision.ts';
import type { OrderMatchResult, SupplierInvoice, VoucherBatch } from '../../src/domain/documents.generated.ts';
import type { EarlierInvoice } from '../../src/rules/order-match/order-match-facts.ts';
import { voucherAmount } from '../../src/rules/order-match/preregistration/voucher-amount.ts';
import { decimalText } from '../../src/domain/decimal.ts';
import { invoice, type InvoiceWords } from './invoice-in-words.ts';
import * as world from './order-match-world.ts';
import { OPEN_PREREGISTRATION, VOUCHER } from './registered-voucher.ts';

const { codesOf, CONTEXT, facts, match, order, settings } = world;

const TEN_A = { sku: 'A-100', q: '10', pr: '100.00' };
const INSIDE: InvoiceWords = { ref: '1001', lines: [TEN_A] };
const OUTSIDE: InvoiceWords = { ref: '1001', lines: [{ ...TEN_A, pr: '130.00' }] };

type Company = NonNullable<Parameters<typeof settings>[0]>;
type OrderMatch = Parameters<typeof settings>[1];

/** Pre-registration on, automatic receipt off: series 40, type 21, account 1479. */
function preregistering(company: Company = {}, orderMatch: OrderMatch = {}) {
  const base = settings().company.orderProcessing;
  const orderProcessing = { ...base, automaticReceipt: false, preregisterIncomingDocuments: true };
  return settings({ ...company, orderProcessing: { ...orderProcessing, ...company.orderProcessing } }, orderMatch);
}

const batchesOf = (outputs: readonly Output[]) =>
  outputs.filter(({ document }) => document === 'voucher-batch').map(({ content }) => content as VoucherBatch);

const voucherOf = (document: SupplierInvoice, rules = preregistering(), more = {}) =>
  batchesOf(match(document, facts(), rules, more).decision.outputs)[0]?.batch.vouchers[0];

describe('a matched invoice is pre-registered', () => {
  it('R06: inside tolerance it awaits, and one batch with one voucher goes out beside the result', () => {
    const document = invoice(INSIDE, { dueDate: '2026-12-02', paymentMeans: [{ code: '30', kid: '123456782' }] });
    const { decision, result } = match(document, facts(), preregistering());
    expect(result.status.code).toBe(8);
    expect(codesOf(result)).toEqual(['PREREGISTERED']);
    expect(decision.outputs.map(({ document: name, folder, key }) => [name, folder, key])).toEqual([
      ['order-match-result', 'visma', 'doc1'],
      ['voucher-batch', 'visma', 'doc1/preregistration'],
    ]);
    expect(decision.outputs[1]?.content).toEqual({
      document: 'voucher-batch',
      key: 'doc1/preregistration',
      documentId: 'doc1',
      batch: { voucherSeries: 40, vouchers: [VOUCHER] },
    });
    expect(result.preregistration).toEqual(OPEN_PREREGISTRATION);
    expect(decision.changes).toContainEqual({
      change: 'audit',
      subject: { kind: 'supplier-invoice', key: 'doc1' },
      event: 'preregistered',
      from: '8',
      to: '8',
      rule: 'C066',
    });
  });

  it('R07: outside tolerance it gets its voucher all the same; tolerance rules the receipt only', () => {
    const { decision, result } = match(invoice(OUTSIDE), facts(), preregistering());
    expect(result.status.code).toBe(4);
    expect(codesOf(result)).toEqual(['OUTSIDE_TOLERANCE', 'PREREGISTERED']);
    expect(batchesOf(decision.outputs)[0]?.batch.vouchers[0]?.amount).toBe('1625.00');
    expect(result.receipt).toBeNull();
  });

  it('held for something else (8) it gets its voucher too', () => {
    const gross = facts({ orders: [order('1001', [{ p: 'A', q: '10', pr: '100.00' }], { gross: true })] });
    const { decision, result } = match(invoice(INSIDE), gross, preregistering());
    expect([result.status.code, codesOf(result)]).toEqual([8, ['GROSS_ORDER', 'PREREGISTERED']]);
    expect(batchesOf(decision.outputs)).toHaveLength(1);
  });

  it('C072: with pre-registration off there is no batch', () => {
    const { decision, result } = match(invoice(OUTSIDE), facts(), settings());
    expect(decision.outputs).toHaveLength(1);
    expect(result.preregistration).toBeNull();
  });
});

describe('the side of the account', () => {
  const credited = facts({ orders: [order('1001', [{ p: 'A', q: '20', pr: '100.00', inv: '20' }])] });
  const negative = { sku: 'A-100', q: '-10', pr: '100.00' };
  it.each<[string, InvoiceWords, object]>([
    ['an invoice debits it (C069)', INSIDE, { debitAccount: '1479' }],
    ['N07: a credit note credits it (C070)', { ...INSIDE, credit: true }, { creditAccount: '1479' }],
    ['an invoice below zero credits it', { ref: '1001', lines: [negative] }, { creditAccount: '1479' }],
    ['a credit note below zero debits it', { ref: '1001', credit: true, lines: [negative] }, { debitAccount: '1479' }],
  ])('%s', (_name, words, side) => {
    const known = words.credit === true || words.lines[0] === negative ? credited : facts();
    const [batch] = batchesOf(match(invoice(words), known, preregistering()).decision.outputs);
    const { debitAccount, creditAccount, crossAccount, amount, vatAmount } = batch?.batch.vouchers[0] ?? {};
    const stated = { ...(debitAccount ? { debitAccount } : {}), ...(creditAccount ? { creditAccount } : {}) };
    expect(stated).toEqual(side);
    expect([crossAccount, amount, vatAmount]).toEqual(['50001', '1250.00', '0.00']);
  });
});

describe('the amount is net, VAT and rounding, never less what is prepaid', () => {
  const totals = { lineNet: '1000.00', net: '1000.00', tax: '250.00' };
  it.each<[string, SupplierInvoice['format'], SupplierInvoice['totals'], string | undefined]>([
    ['BIS 3', 'peppol-bis-3', { ...totals, gross: '1250.00', payable: '1250.00' }, '1250'],
    ['BIS 3, rounded', 'peppol-bis-3', { ...totals, gross: '1250.40', rounding: '-0.40', payable: '1250.00' }, '1250'],
    ['EHF 2, rounded', 'ehf-2', { ...totals, gross: '1250.00', rounding: '-0.40', payable: '1250.00' }, '1250'],
    ['BIS 2, rounded', 'peppol-bis-2', { ...totals, gross: '1251', rounding: '1', payable: '1251' }, '1251'],
    ['V08: prepaid', 'peppol-bis-3', { ...totals, gross: '1250', prepaid: '500', payable: '750' }, '1250'],
    ['V08: prepaid and rounded', 'peppol-bis-3', { gross: '1250.4', prepaid: '500', rounding: '-0.4' }, '1250'],
    ['V08: all prepaid', 'ehf-2', { ...totals, gross: '1250', prepaid: '1250', payable: '0' }, '1250'],
    ['no gross stated', 'ehf-2', { ...totals, prepaid: '500', rounding: '0.50', payable: '750.50' }, '1250.5'],
    ['net and VAT alone', 'ehf-2', totals, '1250'],
    ['net alone', 'peppol-bis-3', { net: '1000', rounding: '0.5' }, '1000.5'],
    ['nothing stated', 'peppol-bis-3', { lineNet: '1000' }, undefined],
  ])('%s (%s)', (_name, format, stated, expected) => {
    const amount = voucherAmount({ format, totals: stated });
    expect(amount && decimalText(amount)).toBe(expected);
  });

  it('stands on the voucher with the decimals of the currency, and is never cut', () => {
    const yen = order('1001', [{ p: 'A', q: '10', pr: '100' }], { currency: 'JPY' });
    const document = invoice({ ...INSIDE, cur: 'JPY' });
    const totalsOfYen = { ...document, taxSubtotals: [], totals: { ...document.totals, tax: '250', gross: '1250' } };
    const { decision } = match(totalsOfYen, facts({ orders: [yen] }), preregistering());
    expect(batchesOf(decision.outputs)[0]?.batch.vouchers[0]).toMatchObject({
      amount: '1250',
      vatAmount: '0',
      currency: 'JPY',
    });
  });
});

describe('the voucher date', () => {
  // the invoice is of 2026-11-02, the day of registration 2026-11-21
  it.each<[string, OrderMatch, string]>([
    ['the invoice date', {}, '2026-11-02'],
    ['the registration date where the setting says so', { preregistrationDate: 'registration' }, '2026-11-21'],
    ['the invoice date, the day after the closed period', { closedUntil: '2026-11-01' }, '2026-11-02'],
    ['the registration date, when the invoice is of the last closed day', { closedUntil: '2026-11-02' }, '2026-11-21'],
    ['the first open day, when that of registration is closed too', { closedUntil: '2026-12-31' }, '2027-01-01'],
    [
      'the first open day over a leap day',
      { closedUntil: '2028-02-28', preregistrationDate: 'registration' },
      '2028-02-29',
    ],
  ])('is %s', (_name, orderMatch, expected) => {
    expect(voucherOf(invoice(INSIDE), preregistering({}, orderMatch))?.date).toBe(expected);
  });
});

describe('the voucher number', () => {
  const numbered = (next: number) => ({
    ...preregistering(),
    voucherSeries: [
      { no: 39, voucherType: 21, next: 1 },
      { no: 40, voucherType: 21, next },
    ],
  });

  it.each([
    [40001, 0, 40001],
    [40001, 40001, 40002],
    [40001, 40017, 40018],
    [50000, 40017, 50000],
  ])('with next %i and %i given last it is %i, and is taken', (next, lastVoucherNo, expected) => {
    const { decision, result } = match(invoice(INSIDE), facts(), numbered(next), { lastVoucherNo });
    expect(batchesOf(decision.outputs)[0]?.batch.vouchers[0]?.voucherNo).toBe(expected);
    expect(result.preregistration?.voucherNo).toBe(expected);
    expect(decision.changes.filter(({ change }) => change === 'take-number')).toEqual([
      { change: 'take-number', counter: 'voucher-series:40', number: expected },
    ]);
  });

  it('is left to Visma where the series says no next number', () => {
    const { decision } = match(invoice(INSIDE), facts(), preregistering(), { lastVoucherNo: 40017 });
    expect(batchesOf(decision.outputs)[0]?.batch.vouchers[0]).not.toHaveProperty('voucherNo');
    expect(decision.changes.map(({ change }) => change)).not.toContain('take-number');
  });

  it('is taken by no document that gets no voucher', () => {
    const { decision } = match(invoice({ ...INSIDE, ref: '9999' }), facts(), numbered(1), { lastVoucherNo: 0 });
    expect(decision.status).toBe('3');
    expect(decision.changes.map(({ change }) => change)).not.toContain('take-number');
  });
});

describe('what gets no voucher', () => {
  const unknown = { sku: 'X-9', q: '1', pr: '5.00' };
  it.each<[number, InvoiceWords]>([
    [3, { ...INSIDE, ref: '9999' }],
    [7, { ...INSIDE, number: '' }],
    [9, { ref: '1001', lines: [TEN_A, unknown] }],
    [10, { ...INSIDE, cur: 'EUR' }],
    [11, { ...INSIDE, ch: [{ amt: '50.00', why: 'Gebyr' }] }],
  ])('status %i', (status, words) => {
    const rules = preregistering({ feeAndRoundingProduct: null });
    const { decision, result } = match(invoice(words), facts(), rules);
    expect(result.status.code).toBe(status);
    expect(batchesOf(decision.outputs)).toEqual([]);
    expect(result.preregistration).toBeNull();
    expect(codesOf(result)).not.toContain('PREREGISTERED');
  });

  const before: EarlierInvoice = {
    documentId: 'doc0',
    kind: 'invoice',
    invoiceNo: 'F-1',
    status: '8',
    accountingDocumentNo: 3,
    issueDate: '2026-11-02',
    payable: '1250.00',
    orderNos: ['1001'],
  };
  it.each<[string, SupplierInvoice, EarlierInvoice[], string, string]>([
    ['another of the same number', invoice(INSIDE), [before], 'DUPLICATE', 'number'],
    ['one of nearly the same number', invoice(INSIDE), [{ ...before, invoiceNo: 'F-01' }], 'NEAR_DUPLICATE', 'number'],
    [
      'one that is addressed to another buyer',
      invoice(INSIDE, { customer: { name: 'Annen AS', organisationNo: '974760673', bankAccounts: [] } }),
      [],
      'BUYER_MISMATCH',
      'buyer',
    ],
  ])(
    '%s is in doubt: it is held, and the reason says that nothing was written',
    (_name, document, earlier, code, at) => {
      const { decision, result } = match(document, facts({ earlier }), preregistering());
      expect([result.status.code, codesOf(result)]).toEqual([8, [code, 'PREREGISTRATION_WITHHELD'].sort()]);
      expect(result.reasons.find((reason) => reason.code === 'PREREGISTRATION_WITHHELD')?.at).toBe(at);
      expect(batchesOf(decision.outputs)).toEqual([]);
    },
  );

  it('a duplicate gets its voucher when the first one has been rejected', () => {
    const rejected = facts({ earlier: [{ ...before, status: '6' }] });
    expect(batchesOf(match(invoice(INSIDE), rejected, preregistering()).decision.outputs)).toHaveLength(1);
  });

  it('an invoice over nothing, and one that states no sum', () => {
    const free = invoice({ ref: '1001', lines: [{ ...TEN_A, pr: '0.00' }] });
    const none = match(free, facts(), preregistering({ tolerancePercent: '100', toleranceAmount: '5000' }));
    expect(none.result.reasons).toContainEqual(
      expect.objectContaining({ code: 'PREREGISTRATION_WITHHELD', at: 'payable', actual: '0.00' }),
    );
    const silent = invoice(INSIDE, { totals: { lineNet: '1000.00' }, taxSubtotals: [] });
    const { decision, result } = match(silent, facts(), preregistering());
    expect([result.status.code, codesOf(result)]).toEqual([7, ['MISSING_VALUE']]);
    expect([...batchesOf(none.decision.outputs), ...batchesOf(decision.outputs)]).toEqual([]);
  });
});

describe('R09: settings that slipped through leave status 7, and nothing half-written', () => {
  const cases: [string, ReturnType<typeof settings>, Partial<Reason>][] = [
    [
      'no series',
      preregistering({ preregistrationVoucherSeries: null }),
      { at: 'series', setting: 'mappings/site.yaml company.preregistrationVoucherSeries' },
    ],
    ['an unknown series', preregistering({ preregistrationVoucherSeries: 20 }), { at: 'series', actual: '20' }],
    [
      'a series without a type',
      { ...preregistering(), voucherSeries: [{ no: 40 }] },
      { at: 'voucher-type', actual: '40', setting: 'mappings/site.yaml voucherSeries' },
    ],
    [
      'a type without an account',
      { ...preregistering(), voucherTypes: [{ no: 21 }] },
      { at: 'debit-account', actual: '21', setting: 'mappings/site.yaml voucherTypes' },
    ],
  ];
  it.each(cases)('%s', (_name, rules, reason) => {
    const { decision, result } = match(invoice(INSIDE), facts(), rules);
    expect(result.status.code).toBe(7);
    expect(result.reasons).toEqual([{ code: 'PREREGISTRATION_SERIES', ...reason, setting: expect.any(String) }]);
    expect([result.preregistration, result.links, result.createdLines]).toEqual([null, [], []]);
    expect(decision.outputs).toHaveLength(1);
    expect(decision.changes).toContainEqual({ change: 'put-links', documentId: 'doc1', links: [] });
  });

  it('says it only of documents that would be matched', () => {
    const rules = preregistering({ preregistrationVoucherSeries: null });
    expect(codesOf(match(invoice({ ...INSIDE, ref: '9999' }), facts(), rules).result)).toEqual(['ORDER_NOT_FOUND']);
  });
});

describe('once in the life of a document', () => {
  const first = match(invoice(INSIDE), facts(), preregistering()).result;
  /** As the ledger gives it back. */
  const previous = JSON.parse(JSON.stringify(first)) as OrderMatchResult;
  const again = (known = facts(), rules = preregistering()) =>
    match(invoice(INSIDE), known, rules, { previous, revision: 2, today: '2026-12-24', lastVoucherNo: 5 });
  const dearer = facts({ orders: [order('1001', [{ p: 'A', q: '10', pr: '60.00' }])] });
  const gone = facts({ orders: [] });

  it('decided again on the same facts nothing is written', () => {
    expect(again().decision).toMatchObject({ status: '8', outputs: [] });
  });

  it.each<[string, ReturnType<typeof again>, number]>([
    ['the order has another price now', again(dearer), 4],
    ['the order is gone', again(gone), 3],
    ['the settings are broken now', again(dearer, preregistering({ preregistrationVoucherSeries: null })), 4],
    ['pre-registration is off now', again(dearer, settings()), 4],
    ['the period is closed now', again(dearer, preregistering({}, { closedUntil: '2026-12-01' })), 4],
  ])('a new result keeps the voucher, and no second one goes out: %s', (_name, { decision, result }, status) => {
    expect(result.status.code).toBe(status);
    expect(result.revision).toBe(2);
    expect(result.preregistration).toEqual(first.preregistration);
    expect(decision.outputs.map(({ document }) => document)).toEqual(['order-match-result']);
    expect(decision.changes.map(({ change }) => change)).not.toContain('take-number');
  });

  it('what has an open voucher is never received by itself, whatever the settings say by now', () => {
    const { result } = again(facts(), settings());
    expect([result.status.code, codesOf(result), result.receipt]).toEqual([8, ['PREREGISTERED'], null]);
  });

  it('a document whose order came late gets its voucher at that decision', () => {
    const waiting = match(invoice(INSIDE), gone, preregistering()).result;
    const { decision, result } = match(invoice(INSIDE), facts(), preregistering(), { previous: waiting, revision: 2 });
    expect(result.status.code).toBe(8);
    expect(batchesOf(decision.outputs)).toHaveLength(1);
    expect(decision.outputs.map(({ revision }) => revision)).toEqual([CONTEXT.revision + 1, 1]);
  });
});
