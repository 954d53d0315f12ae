/** A field of a line, and where it begins: column counts from 1. */
export interface CsvField {
  text: string;
  column: number;
}

/** A field in quotes, in which a doubled quote is one; or anything up to the next comma. */
const FIELD = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^,]*))(,|$)/y;

/**
 * The fields of one line of a lookup: separated by commas, trimmed, in quotes where they hold a comma. Undefined where
 * something stands behind a closing quote, or a quote is never closed.
 */
export function csvRow(line: string): CsvField[] | undefined {
  const fields: CsvField[] = [];
  for (FIELD.lastIndex = 0; ; ) {
    const column = FIELD.lastIndex + 1;
    const [, quoted, plain = '', end] = FIELD.exec(line) ?? [];
    if (end === undefined || (quoted === undefined && plain.startsWith('"'))) return undefined;
    fields.push({ text: quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'), column });
    if (end === '') return fields;
  }
}
