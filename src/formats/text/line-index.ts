/** Line and column, both from 1. A column counts UTF-16 units, as editors do. */
export interface LineColumn {
  line: number;
  column: number;
}

/** Finds the line and column of offsets in a text: made once where something is reported, then each look-up is quick. */
export interface LineIndex {
  at(offset: number): LineColumn;
}

/** Indexes a text, given in one piece or in many. Lines end with LF, CR LF or a lone CR. */
export function lineIndex(pieces: Iterable<string>): LineIndex {
  const starts = lineStarts(pieces);
  return {
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
  };
}

function lineStarts(pieces: Iterable<string>): number[] {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  let base = 0;
  let endsWithReturn = false;
  for (const piece of pieces) {
    lineEnd.lastIndex = 0;
    // CR LF that two pieces share is one line end: the line begins after the LF.
    if (endsWithReturn && piece.startsWith('\n')) {
      starts[starts.length - 1] = base + 1;
      lineEnd.lastIndex = 1;
    }
    while (lineEnd.exec(piece) !== null) starts.push(base + lineEnd.lastIndex);
    if (piece !== '') endsWithReturn = piece.endsWith('\r');
    base += piece.length;
  }
  return starts;
}
