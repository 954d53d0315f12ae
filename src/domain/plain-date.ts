/** The plain date ("2026-11-21") of an instant in a time zone; what "today" means to a site. */
export function dateInZone(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
