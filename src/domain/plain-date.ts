/** The day after a plain date. */
export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** The last answer, by zone and minute: every midnight of every zone falls on a full minute, and thousands of files share one. */
let last = { zone: '', minute: '', date: '' };

/** The plain date ("2026-11-21") of an instant ("2026-11-21T18:17:00.000Z") in a time zone; what "today" means to a site. */
export function dateInZone(instant: string, timeZone: string): string {
  const minute = instant.slice(0, 16);
  if (last.minute !== minute || last.zone !== timeZone) {
    const date = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    last = { zone: timeZone, minute, date };
  }
  return last.date;
}

/** The plain date so many days later; earlier where `days` is negative. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** The day of the month that a plain date is: 1 to 31. */
export function dayOfMonth(date: string): number {
  return Temporal.PlainDate.from(date).day;
}

/**
 * A day of the month that lies `months` after the month of a plain date. A day that this month does not have is its
 * last: the 31st of April is the 30th.
 */
export function dayInMonth(date: string, months: number, day: number): string {
  const first = Temporal.PlainDate.from(date).with({ day: 1 }).add({ months });
  return first.with({ day: Math.min(Math.max(day, 1), first.daysInMonth) }).toString();
}

/** The time of day of an instant in a time zone, in full seconds and with its offset: "19:17:00+01:00". */
export function timeInZone(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${zoned.toPlainTime().toString({ smallestUnit: 'second' })}${zoned.offset}`;
}
