import { describe, expect, it } from 'vitest';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import type { ProcessingAction, ProcessingRequest } from '../../src/rules/order-match/processings/processing.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { orderLineInForce } from '../../src/rules/order-match/written-values.ts';
import { invoice } from './invoice-in-words.ts';
import { ORDER_1001, order, settings } from './order-match-world.ts';
import { Books, refusedWith } from './processings-world.ts';

const A = { sku: 'A-100', q: '10', pr: '100.00' };
const B = { sku: 'B-200', q: '5', pr: '200.00' };
const OTHER = { lineNo: 1, productNo: 'C', quantity: '10', price: '100.00', unit: 'H87' };
const T23 = invoice({ ref: '1001', lines: [{ ...A, pr: '90.00' }] });
const R02 = invoice({ ref: '1001', lines: [A, { ...B, pr: '250.00' }] });
const AUTO_OFF = settings({ orderProcessing: { ...settings().company.orderProcessing, automaticReceipt: false } });
const PARTIAL = settings({ orderProcessing: { ...settings().company.orderProcessing, noPartialReceipt: false } });

/** An invoice in each status, as decisions and actions bring it there. */
const IN_STATUS: Record<number, () => Books> = {
  1: () => taken(invoice({ ref: '1001', lines: [A] })),
  2: () => did(taken(T23), 'update'),
  3: () => taken(invoice({ ref: '9999', lines: [A] })),
  4: () => taken(T23),
  5: () => did(taken(T23), 'receive'),
  6: () => did(taken(T23), 'reject'),
  7: () => taken(invoice({ ref: '1001', number: '', lines: [A] })),
  8: () => taken(invoice({ ref: '1001', lines: [A] }), AUTO_OFF),
  9: () => taken(invoice({ ref: '1001', lines: [A, { sku: 'X-1', q: '1', pr: '5.00' }] })),
  10: () => taken(invoice({ ref: '1001', cur: 'EUR', lines: [A] })),
  11: () =>
    taken(
      invoice({ ref: '1001', lines: [A], ch: [{ amt: '10.00', why: 'Frakt' }] }),
      settings({ freightProduct: null }),
    ),
};

function taken(document: ReturnType<typeof invoice>, rules = settings()): Books {
  const books = new Books([ORDER_1001], rules);
  books.take(document);
  return books;
}

function did(books: Books, action: ProcessingAction, more: Partial<ProcessingRequest> = {}): Books {
  expect(refusedWith(books.act(action, more))).toEqual([]);
  return books;
}

describe('what is allowed in which status (order-match.md 16)', () => {
  /** Where each action leads; absent: refused. By line in 9 means that the linked line is named. */
  const LEADS: Record<ProcessingAction, Record<number, number>> = {
    match: { 2: 2, 3: 3, 4: 4, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11 },
    update: { 2: 2, 4: 2, 8: 2, 9: 2 },
    receive: { 2: 5, 4: 5, 8: 5, 9: 2 },
    reject: { 2: 6, 3: 6, 4: 6, 7: 6, 8: 6, 9: 6, 10: 6, 11: 6 },
    link: { 2: 2, 4: 2, 8: 2, 9: 2 },
    unlink: { 2: 2, 4: 2, 8: 2, 9: 2 },
  };
  const MORE: Record<ProcessingAction, Partial<ProcessingRequest>> = {
    match: {},
    update: {},
    receive: { lines: ['1001/1'] },
    reject: {},
    link: { lines: ['1'], order: '1001/1' },
    unlink: { lines: ['1'] },
  };
  const cases = Object.keys(IN_STATUS).flatMap((status) =>
    (Object.keys(LEADS) as ProcessingAction[]).map((action) => [Number(status), action] as const),
  );

  it.each(cases)('in %i: %s', (status, action) => {
    const books = IN_STATUS[status]?.() ?? new Books();
    expect(books.result().status.code).toBe(status);
    const rows = books.audit.length;
    const outcome = books.act(action, MORE[action]);
    const leads = LEADS[action][status];
    if (leads === undefined) {
      expect(refusedWith(outcome)).toEqual(['ACTION_REFUSED']);
      expect(books.result().status.code).toBe(status);
      expect(books.audit.length).toBe(rows);
      return;
    }
    expect(refusedWith(outcome)).toEqual([]);
    expect(books.result().status.code).toBe(leads);
    const row = { event: action, from: String(status), to: String(leads), reason: 'because' };
    expect(books.audit.slice(rows)).toEqual([expect.objectContaining(row)]);
    expect(books.audit.at(-1)?.rule).toMatch(/^(C0|order-match)/);
  });
});

describe('match', () => {
  it('run twice says the same: no new result, nothing doubled (D05)', () => {
    const books = taken(invoice({ ref: '1001', lines: [{ ...A, pr: '101.00' }] }), AUTO_OFF);
    const [first] = books.outputs;
    for (let round = 0; round < 2; round += 1) did(books, 'match');
    expect(books.outputs).toEqual([first]);
    expect(books.result().orders[0]?.lines).toMatchObject([{ suggestedQuantity: '10' }]);
    expect(books.links.get('doc1')?.length).toBe(1);
  });

  it('after update: the deviation is that from the original price, and the document stays 2 (T30)', () => {
    const books = did(did(taken(T23), 'update'), 'match');
    expect(books.result()).toMatchObject({
      status: { code: 2 },
      orders: [{ lines: [{ deviation: '-100.00', insideTolerance: false, valuesUpdated: true }] }],
    });
    expect(books.outputs.length).toBe(2);
    expect(did(books, 'receive').result().status.code).toBe(5);
  });

  it('receives by itself what today’s settings let through, and leaves what it received', () => {
    const books = taken(R02, PARTIAL);
    expect(books.result()).toMatchObject({ status: { code: 4 }, receipt: { receiptId: 'doc1-1' } });
    books.rules = settings({ ...PARTIAL.company, tolerancePercent: '50', toleranceAmount: '500' });
    did(books, 'match');
    const receipts = books
      .result()
      .receipts?.map((one) => [
        one.receiptId,
        one.productTransactions.map(({ orderLineNo, amount }) => `${orderLineNo} ${amount}`),
      ]);
    expect(books.result().status.code).toBe(1);
    expect(receipts).toEqual([
      ['doc1-1', ['1 1000.00']],
      ['doc1-2', ['2 1250.00']],
    ]);
  });

  it('keeps what was received although the order says now that it was invoiced', () => {
    const books = taken(R02, PARTIAL);
    const [first, ...others] = ORDER_1001.lines;
    if (first === undefined) throw new Error('the order has lines');
    books.orders.set('1001', { ...ORDER_1001, lines: [{ ...first, invoicedQuantity: '10' }, ...others] });
    did(books, 'match');
    expect(books.result()).toMatchObject({ status: { code: 4 }, receipt: { receiptId: 'doc1-1' } });
    expect(books.lines()).toEqual(['1001/1 received', '1001/2 outside-tolerance']);
    expect(books.outputs.length).toBe(1);
  });
});

describe('update (Oppdater fakturaverdier)', () => {
  it('writes price, discount and quantity beside the order, keeps the original price, receives nothing (R12)', () => {
    const books = did(taken(T23), 'update');
    const snapshot = books.snapshots.get('1001/1');
    expect(snapshot).toMatchObject({ price: '100.00', writtenPrice: '90.00' });
    const line = books.orders.get('1001')?.lines[0];
    if (line === undefined) throw new Error('the order has a line');
    expect(orderLineInForce(line, snapshot)).toEqual({
      price: '90.00',
      discountPercent: '0',
      quantityToInvoice: '10',
      writtenBy: 'doc1',
    });
    expect(books.result()).toMatchObject({
      status: { code: 2, name: 'in-progress' },
      revision: 2,
      orders: [{ lines: [{ valuesUpdated: true, received: false }] }],
      receipt: null,
    });
    expect(books.links.get('doc1')).toMatchObject([{ state: 'pending' }]);
  });

  it('of one line of two leaves the other', () => {
    const books = did(taken(R02), 'update', { lines: ['1001/2'] });
    expect(books.result().orders[0]?.lines.map((line) => line.valuesUpdated)).toEqual([false, true]);
    expect([...books.snapshots].filter(([, one]) => one.written !== undefined).map(([key]) => key)).toEqual(['1001/2']);
  });

  it('of a line that is not linked is refused, with the lines that are', () => {
    const outcome = taken(R02).act('update', { lines: ['1001/3'] });
    expect(isRefusal(outcome) && outcome.refused).toEqual([
      { code: 'LINE_NOT_FOUND', actual: '1001/3', expected: '1001/1, 1001/2' },
    ]);
  });

  it('on an order that was cancelled since is refused', () => {
    const books = taken(T23);
    books.orders.set('1001', { ...ORDER_1001, cancelled: true });
    expect(refusedWith(books.act('update'))).toEqual(['ORDER_CANCELLED']);
  });

  it.each<[string, Partial<PurchaseOrder>, string, string]>([
    ['another supplier', { supplierNo: '50002' }, 'order:1001', 'SUPPLIER_MISMATCH'],
    ['another currency', { currency: 'EUR' }, 'order:1001', 'CURRENCY_MISMATCH'],
    ['gross prices', { gross: true }, 'order:1001', 'GROSS_ORDER'],
    ['another product on the line', { lines: ORDER_1001.lines.with(0, OTHER) }, '1001/1', 'PRODUCT_NOT_ON_ORDER'],
  ])('and receive on an order that has %s by now are refused, and say what helps', (_what, more, at, code) => {
    for (const from of [4, 2])
      for (const action of ['update', 'receive'] as const)
        for (const lines of [[], ['1001/1']]) {
          const books = IN_STATUS[from]?.() ?? new Books();
          books.orders.set('1001', { ...ORDER_1001, ...more });
          const before = structuredClone([books.result(), [...books.snapshots], [...books.links]]);
          const outcome = books.act(action, { lines });
          expect(isRefusal(outcome) && outcome.refused).toMatchObject([
            { code, at },
            { code: 'ORDER_LINE_REPLACED', at: '1001/1' },
          ]);
          expect([books.result(), [...books.snapshots], [...books.links]]).toEqual(before);
        }
  });

  it('of a line whose neighbour became another product goes on', () => {
    const books = taken(R02);
    books.orders.set('1001', { ...ORDER_1001, lines: ORDER_1001.lines.with(0, OTHER) });
    expect(refusedWith(books.act('receive'))[0]).toBe('PRODUCT_NOT_ON_ORDER');
    expect(did(books, 'receive', { lines: ['1001/2'] }).result().status.code).toBe(2);
  });

  it.each(['update', 'receive'] as const)('of a credit note (%s) writes what it credits, and no price', (action) => {
    const books = did(taken(T23), 'receive');
    const credit = { ref: '1001', credit: true, number: 'K-1', preceding: ['F-1'] };
    books.take(invoice({ ...credit, lines: [{ ...A, q: '4', pr: '60.00' }] }), 'doc2');
    expect(refusedWith(books.act(action, {}, 'doc2'))).toEqual([]);
    const snapshot = books.snapshots.get('1001/1');
    expect(snapshot).toMatchObject({ price: '100.00', writtenPrice: '90.00' });
    expect(snapshot?.written?.at(-1)).toMatchObject({ documentId: 'doc2', quantity: '4' });
    const line = books.orders.get('1001')?.lines[0];
    if (line === undefined) throw new Error('the order has a line');
    const inForce = { price: '90.00', discountPercent: '0', writtenBy: 'doc1' };
    const quantityToInvoice = action === 'update' ? '4' : null;
    expect(orderLineInForce(line, snapshot)).toEqual({ ...inForce, quantityToInvoice });
  });

  it('of a credit note leaves the price of the buyer in force, and his own new price counts', () => {
    const books = new Books([
      { ...ORDER_1001, lines: ORDER_1001.lines.map((one) => ({ ...one, invoicedQuantity: '5' })) },
    ]);
    books.take(invoice({ ref: '1001', credit: true, number: 'K-1', lines: [{ ...A, q: '4', pr: '60.00' }] }));
    did(did(books, 'update'), 'receive');
    const snapshot = books.snapshots.get('1001/1');
    expect(snapshot).not.toHaveProperty('writtenPrice');
    const line = ORDER_1001.lines[0];
    if (line === undefined) throw new Error('the order has a line');
    const inForce = { discountPercent: '0', quantityToInvoice: null, writtenBy: null };
    expect(orderLineInForce(line, snapshot)).toEqual({ ...inForce, price: '100.00' });
    expect(orderLineInForce({ ...line, price: '60.00' }, snapshot)).toEqual({ ...inForce, price: '60.00' });
  });

  it('of two invoices on one line: the last one is in force, and its rejection brings the first one back', () => {
    const books = new Books([order('1001', [{ p: 'A', q: '10', pr: '100.00' }])], AUTO_OFF);
    books.take(invoice({ ref: '1001', lines: [{ ...A, q: '4', pr: '90.00' }] }));
    books.take(invoice({ ref: '1001', number: 'F-2', lines: [{ ...A, q: '4', pr: '95.00' }] }), 'doc2');
    books.act('update');
    books.act('update', {}, 'doc2');
    expect(books.snapshots.get('1001/1')?.writtenPrice).toBe('95.00');
    books.act('reject', {}, 'doc2');
    expect(books.snapshots.get('1001/1')).toMatchObject({ price: '100.00', writtenPrice: '90.00' });
  });
});

describe('receive (Oppdater verdier og motta faktura)', () => {
  it('line by line: 2 until the last linked line is received, then 5; each step has a receipt of its own (R14)', () => {
    const books = taken(R02);
    did(books, 'receive', { lines: ['1001/1'] });
    expect(books.result()).toMatchObject({ status: { code: 2 }, receipt: { receiptId: 'doc1-1' } });
    expect(books.lines()).toEqual(['1001/1 received', '1001/2 outside-tolerance']);
    expect(books.result().orders[0]?.status).toBe('outside-tolerance');
    did(books, 'receive', { lines: ['1001/2'] });
    expect(books.result()).toMatchObject({
      status: { code: 5, name: 'completed-manually' },
      receipt: {
        receiptId: 'doc1-2',
        date: '2026-11-21',
        productTransactions: [
          {
            orderNo: '1001',
            orderLineNo: 2,
            productNo: 'B',
            quantity: '5',
            amount: '1250.00',
            accountingDocumentNo: 1,
          },
        ],
      },
    });
    expect(books.result().receipts?.map((one) => one.receiptId)).toEqual(['doc1-1', 'doc1-2']);
    expect(books.result().orders[0]?.status).toBe('received');
    expect(books.links.get('doc1')?.map((link) => [link.state, link.receivedAt])).toEqual([
      ['received', '2026-11-21T18:00:00.000Z'],
      ['received', '2026-11-21T18:00:00.000Z'],
    ]);
  });

  it('after an automatic part receipt takes the rest only (R02, R14)', () => {
    const books = did(taken(R02, PARTIAL), 'receive');
    expect(books.result().status.code).toBe(5);
    expect(books.result().receipts?.map((one) => one.productTransactions.map((row) => row.orderLineNo))).toEqual([
      [1],
      [2],
    ]);
  });

  it('never twice', () => {
    const books = taken(R02);
    did(books, 'receive', { lines: ['1001/1'] });
    expect(refusedWith(books.act('receive', { lines: ['1001/1'] }))).toEqual(['ALREADY_RECEIVED']);
    did(books, 'receive');
    expect(refusedWith(books.act('receive'))).toEqual(['ACTION_REFUSED']);
  });

  it('a second invoice line on an order line that was received: takes that one only', () => {
    const books = IN_STATUS[9]?.() ?? new Books();
    did(books, 'receive', { lines: ['1001/1'] });
    did(books, 'link', { lines: ['2'], order: '1001/1' });
    expect(books.result().orders[0]?.lines).toMatchObject([{ lineNo: 1, suggestedQuantity: '11', received: false }]);
    did(books, 'receive');
    expect(books.result().status.code).toBe(5);
    const quantities = books.result().receipts?.map((one) => one.productTransactions.map(({ quantity }) => quantity));
    expect(quantities).toEqual([['10'], ['1']]);
  });

  it('never of an order that waits for its prepayment; values may be updated (Z02)', () => {
    const books = new Books([{ ...ORDER_1001, prepayment: true }]);
    books.take(invoice({ ref: '1001', lines: [A] }));
    expect(books.result().status.code).toBe(8);
    const outcome = books.act('receive');
    expect(isRefusal(outcome) && outcome.refused).toEqual([{ code: 'PREPAYMENT_BLOCKED', at: 'order:1001' }]);
    expect(did(books, 'update').result().status.code).toBe(2);
    books.orders.set('1001', ORDER_1001);
    expect(did(books, 'receive').result().status.code).toBe(5);
  });

  it('of two orders takes the one that is not blocked, by line', () => {
    const blocked = order('1002', [{ p: 'B', q: '5', pr: '200.00' }], { prepayment: true });
    const books = new Books([ORDER_1001, blocked]);
    books.take(invoice({ ref: '1001, 1002', lines: [A, { ...B, oref: '1002' }] }));
    expect(refusedWith(books.act('receive'))).toEqual(['PREPAYMENT_BLOCKED']);
    expect(did(books, 'receive', { lines: ['1001/1'] }).result().status.code).toBe(2);
  });

  it('with a line that has no order line: the linked ones by line, and never complete before it is linked', () => {
    const books = IN_STATUS[9]?.() ?? new Books();
    expect(refusedWith(books.act('receive'))).toEqual(['NOT_ALL_LINKED']);
    did(books, 'receive', { lines: ['1001/1'] });
    expect(books.result().status.code).toBe(2);
    for (const action of ['receive', 'update'] as const)
      expect(refusedWith(books.act(action))).toEqual(['NOT_ALL_LINKED']); // the line is received, the document is not
    expect(refusedWith(books.act('receive', { lines: ['1001/1'] }))).toEqual(['ALREADY_RECEIVED']);
    did(books, 'link', { lines: ['2'], order: '1001/3' });
    expect(books.lines()).toEqual(['1001/1 received', '1001/3 outside-tolerance']);
    expect(books.result()).toMatchObject({ status: { code: 2 }, receipt: { receiptId: 'doc1-1' } });
    did(books, 'receive');
    expect(books.result()).toMatchObject({ status: { code: 5 }, receipt: { receiptId: 'doc1-2' } });
  });
});

describe('reject (Avvis faktura)', () => {
  it('clears what the match set, and nothing else', () => {
    const charged = invoice({ ref: '1001', lines: [{ ...A, pr: '90.00' }], ch: [{ amt: '10.00', why: 'Frakt' }] });
    const books = did(did(taken(charged), 'update'), 'reject');
    expect(books.result()).toMatchObject({
      status: { code: 6, name: 'rejected' },
      orders: [{ orderNo: '1001', suggestedNetTotal: null, status: 'none', lines: [] }],
      createdLines: [],
      links: [],
      receipt: null,
    });
    expect(books.links.get('doc1')?.map(({ state }) => state)).toEqual(['released']);
    expect(books.snapshots.get('1001/1')).not.toHaveProperty('writtenPrice');
  });

  it('is refused once anything was received, in part or whole (R19)', () => {
    const books = taken(R02);
    did(books, 'receive', { lines: ['1001/1'] });
    expect(refusedWith(books.act('reject'))).toEqual(['ALREADY_RECEIVED']);
    expect(refusedWith(taken(R02, PARTIAL).act('reject'))).toEqual(['ALREADY_RECEIVED']);
  });

  it('keeps what a person changed on the order since, and says so (R20)', () => {
    const books = did(taken(T23), 'update');
    const [first, ...others] = ORDER_1001.lines;
    if (first === undefined) throw new Error('the order has lines');
    books.orders.set('1001', { ...ORDER_1001, lines: [{ ...first, price: '90.00', quantity: '12' }, ...others] });
    did(books, 'reject');
    const kept = { code: 'USER_EDIT_KEPT', at: '1001/1', expected: '10', actual: '12' };
    expect(books.result().reasons).toContainEqual(kept);
    expect(books.audit.at(-1)?.reasons).toEqual([kept]);
    const line = books.orders.get('1001')?.lines[0];
    if (line === undefined) throw new Error('the order has a line');
    // Visma has our price in its file; the rejection takes it back all the same.
    expect(orderLineInForce(line, books.snapshots.get('1001/1'))).toMatchObject({ price: '100.00', writtenBy: null });
  });
});

describe('link and unlink', () => {
  it('an unknown product is linked by hand, above every tier, and stays so when it is decided again', () => {
    const books = IN_STATUS[9]?.() ?? new Books();
    did(books, 'link', { lines: ['2'], order: '1001/3' });
    expect(books.linked()).toEqual(['1 -> 1001/1', '2 -> 1001/3']);
    expect(books.result().links[1]).toMatchObject({ tier: 'manual', class: 'A', evidence: ['operator'] });
    expect(books.result().reasons.map(({ code }) => code)).not.toContain('PRODUCT_UNKNOWN');
    expect(books.documents.get('doc1')?.byHand?.lines).toEqual([
      { invoiceLineId: '2', orderNo: '1001', orderLineNo: 3, by: 'user:kari', at: '2026-11-21T18:00:00.000Z' },
    ]);
    did(books, 'match');
    expect(books.linked()).toEqual(['1 -> 1001/1', '2 -> 1001/3']);
    expect([...books.learned.values()]).toMatchObject([
      { supplierNo: '50001', alias: 'x-1', productNo: 'C', status: 'unconfirmed', learnedBy: 'kari' },
    ]);
  });

  it('a later invoice with the same item is found by what was learned, and its receipt confirms it', () => {
    const books = IN_STATUS[9]?.() ?? new Books();
    did(books, 'link', { lines: ['2'], order: '1001/3' });
    books.take(invoice({ ref: '1001', number: 'F-2', lines: [{ sku: 'X-1', q: '20', pr: '12.50' }] }), 'doc2');
    expect(books.linked('doc2')).toEqual(['1 -> 1001/3']);
    expect(refusedWith(books.act('receive', {}, 'doc2'))).toEqual([]);
    expect([...books.learned.values()]).toMatchObject([{ status: 'confirmed', confirmedTimes: 1 }]);
  });

  it('to an order that the invoice does not name, of the same supplier', () => {
    const books = taken(T23);
    books.orders.set('1005', order('1005', [{ no: 7, p: 'A', q: '10', pr: '90.00' }]));
    did(books, 'link', { lines: ['1'], order: '1005/7' });
    expect(books.linked()).toEqual(['1 -> 1005/7']);
    expect(books.lines()).toEqual(['1005/7 matched-inside']);
    expect(books.result().purchaseOrderNo).toBe('1005');
  });

  it('to a product leaves the choice of its order line to the tiers', () => {
    const books = IN_STATUS[9]?.() ?? new Books();
    did(books, 'link', { lines: ['2'], product: 'C' });
    expect(books.linked()).toEqual(['1 -> 1001/1', '2 -> 1001/3']);
    expect(books.result().links[1]?.evidence).toContain('operator');
  });

  it('unlink takes the line out until it is linked again, and lets go of what it reserved', () => {
    const books = did(taken(R02), 'unlink', { lines: ['2'] });
    expect(books.linked()).toEqual(['1 -> 1001/1']);
    expect(books.links.get('doc1')?.map((link) => link.orderLineNo)).toEqual([1]);
    expect(books.result().reasons).toContainEqual({ code: 'UNLINKED_BY_HAND', at: 'line:2' });
    expect(refusedWith(books.act('receive'))).toEqual(['NOT_ALL_LINKED']);
    expect(refusedWith(books.act('unlink', { lines: ['2'] }))).toEqual(['NOTHING_LINKED']);
    did(books, 'match');
    expect(books.linked()).toEqual(['1 -> 1001/1']);
    expect(did(books, 'link', { lines: ['2'], product: 'B' }).linked()).toEqual(['1 -> 1001/1', '2 -> 1001/2']);
  });

  it('unlinking a line takes its values back from the order', () => {
    const books = did(did(taken(T23), 'update'), 'unlink', { lines: ['1'] });
    expect(books.snapshots.get('1001/1')).not.toHaveProperty('writtenPrice');
  });

  it.each([
    ['no line', { order: '1001/2' }, 'INSTRUCTION_INCOMPLETE'],
    ['two lines', { lines: ['1', '2'], order: '1001/2' }, 'INSTRUCTION_INCOMPLETE'],
    ['no target', { lines: ['1'] }, 'INSTRUCTION_INCOMPLETE'],
    ['no order line', { lines: ['1'], order: '1001' }, 'INSTRUCTION_INCOMPLETE'],
    ['a line that is not on the invoice', { lines: ['7'], order: '1001/2' }, 'LINE_NOT_FOUND'],
    ['an unknown order', { lines: ['1'], order: '9999/1' }, 'ORDER_NOT_FOUND'],
    ['an order line that is not there', { lines: ['1'], order: '1001/9' }, 'LINE_NOT_FOUND'],
    ['an order of another supplier', { lines: ['1'], order: '2001/1' }, 'SUPPLIER_MISMATCH'],
    ['a gross order', { lines: ['1'], order: '2002/1' }, 'GROSS_ORDER'],
    ['a cancelled order', { lines: ['1'], order: '2003/1' }, 'ORDER_CANCELLED'],
    ['an order in another currency', { lines: ['1'], order: '2004/1' }, 'CURRENCY_MISMATCH'],
    ['a unit that cannot be converted', { lines: ['1'], order: '2005/1' }, 'UNIT_NOT_CONVERTIBLE'],
    [
      'a product that is not that of the order line',
      { lines: ['1'], order: '1001/2', product: 'A' },
      'PRODUCT_CONFLICT',
    ],
    ['a product that nobody knows', { lines: ['1'], product: 'Z' }, 'PRODUCT_UNKNOWN'],
  ])('link to %s is refused, and changes nothing', (_what, more, code) => {
    const books = taken(T23);
    const other = (orderNo: string, less: Parameters<typeof order>[2], unit = 'H87') =>
      books.orders.set(orderNo, order(orderNo, [{ p: 'A', q: '10', pr: '90.00', unit }], less));
    other('2001', { supplierNo: '50002' });
    other('2002', { gross: true });
    other('2003', { cancelled: true });
    other('2004', { currency: 'EUR' });
    other('2005', {}, 'KGM');
    const before = books.result();
    expect(refusedWith(books.act('link', more))[0]).toBe(code);
    expect(books.result()).toEqual(before);
    expect(books.audit.length).toBe(1);
  });
});
