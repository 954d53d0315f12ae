import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInMonth, dayOfMonth, daysBetween } from '../../src/domain/plain-date.ts';

/** Plain dates of documents, by their distance from a day. */
const plainDates = fc.integer({ min: -40_000, max: 40_000 }).map((days) => addDays('2026-11-21', days));

describe('plain dates', () => {
  it.each([
    ['2027-01-31', 30, '2027-03-02'],
    ['2028-01-30', 30, '2028-02-29'],
    ['2027-12-31', 1, '2028-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it.each([
    ['2027-01-31', 1, 31, '2027-02-28'],
    ['2028-01-31', 1, 30, '2028-02-29'],
    ['2027-12-05', 1, 15, '2028-01-15'],
    ['2027-04-05', 0, 31, '2027-04-30'],
    ['2027-04-05', 0, 0, '2027-04-01'],
  ])('%s, %i months on, day %i is %s', (from, months, day, to) => {
    expect(dayInMonth(from, months, day)).toBe(to);
  });

  it('count there and back, and stay in the month that is meant', () => {
    fc.assert(
      fc.property(plainDates, fc.integer({ min: -9999, max: 9999 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(dayInMonth(from, 0, dayOfMonth(from))).toBe(from);
      }),
    );
  });
});
