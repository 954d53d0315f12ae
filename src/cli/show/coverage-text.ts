import type { MappingCoverage } from '../../service/mapping-tools/cover-mappings.ts';
import { placeText } from '../print-result.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../text-table.ts';
import { counted } from './value-text.ts';

/** Each mapping in a line, below it what its examples do not show and what nothing reads; then all of them together. */
export function coverageText(covered: readonly MappingCoverage[], terminal: Pick<Terminal, 'paint'>): string {
  const rows = covered.reduce((sum, one) => sum + one.rows, 0);
  const unused = covered.reduce((sum, one) => sum + one.unusedRows.length, 0);
  const unread = covered.reduce((sum, one) => sum + one.unread.length, 0);
  const all = `${counted(covered.length, 'mapping')}, ${counted(rows, 'row')}: ${counted(unused, 'row')} without an example, ${counted(unread, 'place')} that nothing reads.`;
  return [...covered.map((one) => ofMapping(one, terminal)), ...(covered.length > 1 ? [all] : [])].join('\n\n');
}

function ofMapping(
  { name, file, direction, examples, rows, unusedRows, unread }: MappingCoverage,
  { paint }: Pick<Terminal, 'paint'>,
): string {
  if (examples === 0)
    return `${paint('title', name)} (${file}): ${counted(rows, 'row')}, and no example that uses them`;
  const used = rows - unusedRows.length;
  const head = `${paint('title', name)} (${file}): ${used} of ${counted(rows, 'row')} used by ${counted(examples, 'example')}`;
  const what = direction === 'in' ? 'In the examples, but read by no row' : 'In the documents, but written by no row';
  return [
    head,
    table(
      'Used by no example',
      unusedRows.map(({ to, at }) => [`${at.file ?? file}:${at.line ?? 1}`, to]),
    ),
    table(
      what,
      unread.map(({ path, at: { path: _path, ...at } }) => [path, placeText(at)]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `  ${title}:\n${textTable([{ title: '' }, { title: '' }], rows).replace(/^/gm, '    ')}`;
}
