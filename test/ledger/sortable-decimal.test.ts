import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { sortableDecimal } from '../../src/ledger/sortable-decimal.ts';

const digits = (maxLength: number) => fc.stringMatching(/^\d+$/).map((text) => text.slice(0, maxLength));
const decimals = fc
  .tuple(fc.constantFrom('', '-'), digits(20), fc.option(digits(8), { nil: undefined }))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`);

test('the texts sort as the numbers do, and equal numbers have equal texts', () => {
  fc.assert(
    fc.property(decimals, decimals, (a, b) => {
      const [first, second] = [sortableDecimal(a) ?? '', sortableDecimal(b) ?? ''];
      const order = first < second ? -1 : first > second ? 1 : 0;
      expect(order).toBe(decimal(a).cmp(decimal(b)));
    }),
    { numRuns: 2000 },
  );
});

test('a number with more digits behind the point lies further from zero than the one it begins with', () => {
  const sameStart = fc.tuple(fc.constantFrom('', '-'), digits(6), digits(3), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(sameStart, ([sign, whole, fraction, more]) => {
      const [shorter, longer] = [`${sign}${whole}.${fraction}`, `${sign}${whole}.${fraction}${more}`];
      const order = (sortableDecimal(shorter) ?? '') < (sortableDecimal(longer) ?? '') ? -1 : 1;
      expect(order).toBe(sign === '-' ? 1 : -1);
    }),
  );
});

test.each([
  ['-0', '0.00'],
  ['10', '10.000'],
  ['007.10', '7.1'],
])('%s is %s', (a, b) => expect(sortableDecimal(a)).toBe(sortableDecimal(b)));

test.each(['', 'NaN', '1e3', '1 000', undefined])('%s is no amount', (text) =>
  expect(sortableDecimal(text)).toBeNull(),
);
