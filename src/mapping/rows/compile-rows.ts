import { type CompiledPath, compilePath, type Prefixes } from './compile-path.ts';
import { CONVERTERS, type Converter } from './converter.table.ts';
import type { Row } from './row.ts';

/** A row whose paths are compiled and which holds for the source at hand. */
export type CompiledRow =
  | { does: 'value'; to: string; from: CompiledPath; converter: Converter; firstCounts: boolean }
  | { does: 'group'; to: string; at: CompiledPath; needs: string | null; rows: readonly CompiledRow[] }
  | { does: 'list'; to: string; each: CompiledPath; needs: string | null; rows: readonly CompiledRow[] }
  | {
      does: 'split';
      each: CompiledPath;
      by: CompiledPath;
      whenTrue: string;
      whenFalse: string;
      rows: readonly CompiledRow[];
    }
  | { does: 'texts'; to: string; from: CompiledPath | null; distinct: boolean; join: string | null };

/** Compiles the rows that hold for one kind of source. Done once per kind, never per document. */
export function compileRows<Only>(
  rows: readonly Row<Only>[],
  prefixes: Prefixes,
  holds: (only: Only) => boolean,
): readonly CompiledRow[] {
  const inner = (some: readonly Row<Only>[]): readonly CompiledRow[] => compileRows(some, prefixes, holds);
  const path = (text: string): CompiledPath => compilePath(text, prefixes);
  return rows
    .filter((row) => row.only === undefined || holds(row.only))
    .map((row): CompiledRow => {
      if ('from' in row)
        return {
          does: 'value',
          to: row.to,
          from: path(row.from),
          converter: CONVERTERS[row.convert ?? 'text'],
          firstCounts: row.firstCounts ?? false,
        };
      if ('at' in row)
        return { does: 'group', to: row.to, at: path(row.at), needs: row.needs ?? null, rows: inner(row.rows) };
      if ('each' in row)
        return { does: 'list', to: row.to, each: path(row.each), needs: row.needs ?? null, rows: inner(row.rows) };
      if ('texts' in row) {
        const from = row.texts === '' ? null : path(row.texts);
        return { does: 'texts', to: row.to, from, distinct: row.distinct ?? false, join: row.join ?? null };
      }
      const { whenTrue, whenFalse } = row;
      return { does: 'split', each: path(row.split), by: path(row.by), whenTrue, whenFalse, rows: inner(row.rows) };
    });
}
