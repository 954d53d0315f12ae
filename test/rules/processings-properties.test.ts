import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/canonical-text.ts';
import { decimal, sum } from '../../src/domain/decimal.ts';
import { ORDER_MATCH_TRANSITIONS } from '../../src/domain/order-match-status.table.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { ProcessingRequest } from '../../src/rules/order-match/processings/processing.ts';
import { receiptsOf } from '../../src/rules/order-match/processings/receipts.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.ts';
import { invoice } from './invoice-in-words.ts';
import { order, settings } from './order-match-world.ts';
import { Books } from './processings-world.ts';

/** What holds whatever operators do, in whatever order. */

const RUNS = propertyRuns(200);

const line = fc.record({
  sku: fc.constantFrom('A-100', 'A-100', 'B-200', 'X-1'),
  q: fc.constantFrom('3', '4', '10'),
  pr: fc.constantFrom('100.00', '101.00', '130.00'),
});
const orderLines = fc.constantFrom('1001/1', '1001/2', '1001/3', '1001/4', '1001/9');
const invoiceLines = fc.constantFrom('1', '2', '3');
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 2 });

const action: fc.Arbitrary<Partial<ProcessingRequest> & Pick<ProcessingRequest, 'action'>> = fc.oneof(
  fc.constant({ action: 'match' as const }),
  fc.record({ action: fc.constantFrom('update' as const, 'receive' as const), lines: some(orderLines) }),
  fc.constant({ action: 'receive' as const }),
  fc.constant({ action: 'reject' as const }),
  fc.record({ action: fc.constant('link' as const), lines: some(invoiceLines), order: orderLines }),
  fc.record({
    action: fc.constant('link' as const),
    lines: some(invoiceLines),
    product: fc.constantFrom('A', 'B', 'Z'),
  }),
  fc.record({ action: fc.constant('unlink' as const), lines: some(invoiceLines) }),
);

const story = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  automaticReceipt: fc.boolean(),
  noPartialReceipt: fc.boolean(),
  prepayment: fc.boolean(),
  actions: fc.array(fc.record({ action, paid: fc.boolean(), documentId: fc.constantFrom('doc1', 'doc1', 'doc2') }), {
    maxLength: 12,
  }),
});
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

function begin(given: Story): Books {
  const { automaticReceipt, noPartialReceipt } = given;
  const processing = { ...settings().company.orderProcessing, automaticReceipt, noPartialReceipt };
  const books = new Books([ordered(given.prepayment)], settings({ orderProcessing: processing }));
  books.take(invoice({ ref: '1001', lines: given.lines }));
  books.take(invoice({ ref: '1001', number: 'F-2', lines: given.lines.slice(0, 1) }), 'doc2');
  return books;
}

function ordered(prepayment: boolean) {
  const lines = [
    { p: 'A', q: '10', pr: '100.00' },
    { p: 'B', q: '5', pr: '130.00' },
    { p: 'A', q: '4', pr: '101.00' },
    { p: 'B', q: '10', pr: '100.00' },
  ];
  return order('1001', lines, { prepayment });
}

/** Everything that is kept, as one text. */
function all(books: Books): string {
  return canonicalText([[...books.documents], [...books.links], [...books.snapshots], books.audit.length]);
}

/** What was received of each order line, by the receipts and by the links. */
function receivedBy(books: Books, documentId: string): { receipts: string[]; links: string[] } {
  const total = (rows: readonly { orderLineNo: number; quantity: string }[]) =>
    [...Map.groupBy(rows, (row) => row.orderLineNo)]
      .map(([no, own]) => `${no} ${sum(own.map((row) => decimal(row.quantity))).toFixed()}`)
      .sort();
  const links = (books.links.get(documentId) ?? []).filter((link) => link.state === 'received');
  return {
    receipts: total(receiptsOf(books.result(documentId)).flatMap((one) => one.productTransactions)),
    links: total(links),
  };
}

describe('any sequence of operator actions', { timeout: PROPERTY_TIMEOUT }, () => {
  it('never leaves the transition table, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(story, (given) => {
        const books = begin(given);
        for (const step of given.actions) {
          books.orders.set('1001', ordered(given.prepayment && !step.paid));
          const [from, before] = [books.result(step.documentId).status.code, all(books)];
          const outcome = books.act(step.action.action, step.action, step.documentId);
          const to = books.result(step.documentId).status.code;
          if (isRefusal(outcome)) expect(all(books)).toBe(before);
          else if (from !== to || step.action.action !== 'match')
            expect(ORDER_MATCH_TRANSITIONS.some((row) => row.from === String(from) && row.to === String(to))).toBe(
              true,
            );
        }
      }),
      RUNS,
    );
  });

  it('never loses or doubles a receipt, and never receives more than is linked', () => {
    fc.assert(
      fc.property(story, (given) => {
        const books = begin(given);
        for (const step of given.actions) {
          books.orders.set('1001', ordered(given.prepayment && !step.paid));
          const before = receiptsOf(books.result(step.documentId));
          const outcome = books.act(step.action.action, step.action, step.documentId);
          const receipts = receiptsOf(books.result(step.documentId));
          expect(receipts.slice(0, before.length)).toEqual(before);
          expect(new Set(receipts.map((one) => one.receiptId)).size).toBe(receipts.length);
          if (receipts.length > before.length) {
            expect(isRefusal(outcome)).toBe(false);
            expect(given.prepayment && !step.paid).toBe(false);
          }
          const { receipts: written, links } = receivedBy(books, step.documentId);
          expect(written).toEqual(links);
        }
      }),
      RUNS,
    );
  });

  it('completes a document only with every linked line received, and gives a result only where it says something new', () => {
    fc.assert(
      fc.property(story, (given) => {
        const books = begin(given);
        for (const step of given.actions) {
          const before = books.result(step.documentId);
          const written = books.outputs.length;
          books.act(step.action.action, step.action, step.documentId);
          const result = books.result(step.documentId);
          if (result.status.code === 5) {
            expect(books.links.get(step.documentId)?.every(({ state }) => state === 'received')).toBe(true);
            expect(result.orders.flatMap((one) => one.lines).every((one) => one.received)).toBe(true);
          }
          const news = canonicalText(result) !== canonicalText(before);
          expect(books.outputs.length - written).toBe(news ? 1 : 0);
          expect(result.revision).toBe(before.revision + (news ? 1 : 0));
        }
      }),
      RUNS,
    );
  });
});
