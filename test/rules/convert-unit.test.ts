import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { UNITS } from '../../src/domain/unit.table.ts';
import { convertQuantity, unitConversion } from '../../src/rules/order-match/convert-unit.ts';

const convert = (quantity: string, from?: string, to?: string, pack?: Parameters<typeof unitConversion>[2]) => {
  const conversion = unitConversion(from, to, pack);
  return conversion && convertQuantity(decimal(quantity), conversion).toFixed();
};

describe('units', () => {
  it('convert within their family, exactly', () => {
    expect(convert('2500', 'GRM', 'KGM')).toBe('2.5');
    expect(convert('1', 'DZN', 'H87')).toBe('12');
    expect(convert('90', 'MIN', 'HUR')).toBe('1.5');
    expect(convert('1', 'MTQ', 'LTR')).toBe('1000');
    expect(convert('3', ' ea ', 'C62')).toBe('3');
  });

  it('never across families, nor from a package that nobody described', () => {
    for (const [from, to] of [
      ['LTR', 'H87'],
      ['KGM', 'LTR'],
      ['XCT', 'H87'],
      ['MON', 'DAY'],
      ['XYZ', 'H87'],
    ] as const)
      expect(convert('1', from, to)).toBeUndefined();
  });

  it("follow the supplier's package both ways, through the unit of its content", () => {
    const pack = { unit: 'XCT', quantity: decimal('12'), contentUnit: 'H87' };
    expect(convert('2', 'XCT', 'H87', pack)).toBe('24');
    expect(convert('24', 'EA', 'XCT', pack)).toBe('2');
    expect(convert('1', 'XCT', 'DZN', pack)).toBe('1');
    expect(convert('1', 'XCT', 'LTR', pack)).toBeUndefined();
  });

  it('mean the same where a side states none', () => {
    expect(convert('7', undefined, 'KGM')).toBe('7');
    expect(convert('7', 'KGM', undefined)).toBe('7');
  });

  it('convert there and back without loss', () => {
    const codes = Object.keys(UNITS);
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.constantFrom(...codes),
        fc.integer({ min: 1, max: 9999 }),
        (from, to, count) => {
          const there = unitConversion(from, to, undefined);
          const back = unitConversion(to, from, undefined);
          if (there === undefined || back === undefined) return;
          expect(there.times.times(back.times).eq(there.dividedBy.times(back.dividedBy)) || from === to).toBe(true);
          expect(convertQuantity(decimal(String(count)), there).gt(decimal('0')) || count < 1e-9).toBe(true);
        },
      ),
    );
  });
});
