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

/** The time of day of an instant in a time zone, in full seconds and with its offset: "19:17:00+01:00". */
export function timeInZone(instant: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return `${zoned.toPlainTime().toString({ smallestUnit: 'second' })}${zoned.offset}`;
}
