import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { csvColumns } from '../csv/csv-columns.ts';
import { kindColumn } from './target-columns.ts';
import { encodeLines, requireCharacters } from './target-encoding.ts';
import { lineText, type TargetLine, targetLines } from './target-lines.ts';
import { TargetNotWritable } from './target-not-writable.ts';

/**
 * Lines of columns, with quotation marks only around a value that needs them: one with the separator, a quotation mark
 * (doubled then), a line end or blanks around it. Without a quotation mark (`quote: ""`) a value with a separator or a
 * line end is refused.
 */
export function writeCsv(root: TargetNode, format: MappingFormat): Uint8Array {
  const lines = targetLines(root, format).map((line) => lineOf(line, format));
  const hasHeader = format.header ?? (format.records === undefined && format.columns === undefined);
  const header = csvColumns(format.columns).names;
  if (hasHeader && header.length > 0) {
    const names = header.map((name) => cell(name ?? '', `The column ${name}`, format));
    lines.unshift(whole(names, format));
  }
  return encodeLines(lines, format);
}

function lineOf({ kind, node, values }: TargetLine, format: MappingFormat): string {
  const columns = csvColumns(kind === null ? format.columns : format.records?.[kind]?.columns).names;
  requireColumns(values, columns, kind);
  const kindAt = kindColumn(format);
  const length = Math.max(columns.length, kind === null || kindAt === undefined ? 0 : kindAt + 1);
  const cells = Array.from({ length }, (_, index) => {
    const name = columns[index] ?? null;
    const value = name === null ? undefined : values.get(name);
    if (kind === null || index !== kindAt) return cell(lineText(value), name ?? '', format, value);
    if (value !== undefined && lineText(value) !== kind)
      throw new TargetNotWritable(
        `${name} is "${lineText(value)}", but in this column stands the record type "${kind}".`,
        'Leave out the row: the record type is written by itself.',
        value,
      );
    return cell(kind, 'The record type', format, node);
  });
  return whole(cells, format);
}

/** A value that has no column would be lost. */
export function requireColumns(
  values: ReadonlyMap<string, TargetNode>,
  columns: readonly (string | null)[],
  kind: string | null,
): void {
  for (const [name, node] of values) {
    if (columns.includes(name)) continue;
    const where = kind === null ? '' : ` of ${kind}`;
    throw new TargetNotWritable(
      `There is no column "${name}"${where}.`,
      'Name it in columns, or leave out the row.',
      node,
    );
  }
}

function cell(text: string, what: string, format: MappingFormat, node?: TargetNode): string {
  requireCharacters(text, what, format, node);
  const { separator = ';', quote = '"' } = format;
  const needsQuotes =
    text.includes(separator) || (quote !== '' && text.includes(quote)) || /[\r\n]/.test(text) || text !== text.trim();
  if (!needsQuotes) return text;
  if (quote !== '') return `${quote}${text.replaceAll(quote, `${quote}${quote}`)}${quote}`;
  if (text.includes(separator) || /[\r\n]/.test(text))
    throw new TargetNotWritable(
      `${what} has a separator or a line end in it, and this file has no quotation marks: "${text.slice(0, 60)}".`,
      'Give the target a quote, or replace the character in the row: convert: { replace: { from: ";", to: "," } }.',
      node,
    );
  return text;
}

/** A line; one that would be empty has quotation marks, for empty lines are passed over. */
function whole(cells: readonly string[], { separator = ';', quote = '"' }: MappingFormat): string {
  const line = cells.join(separator);
  if (line !== '') return line;
  if (quote !== '') return quote + quote;
  throw new TargetNotWritable(
    'A line without any value would be an empty line.',
    'Give the target a quote, or a column that always has a value.',
  );
}
