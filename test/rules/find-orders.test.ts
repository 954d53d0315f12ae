import { describe, expect, it } from 'vitest';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import { readOrderReference } from '../../src/rules/order-match/find-orders/order-reference.ts';
import { invoice, type InvoiceWords } from './invoice-in-words.ts';
import { codesOf, facts, match, order, reasonsOf, settings } from './order-match-world.ts';

/** Which orders an invoice speaks of (order-match.md 11). */

const A = { sku: 'A-100', q: '10', pr: '100.00' };
const orderNo = (no: string, more: Partial<PurchaseOrder> = {}) => order(no, [{ p: 'A', q: '10', pr: '100.00' }], more);
const found = (words: Partial<InvoiceWords>, orders: PurchaseOrder[], rules = settings()) =>
  match(invoice({ lines: [A], ...words }), facts({ orders }), rules).result;

describe('the header reference', () => {
  it.each([
    '1001',
    ' 1001 ',
    'PO-1001',
    'po-1001',
    '1001-2',
    '1001/1',
    '1001##2',
    'Best.nr 1001',
    '1001 av 02.11.2026',
  ])('"%s" is order 1001', (ref) => {
    expect(found({ ref }, [orderNo('1001')])).toMatchObject({ status: { code: 1 }, purchaseOrderNo: '1001' });
  });

  it.each(['NA', 'na', 'N/A', '0', '-', '---', '0000', ' '])('"%s" is none', (ref) => {
    expect(reasonsOf(found({ ref }, [orderNo('1001')]))).toEqual(['MISSING_VALUE order-number']);
  });

  it('is split only when the whole of it is no order', () => {
    expect(found({ ref: '1001-2' }, [orderNo('1001'), orderNo('1001-2')]).purchaseOrderNo).toBe('1001-2');
  });

  it('of several orders must name each of them', () => {
    const result = found({ ref: '1001, 1002' }, [orderNo('1001')]);
    expect([result.status.code, reasonsOf(result)]).toEqual([3, ['ORDER_NOT_FOUND order:1002']]);
  });

  it.each(['1001 1002', '1001 og 1002', '1001 / 1002', '1001/1002', 'PO-1001 PO-1002', '1001-1002', 'nr 1002 og 1001'])(
    '"%s" is both orders',
    (ref) => {
      const lines = [A, { sku: 'B-200', q: '5', pr: '200.00' }];
      const second = order('1002', [{ p: 'B', q: '5', pr: '200.00' }]);
      const result = found({ ref, lines }, [orderNo('1001'), second]);
      expect([result.status.code, result.orders.map((one) => one.orderNo)]).toEqual([1, ['1001', '1002']]);
    },
  );

  it.each(['1001 linje 2', '1001/2', '1001-2', 'Ordre 1001 uke 2'])(
    '"%s" is one order, although a line or a week has the number of another',
    (ref) => {
      const result = found({ ref }, [orderNo('1001'), orderNo('2')]);
      expect(result.orders.map((one) => one.orderNo)).toEqual(['1001']);
    },
  );

  it.each(['1001 1002', '1001/1002', '1001 av 2025'])('"%s" is the one of them that is an order', (ref) => {
    expect(found({ ref }, [orderNo('1001')])).toMatchObject({ status: { code: 1 }, purchaseOrderNo: '1001' });
  });

  it.each(['1001/26', '1001-26', '4711/26'])(
    '"%s" is none where only what stands behind a number is an order',
    (ref) => {
      expect(found({ ref }, [orderNo('26')]).status.code).toBe(3);
    },
  );

  it('of a cancelled order is 3, as is one of another supplier, and both wait', () => {
    expect(reasonsOf(found({ ref: '1001' }, [orderNo('1001', { cancelled: true })]))).toEqual([
      'ORDER_CANCELLED order:1001',
    ]);
    expect(reasonsOf(found({ ref: '1001' }, [orderNo('1001', { supplierNo: '50002' })]))).toEqual([
      'SUPPLIER_MISMATCH order:1001',
    ]);
  });

  it('that is far too long is cut before it is taken apart', () => {
    expect(readOrderReference('1-'.repeat(100_000), [])?.written).toHaveLength(500);
  });
});

describe('the line', () => {
  it('beats the header, and the header is not asked for when every line speaks', () => {
    const orders = [orderNo('1002')];
    expect(found({ ref: '9999', lines: [{ ...A, oref: '1002' }] }, orders)).toMatchObject({
      status: { code: 1 },
      purchaseOrderNo: '1002',
    });
  });

  it('with an unknown order is 3', () => {
    expect(reasonsOf(found({ ref: '1001', lines: [{ ...A, oref: '9999' }] }, [orderNo('1001')]))).toEqual([
      'ORDER_NOT_FOUND order:9999',
    ]);
  });

  it('without one takes the orders of the other lines', () => {
    const orders = [
      order('1001', [
        { p: 'A', q: '10', pr: '100.00' },
        { p: 'B', q: '5', pr: '200.00' },
      ]),
    ];
    expect(
      found(
        {
          lines: [
            { ...A, oref: '1001' },
            { sku: 'B-200', q: '5', pr: '200.00' },
          ],
        },
        orders,
      ).status.code,
    ).toBe(1);
  });

  it('reads "6171175.1" as a line reference of its own kind when there is no such order', () => {
    const result = found({ ref: '1001', lines: [{ ...A, lref: '6171175.1' }] }, [orderNo('1001')]);
    expect([result.status.code, codesOf(result)]).toEqual([1, ['ORDER_LINE_REFERENCE_IGNORED']]);
  });

  it('"1002##1" names an order even when it is not here yet', () => {
    expect(reasonsOf(found({ lines: [{ ...A, lref: '1002##1' }] }, []))).toEqual(['ORDER_NOT_FOUND order:1002']);
  });
});

describe('free text', () => {
  it("is used in the buyer's reference, and held for a nod in notes and item texts", () => {
    expect(found({ buyerRef: 'Kari / PO-1001' }, [orderNo('1001')]).status.code).toBe(1);
    const noted = found({ note: 'Viser til ordre 1001.' }, [orderNo('1001')]);
    expect([noted.status.code, reasonsOf(noted)]).toEqual([8, ['ORDER_FROM_TEXT order:1001']]);
    expect(codesOf(found({ lines: [{ ...A, name: 'Vare (ordre 1001)' }] }, [orderNo('1001')]))).toEqual([
      'ORDER_FROM_TEXT',
    ]);
  });

  it('is switched by the site', () => {
    const rules = (buyerReference: 'use' | 'propose' | 'off', note: 'use' | 'propose' | 'off') =>
      settings({}, { orderFromText: { buyerReference, note } });
    expect(codesOf(found({ buyerRef: '1001' }, [orderNo('1001')], rules('propose', 'off')))).toEqual([
      'ORDER_FROM_TEXT',
    ]);
    expect(codesOf(found({ buyerRef: '1001', note: '1001' }, [orderNo('1001')], rules('off', 'off')))).toEqual([
      'MISSING_VALUE',
    ]);
    expect(found({ note: '1001' }, [orderNo('1001')], rules('off', 'use')).status.code).toBe(1);
  });

  it('hits only a whole word, and only an open order of this supplier', () => {
    for (const orders of [
      [orderNo('100')],
      [orderNo('1001', { supplierNo: '50002' })],
      [orderNo('1001', { cancelled: true })],
      [order('1001', [{ p: 'A', q: '10', pr: '1.00', inv: '10' }])],
    ]) {
      expect(reasonsOf(found({ buyerRef: 'ordre 1001' }, orders))).toEqual(['MISSING_VALUE order-number']);
    }
  });

  it('does not count where a reference is stated', () => {
    expect(reasonsOf(found({ ref: '9999', buyerRef: '1001' }, [orderNo('1001')]))).toEqual([
      'ORDER_NOT_FOUND order:9999',
    ]);
  });

  it('waits for the orders that it may mean', () => {
    const { decision } = match(invoice({ buyerRef: 'Kari 1001', lines: [A] }), facts({ orders: [] }));
    expect(decision.changes[0]).toMatchObject({
      indexes: expect.arrayContaining([{ name: 'waits-for-order', value: '1001' }]),
    });
  });
});
