import type { RecordType } from '../../domain/mapping-file.generated.ts';
import type { LineValue } from '../records/record-assembly.ts';
import type { CsvRow } from './csv-row.ts';

/** Which cell of a line has which name. */
export interface CsvColumns {
  /** Name by position, from 0; null for one that is not read. */
  names: readonly (string | null)[];
  /** A line has exactly so many; null where only positions are given, and a line may end early or go on. */
  count: number | null;
}

/** The columns of a mapping: a list from left to right, or names with their positions from 1. */
export function csvColumns(columns: RecordType['columns']): CsvColumns {
  if (columns === undefined) return { names: [], count: null };
  if (Array.isArray(columns)) return { names: columns, count: columns.length };
  const names: (string | null)[] = [];
  for (const [name, position] of Object.entries(columns)) names[position - 1] = name;
  return { names: Array.from(names, (name) => name ?? null), count: null };
}

/** The cells that have a name. */
export function namedCells(columns: CsvColumns, row: CsvRow): LineValue[] {
  const values: LineValue[] = [];
  for (const [position, name] of columns.names.entries()) {
    const cell = row.cells[position];
    if (name !== null && cell !== undefined) values.push({ name, text: cell.text, offset: cell.offset });
  }
  return values;
}

/** Too few or too many cells; one blank cell more is only a separator at the end of the line. */
export function wrongCount({ count }: CsvColumns, row: CsvRow): CsvRow['fault'] {
  if (count === null || row.cells.length === count) return undefined;
  const surplus = row.cells[count];
  if (row.cells.length === count + 1 && surplus?.text.trim() === '') return undefined;
  const has = row.cells.length === 1 ? '1 column' : `${row.cells.length} columns`;
  const message = `This line has ${has}, where there should be ${count}.`;
  return { message, offset: surplus?.offset ?? row.end };
}

/** The columns that a first line names, or what is wrong with it. `wanted`: the names that it has to have at their places. */
export function headerColumns(
  row: CsvRow,
  wanted: RecordType['columns'],
): CsvColumns | { message: string; offset: number } {
  const names = row.cells.map(({ text }) => text.trim() || null);
  if (names.length > 1 && names[names.length - 1] === null) names.pop();
  for (const [position, name] of names.entries()) {
    if (name === null || names.indexOf(name) === position) continue;
    return {
      message: `The column "${name}" stands twice in the first line.`,
      offset: row.cells[position]?.offset ?? row.offset,
    };
  }
  if (!Array.isArray(wanted)) return { names, count: names.length };
  for (const [position, name] of wanted.entries()) {
    if (name === null || names[position] === name) continue;
    const there = names[position] ?? null;
    const found = there === null ? 'nothing stands there' : `"${there}" stands there`;
    return {
      message: `Column ${position + 1} of the first line should be "${name}", but ${found}.`,
      offset: row.cells[position]?.offset ?? row.end,
    };
  }
  return { names: wanted, count: names.length };
}
