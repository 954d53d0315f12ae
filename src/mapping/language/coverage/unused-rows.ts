import type { Place } from '../../../domain/documents.generated.ts';
import type { PlacedRow } from '../parse/placed-row.ts';

/** A row that gave nothing. */
export interface UnusedRow {
  /** The field that it fills, as the row has it. */
  to: string;
  at: Place;
}

/** How a row is known again: several uses of a part are one row. */
export function rowKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Rows none of which was hit; of a group in which nothing was hit the group alone. */
export function unusedRows(rows: readonly PlacedRow[], hits: ReadonlySet<string>): UnusedRow[] {
  const found = rows.flatMap((placed): UnusedRow[] =>
    isHit(placed, hits) ? unusedRows(placed.rows, hits) : [{ to: fieldOf(placed), at: placed.at }],
  );
  const once = new Map(found.map((row) => [rowKey(row.at), row]));
  return [...once.values()];
}

/** How many rows there are, with those of groups. */
export function countRows(rows: readonly PlacedRow[]): number {
  return new Set(allRows(rows).map(({ at }) => rowKey(at))).size;
}

/** Rows with all rows below them. */
export function allRows(rows: readonly PlacedRow[]): PlacedRow[] {
  return rows.flatMap((placed) => [placed, ...allRows(placed.rows)]);
}

function isHit(placed: PlacedRow, hits: ReadonlySet<string>): boolean {
  return hits.has(rowKey(placed.at)) || placed.rows.some((row) => isHit(row, hits));
}

function fieldOf({ row }: PlacedRow): string {
  return row.to ?? `${row.whenTrue ?? ''}, ${row.whenFalse ?? ''}`;
}
