import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DUE_DATE_TYPES, type DueDateType, type PaymentTerms } from '../../../src/domain/payment-terms.ts';
import { addDays, daysBetween } from '../../../src/domain/plain-date.ts';
import { dueDateByTerms } from '../../../src/rules/payment-terms/due-date.ts';
import { termsOfCode } from '../../../src/rules/payment-terms/terms-of-code.ts';

const plainDates = fc.integer({ min: -9_000, max: 9_000 }).map((days) => addDays('2026-11-21', days));
const types = fc.constantFrom(...(Object.keys(DUE_DATE_TYPES) as DueDateType[]));

describe('the due date by terms', () => {
  it.each([
    ['2026-11-02', 'fixed-days', 30, '2026-12-02'],
    ['2026-11-02', 'fixed-days', 0, '2026-11-02'],
    ['2028-02-28', 'fixed-days', 1, '2028-02-29'],
    // Y10: days first, then the end of the month.
    ['2027-01-31', 'end-of-month', 30, '2027-03-31'],
    ['2027-02-01', 'end-of-month', 30, '2027-03-31'],
    ['2028-01-30', 'end-of-month', 30, '2028-02-29'],
    ['2027-02-01', 'end-of-month', 0, '2027-02-28'],
    ['2027-01-31', 'end-of-next-month', 0, '2027-02-28'],
    ['2027-12-15', 'end-of-next-month', 0, '2028-01-31'],
    ['2027-01-31', 'end-of-next-month', 30, '2027-04-30'],
    ['2027-01-31', 'day-of-next-month', 15, '2027-02-15'],
    ['2027-01-05', 'day-of-next-month', 31, '2027-02-28'],
    ['2027-01-05', 'day-of-month', 15, '2027-01-15'],
    ['2027-01-15', 'day-of-month', 15, '2027-01-15'],
    ['2027-01-16', 'day-of-month', 15, '2027-02-15'],
    ['2027-02-10', 'day-of-month', 31, '2027-02-28'],
    ['2027-02-28', 'day-of-month', 31, '2027-02-28'],
    ['2027-12-20', 'day-of-month', 10, '2028-01-10'],
    ['2027-01-31', 'fixed-days-from-next-month', 14, '2027-02-15'],
    ['2027-01-01', 'fixed-days-from-next-month', 0, '2027-02-01'],
    ['2027-12-31', 'fixed-days-from-next-month', 30, '2028-01-31'],
    ['2027-01-31', 'custom', 30, undefined],
    ['9999-12-31', 'fixed-days', 1, undefined],
  ] as const)('%s, %s %i: %s', (from, dueDateType, days, due) => {
    expect(dueDateByTerms(from, { dueDateType, days })).toBe(due);
  });

  it('is never before the invoice, and the end of a month is one', () => {
    fc.assert(
      fc.property(plainDates, types, fc.integer({ min: 0, max: 400 }), (from, dueDateType, days) => {
        const due = dueDateByTerms(from, { dueDateType, days });
        expect(due === undefined).toBe(dueDateType === 'custom');
        if (due === undefined) return;
        expect(daysBetween(from, due)).toBeGreaterThanOrEqual(0);
        if (dueDateType.startsWith('end-of')) expect(addDays(due, 1)).toMatch(/-01$/);
      }),
    );
  });

  it('of a day of the next month stays in the next month, however short it is', () => {
    fc.assert(
      fc.property(plainDates, fc.integer({ min: 1, max: 31 }), (from, days) => {
        const due = dueDateByTerms(from, { dueDateType: 'day-of-next-month', days }) ?? '';
        const next = dueDateByTerms(from, { dueDateType: 'fixed-days-from-next-month', days: 0 }) ?? '';
        expect(due.slice(0, 7)).toBe(next.slice(0, 7));
      }),
    );
  });

  it('with more days is never earlier, where days are days', () => {
    const counted = fc.constantFrom('fixed-days', 'end-of-month', 'end-of-next-month', 'fixed-days-from-next-month');
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(plainDates, counted, days, days, (from, type, fewer, more) => {
        const due = (count: number) => dueDateByTerms(from, { dueDateType: type as DueDateType, days: count }) ?? '';
        expect(due(fewer) <= due(fewer + more)).toBe(true);
      }),
    );
  });
});

describe('what a code means', () => {
  const row = (entity: string, days: number): PaymentTerms => ({
    entity,
    code: '30',
    vismaTerms: `V${days}`,
    dueDateType: 'fixed-days',
    days,
  });

  it.each([
    ['all', [row('*', 30)], ['NO01', 'SE01'], 30],
    ['the one entity before all', [row('*', 30), row('NO01', 20)], ['NO01'], 20],
    ['entities that agree', [row('NO01', 20), row('SE01', 20)], ['NO01', 'SE01'], 20],
    ['the one that says something', [row('NO01', 20)], ['NO01', 'SE01'], 20],
    ['all, where entities disagree', [row('NO01', 20), row('SE01', 10), row('*', 30)], ['NO01', 'SE01'], 30],
    ['all, where one entity has it', [row('NO01', 20), row('*', 30)], ['NO01', 'SE01'], 30],
    ['nothing, where entities disagree', [row('NO01', 20), row('SE01', 10)], ['NO01', 'SE01'], undefined],
    ['nothing, where another entity has it', [row('SE01', 10)], ['NO01'], undefined],
    ['all, where no entity is asked', [row('NO01', 20), row('*', 30)], [], 30],
  ] as const)('%s', (_name, rows, entities, days) => {
    expect(termsOfCode('30', rows, entities)?.days).toBe(days);
    expect(termsOfCode('30', [...rows].reverse(), [...entities].reverse())?.days).toBe(days);
    expect(termsOfCode('3', rows, entities)).toBeUndefined();
  });
});
