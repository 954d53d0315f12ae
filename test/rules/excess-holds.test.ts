import { describe, expect, it } from 'vitest';
import type { DeliveryAlternative } from '../../src/domain/documents.generated.ts';
import { invoice, type LineWords } from './invoice-in-words.ts';
import { alternatives, codesOf, facts, match, order, settings } from './order-match-world.ts';

/** A cent too little or too much of money says nothing of a quantity that is far too large. */

const PACKED: DeliveryAlternative[] = alternatives().map((one) =>
  one.productNo === 'A' ? { ...one, packQuantity: '12', packUnit: 'XCT' } : one,
);

function decided(line: LineWords, more: { noPartialReceipt?: boolean; credit?: boolean; inv?: string } = {}) {
  const lines = [
    { p: 'A', q: '24', pr: '10.00', inv: more.inv ?? '0' },
    { p: 'B', q: '5', pr: '200.00', inv: more.inv ?? '0' },
  ];
  const company = settings().company;
  const orderProcessing = { ...company.orderProcessing, noPartialReceipt: more.noPartialReceipt ?? true };
  const others = more.noPartialReceipt === false ? [{ sku: 'B-200', q: '5', pr: '200.00' }] : [];
  const { result } = match(
    invoice({ ref: '1001', lines: [{ sku: 'A-100', ...line }, ...others], credit: more.credit ?? false }),
    facts({ orders: [order('1001', lines)], alternatives: PACKED }),
    settings({ orderProcessing }),
  );
  const received = result.receipt?.productTransactions.map(({ orderLineNo }) => orderLineNo) ?? [];
  return { status: result.status.code, codes: codesOf(result), received, result };
}

const HELD = { status: 8, codes: ['OVER_QUANTITY', 'OVER_QUANTITY_OUTSIDE'], received: [] };

describe('more than is open, for the right money', () => {
  it('is held when pieces are written as packs: 24 cartons of 12 for 240.00 are not 24 pieces', () => {
    const { result, ...rest } = decided({ q: '24', unit: 'XCT', pr: '10.00' });
    expect(rest).toEqual(HELD);
    expect(result.orders[0]?.lines[0]).toMatchObject({ deviation: '0.00', insideTolerance: true });
    expect(result.reasons.find(({ code }) => code === 'OVER_QUANTITY_OUTSIDE')).toMatchObject({
      at: '1001/1',
      actual: '2640.00',
      allowed: '4.80',
    });
  });

  it('is held when a low price hides behind it', () => {
    expect(decided({ q: '48', pr: '5.00' })).toMatchObject(HELD);
  });

  it('is held on a credit note too', () => {
    expect(decided({ q: '12', pr: '10.00' }, { credit: true, inv: '6' })).toMatchObject({ status: 4 });
    expect(decided({ q: '12', pr: '5.00' }, { credit: true, inv: '6' })).toMatchObject(HELD);
  });

  it('holds its own line only where partial receipt is allowed', () => {
    const { status, received } = decided({ q: '48', pr: '5.00' }, { noPartialReceipt: false });
    expect([status, received]).toEqual([8, [2]]);
  });

  it('passes where the excess is inside the tolerance', () => {
    expect(decided({ q: '24.4', pr: '10.00' })).toMatchObject({ status: 1, codes: ['OVER_QUANTITY'], received: [1] });
  });

  it('is not said again where the amount is outside anyway', () => {
    expect(decided({ q: '30', pr: '10.00' })).toMatchObject({
      status: 4,
      codes: ['OUTSIDE_TOLERANCE', 'OVER_QUANTITY'],
      received: [],
    });
  });
});
