import type { Change } from '../../../domain/decision.ts';

/** The ledger's counter of a voucher series; it holds the last number that was given. */
export function voucherCounter(seriesNo: number): string {
  return `voucher-series:${seriesNo}`;
}

/**
 * The number of a voucher, and the change that takes it: none where the series has no `next` in the settings, since
 * Visma gives the numbers then. No number is given twice and none is left out, unless `next` is set to a later one.
 * `last`: the last number of the series that was given, 0 or absent before the first.
 */
export function voucherNumber(
  series: { no: number; next: number | undefined },
  last: number | undefined,
): { voucherNo?: number; changes: Change[] } {
  if (series.next === undefined || last === undefined) return { changes: [] };
  const voucherNo = Math.max(last + 1, series.next);
  return { voucherNo, changes: [{ change: 'take-number', counter: voucherCounter(series.no), number: voucherNo }] };
}
