/** An instant as people of the site read their clocks: `2026-11-21 18:17:03`. What is no instant is given back as it is. */
export function instantText(instant: string | null | undefined, timeZone: string): string {
  if (instant === null || instant === undefined) return '';
  try {
    const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
    return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
  } catch {
    return instant;
  }
}
