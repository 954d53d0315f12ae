import { dayAfter } from '../../../domain/plain-date.ts';
import type { OrderMatchSettings } from '../../../domain/settings.generated.ts';

/** The settings about dates of vouchers. */
export type DateSettings = Pick<OrderMatchSettings, 'preregistrationDate' | 'closedUntil'>;

/**
 * The date of a pre-registration (order-match.md 15): the invoice's, or the day of registration where the settings say
 * so or the period of the invoice is closed. Plain dates.
 */
export function preregistrationDate(invoiceDate: string, today: string, settings: DateSettings): string {
  const wished = settings.preregistrationDate === 'invoice' ? invoiceDate : today;
  return isOpen(wished, settings) ? wished : firstOpenDay(today, settings);
}

/** The date of a counter-voucher: today, in an open period (scenario R16), and never before what it reverses. */
export function clearingDate(original: string, today: string, settings: DateSettings): string {
  return firstOpenDay(original > today ? original : today, settings);
}

/** The day itself, or the first one after the closed period. */
function firstOpenDay(day: string, settings: DateSettings): string {
  return settings.closedUntil === null || isOpen(day, settings) ? day : dayAfter(settings.closedUntil);
}

/** Plain dates compare as texts. */
function isOpen(day: string, { closedUntil }: DateSettings): boolean {
  return closedUntil === null || day > closedUntil;
}
