/** A field of a line, and where it begins: column counts from 1. */
export interface CsvField {
  text: string;
  column: number;
}

/** A field in quotes, in which a doubled quote is one; or anything up to the next separator. */
const FIELDS = {
  ',': /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,]*))(,|$)/y,
  ';': /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^;]*))(;|$)/y,
} as const;

/**
 * The fields of one line of a lookup: separated by commas unless said otherwise, trimmed, in quotes where they hold a
 * separator. Undefined where something stands behind a closing quote, or a quote is never closed.
 */
export function csvRow(line: string, separator: keyof typeof FIELDS = ','): CsvField[] | undefined {
  const field = FIELDS[separator];
  const fields: CsvField[] = [];
  for (field.lastIndex = 0; ; ) {
    const column = field.lastIndex + 1;
    const [, quoted, plain = '', end] = field.exec(line) ?? [];
    if (end === undefined || (quoted === undefined && plain.startsWith('"'))) return undefined;
    fields.push({ text: quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'), column });
    if (end === '') return fields;
  }
}

/** The lines of a lookup that say something: not the empty ones, nor those that begin with `#`. Numbers count from 1. */
export function* spokenLines(text: string): Generator<{ line: number; text: string }> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries())
    if (line.trim() !== '' && !line.trimStart().startsWith('#')) yield { line: index + 1, text: line };
}
