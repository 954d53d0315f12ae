import { NDJSON_EXPORT, XML_EXPORT } from '../support/large-files.ts';
import { type BenchRow, figure } from './bench-table.ts';
import type { Contestant } from './contestants.ts';
import { measureLargeFile } from './measure-large-file.ts';

/** A large file is answered within this time, or the bench says that it was not. */
const WITHIN_MS = 600_000;

/** Large files of orders, in a mapped form and as canonical documents: memory with its limit, and pace. */
export async function largeFileRows(
  contestant: Contestant,
  orders: number,
  say: (line: string) => void,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const form of [XML_EXPORT, NDJSON_EXPORT]) {
    say(`${orders} orders in one ${form.ending} file ...`);
    const { peakMB, fileMB, seconds } = await measureLargeFile(contestant, form, orders, WITHIN_MS);
    const what = `${orders} purchase orders in one ${form.ending} file of ${fileMB.toFixed(0)} MB, one of them bad`;
    if (peakMB !== null) rows.push(figure(`peak memory with ${what}`, peakMB, 'MB', 400));
    rows.push(figure('the same, drop to answer', fileMB / seconds, 'MB/s', null));
  }
  return rows;
}
