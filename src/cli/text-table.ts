import { stripVTControlCharacters } from 'node:util';

/** A column of a table for people. */
export interface Column {
  title: string;
  align?: 'left' | 'right';
}

/** Between two columns. */
const GAP = '  ';

/**
 * Rows under aligned titles. Figures are right-aligned so that they can be added by eye. A cell may be coloured by
 * `decorate`, which sees the padded text: colours have no width.
 */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  decorate: (cell: string, column: number, row: number) => string = (cell) => cell,
): string {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const line = (cells: readonly string[], row: number): string =>
    columns
      .map((column, index) => {
        const last = index === columns.length - 1 && column.align !== 'right';
        return decorate(pad(cells[index] ?? '', last ? 0 : (widths[index] ?? 0), column.align ?? 'left'), index, row);
      })
      .join(GAP)
      .trimEnd();
  const titles = columns.some((column) => column.title !== '')
    ? [
        line(
          columns.map((column) => column.title),
          -1,
        ),
      ]
    : [];
  return [...titles, ...rows.map((row, index) => line(row, index))].join('\n');
}

/** Characters as people count them: a letter with its accents is one, and a colour takes no room. */
export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text).normalize('NFC')].length;
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? space + text : text + space;
}

/** A sentence in lines of at most `width` characters, each after `indent`. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(indent) + widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line].join('\n');
}

/** A sentence of a list: a dash before its first line, the others under its words. */
export function bulleted(text: string, width: number, indent = ''): string {
  const under = `${indent}  `;
  return `${indent}- ${wrapped(text, width, under).slice(under.length)}`;
}

/** A last column is never narrower than this, however little room is left. */
const NARROWEST_LAST = 12;

/** A table, each row after `indent`, whose last column goes on in further rows where it would be wider than the page. */
export function wrappedTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  indent = '',
  decorate?: (cell: string, column: number, row: number) => string,
): string {
  const last = columns.length - 1;
  const others = columns
    .slice(0, last)
    .map((column, index) => Math.max(widthOf(column.title), ...rows.map((row) => widthOf(row[index] ?? ''))));
  const taken = others.reduce((sum, one) => sum + one + GAP.length, 0);
  const room = Math.max(width - widthOf(indent) - taken, NARROWEST_LAST);
  const empty = Array<string>(last).fill('');
  const split = rows.flatMap((row) => {
    const [first = '', ...more] = wrapped(row[last] ?? '', room).split('\n');
    return [[...row.slice(0, last), first], ...more.map((line) => [...empty, line])];
  });
  return textTable(columns, split, decorate).replace(/^/gm, indent);
}
