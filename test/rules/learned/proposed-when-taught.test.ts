import { describe, expect, it } from 'vitest';
import { invoice } from '../invoice-in-words.ts';
import { alternatives, ORDER_1001 } from '../order-match-world.ts';
import { Books, refusedWith } from '../processings-world.ts';
import { learnedLink } from './learned-world.ts';

const A = { sku: 'A-100', q: '10', pr: '100.00' };
const X = { sku: 'X-1', q: '5', pr: '200.00' };
const Y = { sku: 'Y-1', q: '20', pr: '12.50' };
const X_IS_B = {
  supplierNo: '50001',
  productNo: 'B',
  supplierProductNo: 'X-1',
  replaces: 'B-200',
  learnedLink: '50001/sellers-item-id/x-1/B/1',
};
const Y_IS_C = {
  supplierNo: '50001',
  productNo: 'C',
  supplierProductNo: 'Y-1',
  replaces: 'C-300',
  learnedLink: '50001/sellers-item-id/y-1/C/1',
};

/** Line 2 of three is linked to the product B, whose number at the supplier we did not know. */
function linked(more: { sku?: string; name?: string } = {}): Books {
  const books = new Books([ORDER_1001]);
  books.take(invoice({ ref: '1001', lines: [A, { ...X, ...more }, Y] }));
  expect(refusedWith(books.act('link', { lines: ['2'], order: '1001/2' }))).toEqual([]);
  return books;
}

describe('what a link by hand proposes to Visma (order-match.md 21)', () => {
  it('the result of the link itself proposes the delivery alternative that was taught', () => {
    const books = linked();
    expect(books.result().deliveryAlternativeProposals).toEqual([X_IS_B]);
    expect(books.outputs.at(-1)?.deliveryAlternativeProposals).toEqual([X_IS_B]);
  });

  it('a second link adds its own, and a match afterwards keeps both and sends nothing anew', () => {
    const books = linked();
    books.act('link', { lines: ['3'], product: 'C' });
    expect(books.result().deliveryAlternativeProposals).toEqual([X_IS_B, Y_IS_C]);
    const sent = books.outputs.length;
    expect(refusedWith(books.act('match'))).toEqual([]);
    expect(books.result().deliveryAlternativeProposals).toEqual([X_IS_B, Y_IS_C]);
    expect(books.outputs.length).toBe(sent);
  });

  it('ends when Visma’s file says it, also where the line stays in a person’s hands', () => {
    const books = linked();
    const supplierProductNo = 'X-1';
    books.alternatives = alternatives().map((one) => (one.productNo === 'B' ? { ...one, supplierProductNo } : one));
    books.act('match');
    expect(books.result()).not.toHaveProperty('deliveryAlternativeProposals');
  });

  it('nothing for a name, nor for what contradicts what was taught before, nor after an unlink', () => {
    expect(linked({ sku: '', name: 'Blå penn' }).result()).not.toHaveProperty('deliveryAlternativeProposals');
    const books = new Books([ORDER_1001]);
    const before = learnedLink({ productNo: 'C', learnedFrom: 'doc0' });
    books.learned.set('50001/sellers-item-id/x-1/C/1', before);
    books.take(invoice({ ref: '1001', lines: [A, X] }));
    expect(refusedWith(books.act('link', { lines: ['2'], order: '1001/2' }))).toEqual([]);
    expect(books.result()).not.toHaveProperty('deliveryAlternativeProposals');
    const unlinked = linked();
    unlinked.act('unlink', { lines: ['2'] });
    expect(unlinked.result()).not.toHaveProperty('deliveryAlternativeProposals');
  });

  it('a rejected invoice proposes nothing any more', () => {
    const books = linked();
    expect(refusedWith(books.act('reject'))).toEqual([]);
    expect(books.result()).not.toHaveProperty('deliveryAlternativeProposals');
  });
});
