import { isDecimalText } from '../../domain/decimal.ts';
import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import type { TargetNode } from '../records/target-node.ts';
import { csvColumns } from '../csv/csv-columns.ts';
import { encodeLines, requireCharacters } from './target-encoding.ts';
import { lineText, type TargetLine, targetLines } from './target-lines.ts';
import { TargetNotWritable } from './target-not-writable.ts';
import { requireColumns } from './write-csv.ts';

/**
 * The text import of Visma Business (FORMATS.md 4.3): a head `@Table(fields)` wherever the table changes, then its rows;
 * values between blanks, texts in quotation marks, numbers (`as: number`) without. How a
 * quotation mark stands inside a text is documented nowhere, so that one is refused.
 */
export function writeVismaImport(root: TargetNode, format: MappingFormat): Uint8Array {
  const tables = format.tables ?? {};
  const lines: string[] = [...(format.before ?? [])];
  let table: string | null = null;
  for (const line of targetLines(root, format)) {
    const columns = csvColumns(tables[line.kind as string]?.columns).names;
    requireColumns(line.values, columns, line.kind);
    const names = columns.filter((name) => name !== null);
    if (line.kind !== table) lines.push(`@${line.kind}(${names.join(',')})`);
    table = line.kind;
    lines.push(rowOf(line, names, format));
  }
  return encodeLines(lines, format);
}

function rowOf({ values }: TargetLine, names: readonly string[], format: MappingFormat): string {
  return names.map((name) => valueText(name, values.get(name), format)).join(' ');
}

function valueText(name: string, node: TargetNode | undefined, format: MappingFormat): string {
  const text = lineText(node);
  requireCharacters(text, name, format, node);
  if (node?.as === 'number') return numberText(name, text, node);
  if (!/["\r\n]/.test(text)) return `"${text}"`;
  throw new TargetNotWritable(
    `${name} has a quotation mark or a line end in it, which a text of this import cannot hold: ${text.slice(0, 60)}`,
    'Replace it in the row: convert: [collapse, { replace: { from: \'"\', to: "\'" } }].',
    node,
  );
}

function numberText(name: string, text: string, node: TargetNode): string {
  if (isDecimalText(text)) return text;
  throw new TargetNotWritable(
    `${name} is "${text.slice(0, 60)}", which is no number.`,
    'Leave out as: number, or convert the value.',
    node,
  );
}
