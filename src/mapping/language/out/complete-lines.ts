import type { Place } from '../../../domain/documents.generated.ts';
import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { MappingFormat, RecordType } from '../../../domain/mapping-file.generated.ts';
import { typePositions } from '../../../formats/fixed-width/fixed-fields.ts';
import { fixedLayout } from '../../../formats/target/fixed-layout.ts';
import { csvColumns } from '../../../formats/csv/csv-columns.ts';
import { kindColumn, writtenKinds } from '../../../formats/target/target-columns.ts';
import type { CompileReport } from '../compile-report.ts';
import type { OutField, OutRow } from './out-row.ts';

/** Columns that rows write, by record type (`null` without record types), in the order of the rows. */
type Written = Map<string | null, Map<string, OutRow>>;

/**
 * The format of a file of lines with its columns: those that the mapping lists, or else those that its rows write, in
 * their order. What would stand in no line or no column is found.
 */
export function completeLines(
  fields: readonly OutField[],
  format: MappingFormat,
  at: Place,
  report: CompileReport,
): MappingFormat {
  const kinds = kindsOf(format);
  const written: Written = new Map();
  collect(fields, null, { kinds, written, report });
  if (kinds === null) requireOneKind(fields, report);
  if (format.format === 'csv' && (format.separator ?? ';') === (format.quote ?? '"'))
    report.error(
      at,
      'The separator and the quotation mark are the same character.',
      'Give each its own. quote: "" says that texts have none.',
    );
  if (format.format === 'fixed-width') return checkFixed(format, written, at, report);
  if (format.format === 'visma-import') {
    const tables = format.tables ?? Object.fromEntries([...written.keys()].map((kind) => [kind, {}]));
    return { ...format, tables: completed(tables, written, format, report) };
  }
  if (format.records !== undefined) {
    if (!/^[1-9]\d{0,3}$/.test(String(format.recordType)))
      report.error(at, 'It is not said in which column the record type stands.', 'Write recordType: 1 beside records.');
    return { ...format, records: completed(format.records, written, format, report) };
  }
  const columns = columnsOf(format.columns, written.get(null), undefined, null, report);
  return { ...format, columns, header: format.header ?? format.columns === undefined };
}

/** Without record types the lines are the groups at the top, or the values there are the one line: not both, and no lines in lines. */
function requireOneKind(fields: readonly OutField[], report: CompileReport): void {
  const rows = fields.flat();
  const isLine = (row: OutRow): boolean => row.does === 'list' || row.does === 'group';
  const lines = rows.filter(isLine);
  const inside = lines.flatMap((row) => ('fields' in row ? row.fields.flat().filter(isLine) : []));
  for (const row of lines.length === 0 ? [] : [...rows.filter((row) => !isLine(row)), ...inside])
    report.error(
      row.at,
      `"${row.to.text}" stands in no line of its own kind: all lines of this file are of one kind.`,
      'Write it in the rows of the line, with a path from the top (/orderNo), or name kinds of lines under records.',
    );
}

/** Names of the record types; null where all lines are of one kind; undefined where the rows say which there are. */
function kindsOf(format: MappingFormat): readonly string[] | null | undefined {
  return format.format === 'visma-import' && format.tables === undefined ? undefined : writtenKinds(format);
}

interface Collecting {
  kinds: readonly string[] | null | undefined;
  written: Written;
  report: CompileReport;
}

/** `kind`: the record type whose line the rows write into; null at the top. */
function collect(fields: readonly OutField[], kind: string | null, collecting: Collecting): void {
  for (const row of fields.flat()) {
    const isLine = row.does === 'list' || row.does === 'group';
    const names = isLine || row.to.attribute !== undefined ? row.to.names : row.to.names.slice(0, -1);
    const line = lineOf(row, names, kind, collecting);
    if (line === undefined) continue;
    if (isLine) {
      if (!collecting.written.has(line)) collecting.written.set(line, new Map());
      collect(row.fields, line, collecting);
    } else add(row, line, collecting);
  }
}

/** The line that a row writes into, or that it makes; undefined where there is none. */
function lineOf(
  row: OutRow,
  names: readonly string[],
  kind: string | null,
  { kinds, report }: Collecting,
): string | null | undefined {
  const isLine = row.does === 'list' || row.does === 'group';
  if (row.to.attribute !== undefined) {
    report.error(row.at, `A line has no attributes: @${row.to.attribute}.`, 'Write the name of a column.');
    return undefined;
  }
  const [name, ...more] = names;
  if (kinds === null) {
    if (isLine ? more.length === 0 : name === undefined) return null;
    report.error(
      row.at,
      `"${row.to.text}" is no column: all lines of this file are of one kind.`,
      'Write one name, in quotes where it has a slash in it.',
    );
    return undefined;
  }
  if (more.length === 0 && name === undefined && !isLine && kind !== null) return kind;
  const known = name !== undefined && (kinds === undefined || kinds.includes(name));
  if (more.length === 0 && known) return name;
  const wanted = kinds === undefined ? 'the name of a table' : `one of ${kinds.join(', ')}`;
  const meant = name === undefined || kinds === undefined ? undefined : didYouMean(name, kinds);
  report.error(
    row.at,
    `"${row.to.text}" stands in no line: before the column comes ${wanted}.`,
    meant === undefined
      ? 'Write the line, a slash and the column (H/orderNo), or a row with rows for the line.'
      : `Did you mean "${meant}"?`,
  );
  return undefined;
}

function add(row: OutRow, line: string | null, { written, report }: Collecting): void {
  const name = row.to.names.at(-1);
  if (name === undefined || (row.does === 'texts' && row.join === undefined)) {
    report.error(row.at, `${row.to.text} has several values, and a column one.`, 'Write join: ", " for one text.');
    return;
  }
  const columns = written.get(line) ?? new Map<string, OutRow>();
  written.set(line, columns);
  if (!columns.has(name)) columns.set(name, row);
}

function completed(
  kinds: Readonly<Record<string, RecordType>>,
  written: Written,
  format: MappingFormat,
  report: CompileReport,
): Record<string, RecordType> {
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, type]) => [
      kind,
      { ...type, columns: columnsOf(type.columns, written.get(kind), kindColumn(format), kind, report) },
    ]),
  );
}

function columnsOf(
  declared: RecordType['columns'],
  written: ReadonlyMap<string, OutRow> | undefined,
  kindAt: number | undefined,
  kind: string | null,
  report: CompileReport,
): (string | null)[] {
  if (declared === undefined) {
    const names: (string | null)[] = [...(written?.keys() ?? [])];
    if (kindAt !== undefined) names.splice(Math.min(kindAt, names.length), 0, null);
    return names;
  }
  const columns = csvColumns(declared).names;
  requireNames(columns, written, kind, 'column', report);
  return [...columns];
}

function requireNames(
  known: readonly (string | null)[],
  written: ReadonlyMap<string, OutRow> | undefined,
  kind: string | null,
  word: string,
  report: CompileReport,
): void {
  for (const [name, row] of written ?? []) {
    if (known.includes(name)) continue;
    const names = known.filter((one) => one !== null);
    const meant = didYouMean(name, names);
    const hint =
      meant === undefined
        ? `There are: ${names.join(', ')}.`
        : `Did you mean "${meant}"? There are: ${names.join(', ')}.`;
    report.error(row.at, `There is no ${word} "${name}"${kind === null ? '' : ` of ${kind}`}.`, hint);
  }
}

function checkFixed(format: MappingFormat, written: Written, at: Place, report: CompileReport): MappingFormat {
  if (format.records !== undefined && typePositions(format.recordType ?? '') === undefined)
    report.error(
      at,
      'It is not said at which positions the record type stands.',
      'Write recordType: "1-2" beside records.',
    );
  for (const kind of writtenKinds(format) ?? [null]) {
    const fields = kind === null ? format.fields : format.records?.[kind]?.fields;
    const { problems } = fixedLayout(fields, format.recordType === undefined ? null : kind, format);
    for (const { name, problem, hint } of problems)
      report.error(at, `${kind === null ? '' : `${kind}: `}${name}: ${problem}`, hint);
    requireNames(Object.keys(fields ?? {}), written.get(kind), kind, 'field', report);
  }
  return format;
}
