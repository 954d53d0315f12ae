import { describe, expect, it } from 'vitest';
import { invoice } from './invoice-in-words.ts';
import { facts, match, order, reasonsOf } from './order-match-world.ts';

const ORDER = order('1001', [
  { p: 'A', q: '20', pr: '100.00', inv: '10' },
  { p: 'B', q: '5', pr: '200.00', inv: '5' },
]);

const decided = (credit: boolean, ...lines: { sku: string; q: string; pr: string }[]) => {
  const { result } = match(invoice({ ref: '1001', credit, lines }), facts({ orders: [ORDER] }));
  return { status: result.status.code, reasons: reasonsOf(result), received: result.receipt !== null };
};

describe('a credit note below zero', () => {
  it('is held, since it would be received as goods that its sender means to take back', () => {
    expect(decided(true, { sku: 'A-100', q: '-10', pr: '100.00' })).toEqual({
      status: 8,
      reasons: ['NEGATIVE_CREDIT_NOTE net'],
      received: false,
    });
  });

  it('is not one with a negative line that leaves it above zero, nor an invoice of returns', () => {
    const lines = [
      { sku: 'A-100', q: '-1', pr: '100.00' },
      { sku: 'B-200', q: '5', pr: '200.00' },
    ];
    expect(decided(true, ...lines)).toMatchObject({ status: 1, reasons: [] });
    expect(decided(false, { sku: 'A-100', q: '-10', pr: '100.00' })).toMatchObject({ status: 1, reasons: [] });
  });
});
