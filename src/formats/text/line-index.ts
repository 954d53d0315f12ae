import { LineStarts } from './line-starts.ts';

/** Line and column, both from 1. A column counts UTF-16 units, as editors do. */
export interface LineColumn {
  line: number;
  column: number;
}

/** Finds the line and column of offsets in a text: made once where something is reported, then each look-up is quick. */
export interface LineIndex {
  at(offset: number): LineColumn;
}

/** Indexes a text, given in one piece or in many, as far as it is asked for. Lines end with LF, CR LF or a lone CR. */
export function lineIndex(pieces: Iterable<string>): LineIndex {
  const starts = [0];
  const more = lineStarts(pieces);
  let complete = false;
  return {
    at(offset) {
      while (!complete && (starts[starts.length - 1] ?? 0) <= offset) {
        const next = more.next();
        if (next.done) complete = true;
        else starts.push(next.value);
      }
      const line = lastNotBeyond(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

/** The offsets at which the second and later lines begin. */
function* lineStarts(pieces: Iterable<string>): Generator<number, void, undefined> {
  const starts = new LineStarts();
  for (const piece of pieces) yield* starts.in(piece);
  if (starts.returned) yield starts.taken;
}

/** The position of the largest number that is not larger. The list ascends and begins with 0. */
export function lastNotBeyond(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((ascending[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
