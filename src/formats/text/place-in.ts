import { type LineColumn, lineIndex } from './line-index.ts';

/** The place of an offset in a stretch of a file that begins at a place of the whole. */
export function placeIn(stretch: string, offset: number, begins: LineColumn): LineColumn {
  const { line, column } = lineIndex([stretch]).at(offset);
  return line === 1
    ? { line: begins.line, column: begins.column + column - 1 }
    : { line: begins.line + line - 1, column };
}
