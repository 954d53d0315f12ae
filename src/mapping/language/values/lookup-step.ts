import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { Lookup } from '../../../domain/mapping-file.generated.ts';
import type { Compiled, LookupTable, StepResult, StepValue, ValueStep } from '../value-steps.ts';
import { made, NOTHING, quoted, textOf } from './step-result.ts';

/** Near misses are searched among so many keys at most: a table may have a line for each product. */
const MOST_COMPARED = 500;

type LookupTables = ReadonlyMap<string, LookupTable>;

/** Which column is searched, and which one is taken. */
interface Columns {
  table: LookupTable;
  searched: number;
  taken: number;
}

/** A look-up of a row as a step, or what is wrong with it; what is wrong with the table has its place there. */
export function lookupStep(given: string | Lookup, tables: LookupTables, direction: 'in' | 'out'): Compiled<ValueStep> {
  const lookup: Lookup = typeof given === 'string' ? { table: given } : given;
  const columns = columnsOf(lookup, tables, direction);
  if ('problem' in columns) return columns;
  const key = lookup.folded === true ? folded : (text: string) => text.trim();
  const index = indexed(columns, key);
  if ('problem' in index) return index;
  const search = (value: StepValue): StepResult => {
    const found = index.made.get(key(textOf(value)));
    if (found !== undefined) return found === '' ? NOTHING : made(found);
    if (lookup.missing === 'keep') return made(value);
    return lookup.missing === 'absent' ? NOTHING : notFound(value, columns);
  };
  return { made: { name: `lookup ${lookup.table}`, in: search, out: search } };
}

function columnsOf(
  lookup: Lookup,
  tables: LookupTables,
  direction: 'in' | 'out',
): Columns | { problem: string; hint: string } {
  const table = tables.get(lookup.table);
  if (table === undefined) {
    const near = didYouMean(lookup.table, [...tables.keys()]);
    const hint =
      near === undefined
        ? `Put it into mappings/lookups/${lookup.table}.csv, its columns named in the first line.`
        : `Did you mean "${near}"?`;
    return { problem: `There is no table "${lookup.table}" in mappings/lookups.`, hint };
  }
  const [first, second] = [table.columns[0] ?? '', table.columns[1] ?? ''];
  const names = direction === 'in' ? { from: first, to: second } : { from: second, to: first };
  const from = columnOf(lookup.from ?? otherThan(lookup.to, names.from, names.to), table);
  const to = columnOf(lookup.to ?? otherThan(lookup.from, names.to, names.from), table);
  if (typeof from !== 'number') return from;
  if (typeof to !== 'number') return to;
  if (from === to)
    return {
      problem: `The look-up in ${lookup.table} searches and takes the same column.`,
      hint: `Name two of ${table.columns.join(', ')}.`,
    };
  return { table, searched: from, taken: to };
}

/** The usual column, or the other one where the usual one is named for the other side. */
function otherThan(named: string | undefined, usual: string, other: string): string {
  return named === usual ? other : usual;
}

function columnOf(name: string, table: LookupTable): number | { problem: string; hint: string } {
  const index = table.columns.indexOf(name);
  if (index >= 0) return index;
  const near = didYouMean(name, table.columns);
  const hint = near === undefined ? `Its columns are ${table.columns.join(', ')}.` : `Did you mean "${near}"?`;
  return { problem: `${table.file} has no column "${name}".`, hint };
}

/** Every key once: what a key means must not depend on the order of lines. */
function indexed({ table, searched, taken }: Columns, key: (text: string) => string): Compiled<Map<string, string>> {
  const index = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, values, starts } of table.rows) {
    const written = values[searched] ?? '';
    const searchedFor = key(written);
    const at = { file: table.file, line, column: starts[searched] ?? 1 };
    const column = table.columns[searched] ?? '';
    if (searchedFor === '')
      return {
        problem: `${table.file} has a line without ${column}, which is searched.`,
        hint: 'Write it, or remove the line.',
        at,
      };
    const before = lines.get(searchedFor);
    if (before !== undefined)
      return {
        problem: `${table.file} has ${quoted(written)} in ${column} twice: in line ${before} and in line ${line}.`,
        hint: 'What is searched stands there once. Remove one of the lines, or search another column.',
        at,
      };
    lines.set(searchedFor, line);
    index.set(searchedFor, values[taken] ?? '');
  }
  return { made: index };
}

function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

function notFound(value: StepValue, { table, searched }: Columns): StepResult {
  const keys = table.rows.slice(0, MOST_COMPARED).map(({ values }) => values[searched] ?? '');
  const near = didYouMean(textOf(value), keys);
  const add = `Add a line for it to ${table.file}`;
  return {
    refused: `${quoted(value)} is not in the column ${table.columns[searched]} of ${table.file}.`,
    hint:
      near === undefined
        ? `${add}, or say what counts without one (missing).`
        : `Did they mean "${near}"? Else add a line for it to ${table.file}.`,
    code: 'LOOKUP_WITHOUT_MATCH',
  };
}
