const DAYS = { day: 1, days: 1, month: 31, months: 31, year: 366, years: 366 } as const;

/** "90 days", "6 months", "10 years" in days, never fewer than meant. Throws a RangeError on anything else: the schema refuses it before. */
export function daysOf(retention: string): number {
  const [, count, unit] = /^(\d{1,4}) (days?|months?|years?)$/.exec(retention) ?? [];
  if (count === undefined || unit === undefined) throw new RangeError(`not a retention: "${retention}"`);
  return Number(count) * DAYS[unit as keyof typeof DAYS];
}
