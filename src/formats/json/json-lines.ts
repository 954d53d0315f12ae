/** One line of an NDJSON text that is not blank. */
export interface JsonLine {
  text: string;
  /** Of the line's first character in the whole text. */
  offset: number;
  /** From 1. */
  line: number;
  /** The file ends behind this line without a line end. */
  unended: boolean;
}

/** The lines of an NDJSON text: one document each, blank lines left out. Lines end with LF or CR LF. */
export function* jsonLines(text: string): Generator<JsonLine, void, undefined> {
  let offset = 0;
  for (let line = 1; offset < text.length; line += 1) {
    const end = text.indexOf('\n', offset);
    const unended = end < 0;
    const next = unended ? text.length : end + 1;
    const content = text.slice(offset, unended ? text.length : end);
    if (content.trim() !== '') yield { text: content, offset, line, unended };
    offset = next;
  }
}
