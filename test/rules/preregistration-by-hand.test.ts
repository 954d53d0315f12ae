import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/domain/decision.ts';
import type { VoucherBatch } from '../../src/domain/documents.generated.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { ProcessingOutcome } from '../../src/rules/order-match/processings/processing.ts';
import { invoice } from './invoice-in-words.ts';
import { ORDER_1001, settings } from './order-match-world.ts';
import { Books, refusedWith } from './processings-world.ts';

const A = { sku: 'A-100', q: '10', pr: '100.00' };
const OWN_NAME = { sku: 'X-1', q: '5', pr: '200.00' };
const PREREGISTERING = settings({
  orderProcessing: {
    ...settings().company.orderProcessing,
    automaticReceipt: false,
    preregisterIncomingDocuments: true,
    reversePreregistrationOnReject: true,
  },
});

/** An invoice whose second line names a product in the supplier's own way: 9, and no voucher. */
function unlinked(): Books {
  const books = new Books([ORDER_1001], PREREGISTERING);
  books.take(invoice({ ref: '1001', lines: [A, OWN_NAME] }));
  expect(books.result()).toMatchObject({ status: { code: 9 }, preregistration: null });
  return books;
}

const outputsOf = (outcome: ProcessingOutcome): readonly Output[] => (isRefusal(outcome) ? [] : outcome.outputs);

const vouchersOf = (outcome: ProcessingOutcome) =>
  outputsOf(outcome)
    .filter(({ document }) => document === 'voucher-batch')
    .flatMap(({ content }) => (content as VoucherBatch).batch.vouchers);

describe('an invoice that a person’s link makes matched', () => {
  it('is pre-registered then: the result says so, and its voucher goes out beside it', () => {
    const books = unlinked();
    const linked = books.act('link', { lines: ['2'], order: '1001/2' });
    expect(refusedWith(linked)).toEqual([]);
    expect(vouchersOf(linked)).toMatchObject([{ debitAccount: '1479', crossAccount: '50001', amount: '2500.00' }]);
    expect(books.result().reasons.map(({ code }) => code)).toContain('PREREGISTERED');
    expect(books.result()).toMatchObject({
      status: { code: 2 },
      preregistration: { key: 'doc1/preregistration', state: 'open', amount: '2500.00' },
    });
    expect(books.audit).toContainEqual(expect.objectContaining({ event: 'preregistered', from: '2', to: '2' }));
  });

  it('is so once: links, matches and unlinks after it write no second voucher, and the receipt clears the one', () => {
    const books = unlinked();
    books.act('link', { lines: ['2'], order: '1001/2' });
    const again = [
      books.act('match'),
      books.act('unlink', { lines: ['2'] }),
      books.act('link', { lines: ['2'], order: '1001/2' }),
    ];
    expect(again.flatMap(refusedWith)).toEqual([]);
    expect(again.flatMap(vouchersOf)).toEqual([]);
    expect(books.result().preregistration).toMatchObject({ state: 'open' });
    expect(vouchersOf(books.act('receive'))).toMatchObject([{ creditAccount: '1479', amount: '2500.00' }]);
    expect(books.result()).toMatchObject({ status: { code: 5 }, preregistration: { state: 'cleared' } });
  });

  it('never says that it is pre-registered without a voucher, also when a match finds it so', () => {
    const books = unlinked();
    books.rules = settings({
      orderProcessing: { ...settings().company.orderProcessing, automaticReceipt: false },
    });
    books.act('link', { lines: ['2'], order: '1001/2' });
    expect(books.result()).toMatchObject({ status: { code: 2 }, preregistration: null });
    books.rules = PREREGISTERING;
    expect(vouchersOf(books.act('match'))).toMatchObject([{ amount: '2500.00' }]);
    expect(books.result()).toMatchObject({ status: { code: 2 }, preregistration: { state: 'open' } });
  });

  it('received in part before, it is registered as a whole, and cleared as a whole with the last receipt', () => {
    const books = unlinked();
    books.act('receive', { lines: ['1001/1'] });
    expect(vouchersOf(books.act('link', { lines: ['2'], order: '1001/2' }))).toMatchObject([{ amount: '2500.00' }]);
    expect(vouchersOf(books.act('receive'))).toMatchObject([{ creditAccount: '1479', amount: '2500.00' }]);
  });

  it('numbers its voucher in the series that the settings number', () => {
    const books = unlinked();
    books.rules = { ...PREREGISTERING, voucherSeries: [{ no: 40, voucherType: 21, next: 40001 }] };
    books.lastVoucherNo = 40006;
    const linked = books.act('link', { lines: ['2'], order: '1001/2' });
    expect(vouchersOf(linked)).toMatchObject([{ voucherNo: 40007 }]);
    expect(isRefusal(linked) ? [] : linked.changes).toContainEqual({
      change: 'take-number',
      counter: 'voucher-series:40',
      number: 40007,
    });
  });
});
