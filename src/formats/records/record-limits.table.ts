/** What readers of records keep at most, far beyond honest files and well before memory runs out. */
export const RECORD_LIMITS = {
  /** Characters of one line, or of one value of a line. */
  lineCharacters: 1_000_000,
  /** Columns or fields of one line. */
  columns: 10_000,
  /** Values of one record, its lines together. */
  values: 1_500_000,
  /** Values that stand around records and stay. */
  valuesAround: 100_000,
  /** Characters of those values. */
  charactersAround: 5_000_000,
} as const;
