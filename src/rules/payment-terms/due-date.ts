import type { DueDateType, PaymentTerms } from '../../domain/payment-terms.ts';
import { addDays, dayInMonth, dayOfMonth } from '../../domain/plain-date.ts';

/** The last day of any month. */
const LAST_DAY = 31;

/** How each type counts from the invoice date. `custom` is known to Visma alone. */
const COUNT: Readonly<Record<DueDateType, (from: string, days: number) => string | undefined>> = {
  'fixed-days': addDays,
  'day-of-next-month': (from, day) => dayInMonth(from, 1, day),
  // Days first, then the end of the month (scenario Y10).
  'end-of-month': (from, days) => dayInMonth(addDays(from, days), 0, LAST_DAY),
  'end-of-next-month': (from, days) => dayInMonth(addDays(from, days), 1, LAST_DAY),
  // A day that is past by the invoice date is meant of the next month.
  'day-of-month': (from, day) => dayInMonth(from, dayOfMonth(from) > day ? 1 : 0, day),
  'fixed-days-from-next-month': (from, days) => addDays(dayInMonth(from, 1, 1), days),
  custom: () => undefined,
};

/** Years of four digits: the only plain dates that documents know. */
const PLAIN_DATE = /^\d{4}-/;

/**
 * The due date that payment terms give, counted from an invoice date; both are plain dates (order-match.md 20,
 * scenario Y10). `undefined` for custom terms, which nobody but Visma can count, and for a date beyond the year 9999.
 */
export function dueDateByTerms(from: string, terms: Pick<PaymentTerms, 'dueDateType' | 'days'>): string | undefined {
  const due = COUNT[terms.dueDateType](from, terms.days);
  return due !== undefined && PLAIN_DATE.test(due) ? due : undefined;
}
