import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decimal,
  decimalOrUndefined,
  decimalText,
  divide,
  isDecimalText,
  max,
  min,
  round,
  roundedText,
  sum,
} from '../../src/domain/decimal.ts';

/** An exact decimal as a count of 10^-scale: arithmetic that shares nothing with the code under test. */
interface Counted {
  count: bigint;
  scale: number;
}

const counted = fc.record({
  count: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.integer({ min: 0, max: 10 }),
});

function text({ count, scale }: Counted): string {
  const digits = (count < 0n ? -count : count).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${count < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(digits.length - scale)}` : ''}`;
}

const atScale = (value: Counted, scale: number): bigint => value.count * 10n ** BigInt(scale - value.scale);

/** The count rounded to fewer decimals, half away from zero. */
function roundedCount(value: Counted, scale: number): bigint {
  if (scale >= value.scale) return atScale(value, scale);
  return dividedHalfAway(value.count, 10n ** BigInt(value.scale - scale));
}

function dividedHalfAway(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * a + b) / (2n * b);
  return negative ? -quotient : quotient;
}

const same = (value: ReturnType<typeof decimal>, expected: Counted) =>
  expect(value.eq(decimal(text(expected)))).toBe(true);

describe('exact decimals agree with counting in BigInt', () => {
  test('sum, difference and product', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const scale = Math.max(a.scale, b.scale);
        const [x, y] = [decimal(text(a)), decimal(text(b))];
        same(x.plus(y), { count: atScale(a, scale) + atScale(b, scale), scale });
        same(x.minus(y), { count: atScale(a, scale) - atScale(b, scale), scale });
        same(x.times(y), { count: a.count * b.count, scale: a.scale + b.scale });
        same(sum([x, y, x]), { count: 2n * atScale(a, scale) + atScale(b, scale), scale });
      }),
    );
  });

  test('order: cmp, min and max', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [x, y] = [decimal(text(a)), decimal(text(b))];
        const scale = Math.max(a.scale, b.scale);
        const less = atScale(a, scale) <= atScale(b, scale);
        expect(min(x, y).eq(less ? x : y)).toBe(true);
        expect(max(x, y).eq(less ? y : x)).toBe(true);
      }),
    );
  });

  test('rounding is half away from zero, on both sides of zero', () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 8 }), (a, decimals) => {
        const expected = { count: roundedCount(a, decimals), scale: decimals };
        same(round(decimal(text(a)), decimals), expected);
        expect(roundedText(decimal(text(a)), decimals)).toBe(text(expected));
      }),
    );
    expect(roundedText(decimal('0.005'), 2)).toBe('0.01');
    expect(roundedText(decimal('-0.005'), 2)).toBe('-0.01');
    expect(roundedText(decimal('-0.004'), 2)).toBe('0.00');
  });

  test('a quotient is rounded once, half away from zero', () => {
    fc.assert(
      fc.property(
        counted,
        counted.filter((b) => b.count !== 0n),
        fc.integer({ min: 0, max: 12 }),
        (a, b, decimals) => {
          // a / b with `decimals` decimals: both at one scale, then counted in 10^-decimals.
          const scale = Math.max(a.scale, b.scale);
          const count = dividedHalfAway(atScale(a, scale) * 10n ** BigInt(decimals), atScale(b, scale));
          same(divide(decimal(text(a)), decimal(text(b)), decimals), { count, scale: decimals });
        },
      ),
    );
    expect(() => divide(decimal('1'), decimal('0'), 2)).toThrow();
  });
});

test('no decimal is changed by what is done with it: one serves whoever states the same text', () => {
  fc.assert(
    fc.property(counted, counted, fc.integer({ min: 0, max: 6 }), (one, other, decimals) => {
      const texts = [text(one), text(other)] as const;
      const [a, b] = [decimal(texts[0]), decimal(texts[1])];
      const parts = () => texts.map((one) => decimal(one)).map(({ s, e, c }) => ({ s, e, c: [...c] }));
      const before = parts();
      const results = [
        a.plus(b),
        a.minus(b),
        a.times(b),
        a.abs(),
        round(a, decimals),
        sum([a, b, a]),
        min(a, b),
        max(a, b),
      ];
      if (decimalText(b) !== '0') results.push(divide(a, b, decimals));
      for (const result of results) decimalText(result);
      roundedText(a, decimals);
      expect(parts()).toEqual(before);
      expect([decimalText(decimal(texts[0])), decimalText(decimal(texts[1]))]).toEqual([
        decimalText(a),
        decimalText(b),
      ]);
    }),
  );
});

describe('the text of a decimal', () => {
  test('goes in and comes out unchanged in value, without an exponent', () => {
    fc.assert(
      fc.property(counted, (a) => {
        const written = decimalText(decimal(text(a)));
        expect(written).toMatch(/^-?\d+(\.\d+)?$/);
        expect(written).not.toMatch(/^-0(\.0*)?$/);
        same(decimal(written), a);
      }),
    );
  });

  test.each([
    '1e3',
    '+1',
    '1,00',
    '.5',
    '1-',
    '',
    ' 1',
    '1 ',
    '٣',
    'NaN',
    'Infinity',
    '--1',
    '1.2.3',
    '0x10',
    '9'.repeat(61),
  ])('%j is none', (wrong) => {
    expect(isDecimalText(wrong)).toBe(false);
    expect(decimalOrUndefined(wrong)).toBeUndefined();
    expect(() => decimal(wrong)).toThrow(RangeError);
  });

  test.each([
    ['10380.', '10380'],
    ['-12.50', '-12.5'],
    ['007', '7'],
    ['-0', '0'],
    ['0.10', '0.1'],
  ])('%s is %s', (written, shortest) => {
    expect(decimalText(decimal(written))).toBe(shortest);
  });

  test('a binary float is refused, so that none can slip in', () => {
    expect(() => decimal('1').plus(0.1 as never)).toThrow();
  });
});
