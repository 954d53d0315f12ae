import { describe, expect, it } from 'vitest';
import type { LinkState } from '../../src/domain/decision.ts';
import { invoice } from './invoice-in-words.ts';
import { codesOf, facts, match, type OrderLineWords, order, settings } from './order-match-world.ts';

/** What stands on the order besides what is invoiced speaks for another order line: a person decides (order-match.md 12). */

function decided(
  lines: readonly OrderLineWords[],
  line: { q: string; pr: string; lref?: string },
  automatic = false,
  links: LinkState[] = [],
) {
  const { result } = match(
    invoice({ ref: '1001', lines: [{ sku: 'A-100', ...line }] }),
    facts({ orders: [order('1001', lines)], links }),
    settings({}, { classCAutomatic: automatic }),
  );
  return {
    status: result.status.code,
    codes: codesOf(result),
    links: result.links.map((link) => `${link.orderNo}/${link.orderLineNo} ${link.class}`),
    received: result.receipt?.productTransactions.length ?? 0,
  };
}

describe('an order line reference that the price speaks against', () => {
  const TWO_PRICES = [
    { p: 'A', q: '40', pr: '75.00' },
    { p: 'A', q: '50', pr: '75.25' },
  ];

  it('keeps its link, and is held although the other price is inside the tolerance', () => {
    expect(decided(TWO_PRICES, { q: '40', pr: '75.00', lref: '2' })).toEqual({
      status: 8,
      codes: ['CLASS_C'],
      links: ['1001/2 C'],
      received: 0,
    });
  });

  it('passes where the site accepts such choices', () => {
    expect(decided(TWO_PRICES, { q: '40', pr: '75.00', lref: '2' }, true)).toMatchObject({ status: 1, received: 1 });
  });

  it.each([
    ['the price is that of the line', { q: '40', pr: '75.25', lref: '2' }],
    ['no line has the price', { q: '40', pr: '75.10', lref: '2' }],
  ])('does not hold where %s', (_, line) => {
    expect(decided(TWO_PRICES, line)).toMatchObject({ status: 1, links: ['1001/2 A'], received: 1 });
  });
});

describe('a quantity that agrees with a line of another booking', () => {
  it('is held where a line of the same price, booked otherwise, has room for it too', () => {
    const lines = [
      { p: 'A', q: '90', pr: '75.00', account: '4300' },
      { p: 'A', q: '40', pr: '75.00', account: '6540' },
    ];
    expect(decided(lines, { q: '40', pr: '75.00' })).toMatchObject({ status: 8, codes: ['CLASS_C'], received: 0 });
  });

  const BOTH = [
    { p: 'A', q: '49', pr: '75.00', account: '4300' },
    { p: 'A', q: '50', pr: '75.00', account: '6540' },
  ];
  const onLine = (orderLineNo: number, quantity: string, state: LinkState['state']): LinkState => ({
    documentId: 'earlier',
    invoiceLineId: '1',
    orderNo: '1001',
    orderLineNo,
    quantity,
    amount: '0.00',
    price: '75.00',
    kind: 'invoice',
    state,
  });

  it('is held where two lines share out all that is open, and a waiting invoice may have reserved the wrong booking', () => {
    const lines = [
      { p: 'A', q: '91', pr: '134.00' },
      { p: 'A', q: '118', pr: '134.00', account: '4300' },
    ];
    const two = [61, 103].map((q) => ({ sku: 'A-100', q: String(q), pr: '134.00' }));
    const ofTwo = (links: LinkState[]) =>
      match(invoice({ ref: '1001', lines: two }), facts({ orders: [order('1001', lines)], links })).result;
    const guessed = ofTwo([onLine(1, '45', 'pending')]);
    expect([guessed.status.code, codesOf(guessed)]).toEqual([8, ['CLASS_C']]);
    expect(ofTwo([onLine(1, '45', 'received')]).status.code).toBe(1); // nothing is a guess: all that is open is asked for
  });

  it('is held where a waiting invoice has guessed its way onto the other line', () => {
    const exact = decided(BOTH, { q: '50', pr: '75.00' }, false, [onLine(1, '49', 'pending')]);
    expect(exact).toMatchObject({ status: 1 });
    const contested = [onLine(1, '49', 'pending'), onLine(2, '6', 'pending')];
    expect(decided(BOTH, { q: '44', pr: '75.00' }, false, contested)).toMatchObject({ status: 8, codes: ['CLASS_C'] });
  });

  it('passes where the other line was received', () => {
    const received = [onLine(1, '49', 'received'), onLine(2, '6', 'received')];
    expect(decided(BOTH, { q: '44', pr: '75.00' }, false, received)).toMatchObject({ status: 1, received: 1 });
  });

  it.each([
    ['the other has no room for it', '30', '6540'],
    ['both are booked alike', '90', '4300'],
  ])('passes where %s', (_, quantity, account) => {
    const lines = [
      { p: 'A', q: quantity, pr: '75.00', account },
      { p: 'A', q: '40', pr: '75.00', account: '4300' },
    ];
    expect(decided(lines, { q: '40', pr: '75.00' })).toMatchObject({ status: 1, received: 1 });
  });

  it('passes where the invoice takes both lines whole, since then nothing depends on the choice', () => {
    const lines = [
      { p: 'A', q: '90', pr: '75.00', account: '4300' },
      { p: 'A', q: '40', pr: '75.00', account: '6540' },
    ];
    const words = ['90', '40'].map((q) => ({ sku: 'A-100', q, pr: '75.00' }));
    const { result } = match(invoice({ ref: '1001', lines: words }), facts({ orders: [order('1001', lines)] }));
    expect(result.status.code).toBe(1);
  });
});
