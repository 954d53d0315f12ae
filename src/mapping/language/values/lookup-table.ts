import type { Finding } from '../../../domain/decision.ts';
import { type CsvField, csvRow, spokenLines } from '../../../formats/text/csv-row.ts';
import type { LookupTable } from '../value-steps.ts';

/** Lines of a table that are told of one by one; a file of another kind has a fault in every line. */
const MOST_FINDINGS = 20;

interface Line {
  line: number;
  fields: readonly CsvField[];
}

/**
 * A table of mappings/lookups: a first line with the names of its columns, separated by commas or by semicolons (the
 * first line shows which), then one line each. Lines that begin with # and empty ones say nothing. Without a table
 * where a line cannot be read: half a table would look up wrongly.
 */
export function readLookupTable(file: string, text: string): { table?: LookupTable; findings: Finding[] } {
  const found: Finding[] = [];
  const tell = (line: number, column: number, message: string, hint: string) =>
    found.push({ code: 'MAPPING_INVALID', severity: 'error', message, hint, at: { file, line, column } });
  const spoken = [...spokenLines(text)];
  const separator = (spoken[0]?.text ?? '').includes(';') ? ';' : ',';
  const lines: Line[] = [];
  for (const { line, text: written } of spoken) {
    const fields = csvRow(written, separator);
    if (fields === undefined)
      tell(
        line,
        quoteColumn(written),
        'A quote is out of place.',
        'Put the whole field in quotes: "a, b"; a quote in it is doubled.',
      );
    else lines.push({ line, fields });
    if (found.length >= MOST_FINDINGS) break;
  }
  const [header, ...rows] = lines;
  if (header === undefined) {
    if (found.length === 0) tell(1, 1, 'The table has no line.', 'Its first line names the columns: code,unit.');
    return { findings: found };
  }
  checkHeader(header, tell);
  for (const row of rows) if (found.length < MOST_FINDINGS) checkRow(row, header, tell);
  if (found.length > 0) return { findings: found };
  return { table: tableOf(file, header, rows), findings: [] };
}

type Tell = (line: number, column: number, message: string, hint: string) => void;

function checkHeader({ line, fields }: Line, tell: Tell): void {
  if (fields.length < 2)
    tell(
      line,
      1,
      'The first line names one column only.',
      'A look-up needs two at least, separated by commas: code,unit.',
    );
  const seen = new Set<string>();
  for (const { text, column } of fields) {
    if (text === '') tell(line, column, 'A column has no name.', 'Every column is named in the first line.');
    else if (seen.has(text))
      tell(line, column, `The column "${text}" is named twice.`, 'Give each column a name of its own.');
    seen.add(text);
  }
}

function checkRow({ line, fields }: Line, header: Line, tell: Tell): void {
  const [is, asked] = [fields.length, header.fields.length];
  if (is === asked) return;
  const column = (is > asked ? fields[asked] : fields.at(-1))?.column ?? 1;
  tell(
    line,
    column,
    `This line has ${is} ${is === 1 ? 'field' : 'fields'}, not ${asked}.`,
    `They are ${header.fields.map(({ text }) => text).join(', ')}. A text with a separator in it stands in quotes.`,
  );
}

function quoteColumn(line: string): number {
  return Math.max(0, line.indexOf('"')) + 1;
}

function tableOf(file: string, header: Line, rows: readonly Line[]): LookupTable {
  return {
    file,
    columns: header.fields.map(({ text }) => text),
    rows: rows.map(({ line, fields }) => ({
      line,
      values: fields.map(({ text }) => text),
      starts: fields.map(({ column }) => column),
    })),
  };
}
