import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/domain/decimal.ts';
import { largestDeviation, mayDeviate } from './limits.ts';

const money = fc.integer({ min: 1, max: 99_999_999 }).map((minor) => (minor / 100).toFixed(2));
const limits = fc.record({
  tolerancePercent: fc.constantFrom(null, '0', '1', '2.5', '50'),
  toleranceAmount: fc.constantFrom(null, '0', '0.01', '10.00', '500'),
});

describe('the largest deviation', () => {
  it('is inside, and a hundredth more is not', () => {
    fc.assert(
      fc.property(money, limits, fc.constantFrom(1 as const, -1 as const), (order, supplier, sign) => {
        const largest = largestDeviation(order, sign, supplier).times(String(sign));
        const inside = (deviation: ReturnType<typeof decimal>) =>
          mayDeviate(deviation, decimal(order).plus(deviation), supplier);
        expect(inside(largest)).toBe(true);
        expect(inside(largest.plus(decimal('0.01').times(String(sign))))).toBe(false);
      }),
    );
  });
});
