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

  it.each([
    [
      'count',
      ['1', 'MIL', 'H87', '1000'],
      ['1', 'GRO', 'DZN', '12'],
      ['5', 'PR', 'EA', '10'],
      ['250', 'C62', 'CEN', '2.5'],
    ],
    [
      'mass',
      ['1', 'TNE', 'KGM', '1000'],
      ['1', 'LBR', 'GRM', '453.59237'],
      ['16', 'ONZ', 'LBR', '1'],
      ['1', 'CWI', 'STI', '8'],
    ],
    [
      'length',
      ['1', 'SMI', 'MTR', '1609.344'],
      ['12', 'INH', 'FOT', '1'],
      ['1', 'AK', 'YRD', '2'],
      ['3', 'MMT', 'CMT', '0.3'],
    ],
    [
      'area',
      ['1', 'HAR', 'DAA', '10'],
      ['1', 'MTK', 'CMK', '10000'],
      ['9', 'FTK', 'YDK', '1'],
      ['1', 'H18', 'H16', '100'],
    ],
    [
      'volume',
      ['1', 'MTQ', 'DLT', '10000'],
      ['8', 'PTI', 'GLI', '1'],
      ['4', 'QTL', 'GLL', '1'],
      ['1', 'YDQ', 'FTQ', '27'],
    ],
    ['time', ['1', 'WEE', 'DAY', '7'], ['7.5', 'LH', 'HUR', '7.5'], ['1500', 'C26', 'SEC', '1.5']],
    ['energy', ['1', 'MWH', 'KWH', '1000'], ['3.6', '3B', 'KWH', '1'], ['1', 'GV', 'KJO', '1000000']],
    ['power, data, calendar', ['2', 'MAW', 'KWT', '2000'], ['1', 'E34', '4L', '1000'], ['1', 'ANN', 'QAN', '4']],
  ])('have exact factors: %s', (_family, ...rows) => {
    for (const [quantity = '', from, to, expected] of rows)
      expect([from, to, convert(quantity, from, to)]).toEqual([from, to, expected]);
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
