/** What became of invoices that were matched again together. */
export interface MatchedTogether {
  /** Those that were decided again. */
  matched: number;
  /** Of those, the ones whose result says something else now. */
  changed: { key: string; status: number }[];
  /** Others that were decided again because one of these let go, and whose result says something else now. */
  woken: { key: string; status: number }[];
  /** Those that could not be decided again: dealt with meanwhile, or what was received of them would get lost. */
  refused: { key: string; code: string; message: string }[];
}
