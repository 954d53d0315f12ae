const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * An xsd:date as a plain date. A zone is dropped and the day is kept as it was written: an invoice of 22 August is
 * of 22 August wherever it is read. Undefined for what is no day of a year of four digits (one sender wrote 20013).
 */
export function plainDay(text: string): string | undefined {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = month === '02' && leap ? 29 : DAYS[Number(month) - 1];
  if (last === undefined || Number(day) < 1 || Number(day) > last || year === '0000') return undefined;
  return `${year}-${month}-${day}`;
}
