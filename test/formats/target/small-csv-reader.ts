/** An independent reader of columns, for tests only: lines of cells as RFC 4180 has them. Throws on what it does not understand. */
export function readCells(text: string, separator: string, quote: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let at = 0;
  while (at < text.length) {
    if (quote !== '' && text[at] === quote && cell === '') {
      let end = at + 1;
      while (text[end] !== quote || text[end + 1] === quote) {
        if (end >= text.length) throw new Error('a quotation mark is not closed');
        cell += text[end];
        end += text[end] === quote ? 2 : 1;
      }
      at = end + 1;
      if (at < text.length && text[at] !== separator && !text.startsWith('\r\n', at))
        throw new Error(`text behind a quotation mark at ${at}`);
    }
    if (text[at] === separator) {
      cells.push(cell);
      cell = '';
      at += 1;
    } else if (text.startsWith('\r\n', at)) {
      lines.push([...cells, cell]);
      cells = [];
      cell = '';
      at += 2;
    } else {
      cell += text[at];
      at += 1;
    }
  }
  if (cell !== '' || cells.length > 0) throw new Error('the last line has no end');
  return lines;
}
