import { widthOf } from '../text-table.ts';
import type { ShowStyle } from './show-style.ts';

/** A figure: what it is, what it is made of in pieces that are kept whole where they fit, what comes out, and a remark. */
export interface FigureRow {
  label: string;
  pieces: readonly string[];
  result: string;
  note: string;
}

/** Some figures under a title, with a sentence or two below. */
export interface FigureBlock {
  title: string;
  rows: readonly FigureRow[];
  remarks: readonly string[];
}

/** A page of figures is no wider than this, however wide the terminal is: the eye has to find the end of its row. */
const WIDEST = 100;
/** A formula that has less room than this stands one piece a row. */
const NARROWEST_FORMULA = 16;

/**
 * Blocks of figures, one under the other, with one column for all labels, formulas and results: results are right-aligned,
 * so that they can be compared by eye. A formula that is too long goes on in the next row.
 */
export function figureBlocks(blocks: readonly FigureBlock[], style: Pick<ShowStyle, 'width' | 'paint'>): string {
  const rows = blocks.flatMap((block) => block.rows);
  const widest = (textOf: (row: FigureRow) => string) => Math.max(0, ...rows.map((row) => widthOf(textOf(row))));
  const [label, result, note] = [widest((row) => row.label), widest((row) => row.result), widest((row) => row.note)];
  const after = result === 0 ? 0 : 3 + result;
  const room = Math.max(
    Math.min(style.width, WIDEST) - 6 - label - after - (note === 0 ? 0 : 2 + note),
    NARROWEST_FORMULA,
  );
  const roomOf = (row: FigureRow) => (row.result === '' ? room + after : room);
  const formulas = new Map(rows.map((row) => [row, inLines(row.pieces, roomOf(row))]));
  const formula = Math.max(
    ...rows.flatMap((row) => (formulas.get(row) ?? []).map((line) => widthOf(line) - (row.result === '' ? after : 0))),
  );
  const rowText = (row: FigureRow) => {
    const lines = formulas.get(row) ?? [];
    const last =
      row.result === ''
        ? pad(lines.at(-1) ?? '', formula + after)
        : `${pad(lines.at(-1) ?? '', formula)} = ${row.result.padStart(result)}`;
    const remark = row.note === '' ? '' : `  ${style.paint('faint', row.note)}`;
    return [...lines.slice(0, -1), `${last}${remark}`]
      .map((line, index) => `${pad(index === 0 ? row.label : '', label)}  ${line}`.trimEnd())
      .join('\n');
  };
  const blockText = ({ title, rows: own, remarks }: FigureBlock) => {
    const indent = title === '' ? '  ' : '    ';
    const lines = own.map((row) => rowText(row).replace(/^/gm, indent));
    return [...(title === '' ? [] : [`  ${title}`]), ...lines, ...remarks].join('\n');
  };
  return blocks.map(blockText).join('\n\n');
}

/** Spaces between words, and not those inside a number or behind a sign of arithmetic. */
const BETWEEN_WORDS = /(?<![-+x/=<>\d]) |(?<![-+x/=<>]) (?!\d)/;

/** Pieces in lines of at most `width` characters; a piece that is longer is broken between its words. */
function inLines(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces.flatMap((one) => (widthOf(one) > width ? one.split(BETWEEN_WORDS) : [one]))) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + 1 + widthOf(piece) > width) lines.push(piece);
    else lines[lines.length - 1] = `${last} ${piece}`;
  }
  return lines;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
