/** One value of a row, without its quotation marks. */
export interface ImportValue {
  text: string;
  /** Of its first character in the line. */
  at: number;
}

/** A line of the text import that is no row: `@WaVo(VoNo,VoDt)`. */
export interface ImportStatement {
  name: string;
  /** What stands in parentheses, cut at commas. */
  arguments: string[];
}

const STATEMENT = /^\s*@\s*([^\s()]+)\s*(?:\((.*)\))?\s*$/s;

/** The statement of a line; undefined for a line that begins with no `@`, null for one that is written wrongly. */
export function importStatement(line: string): ImportStatement | null | undefined {
  if (!line.trimStart().startsWith('@')) return undefined;
  const [, name, inside] = STATEMENT.exec(line) ?? [];
  if (name === undefined) return null;
  return { name, arguments: inside === undefined ? [] : inside.split(',').map((argument) => argument.trim()) };
}

/** `=CustNo` says that rows are recognised by it, `CustNo:Add` that numbers are given: the field is called CustNo. */
export function importField(written: string): string {
  return written.replace(/^=/, '').replace(/:.*$/, '').trim();
}

/**
 * The values of a row, between them blanks or commas; a text in quotation marks has both in it, and one of its own is
 * written twice. Or what is wrong: a quotation mark that is not closed, or text behind a closing one.
 */
export function importValues(line: string): ImportValue[] | { unclosed: number } | { text: number } {
  const values: ImportValue[] = [];
  let behindComma = false;
  for (let at = behindBlanks(line, 0); at < line.length; at = behindBlanks(line, at)) {
    const isText = line.charAt(at) === '"';
    const end = isText ? endOfText(line, at) : endOfWord(line, at);
    if (end < 0) return { unclosed: at };
    if (isText && /[^\s,]/.test(line.charAt(end))) return { text: end };
    values.push({ text: isText ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end), at });
    at = behindBlanks(line, end);
    behindComma = line.charAt(at) === ',';
    if (behindComma) at += 1;
  }
  if (behindComma) values.push({ text: '', at: line.length });
  return values;
}

function behindBlanks(line: string, from: number): number {
  const found = line.slice(from).search(/\S/);
  return found < 0 ? line.length : from + found;
}

/** Behind the closing quotation mark; -1 where there is none. */
function endOfText(line: string, from: number): number {
  for (let close = line.indexOf('"', from + 1); close >= 0; close = line.indexOf('"', close + 2))
    if (line.charAt(close + 1) !== '"') return close + 1;
  return -1;
}

function endOfWord(line: string, from: number): number {
  const found = line.slice(from).search(/[\s,]/);
  return found < 0 ? line.length : from + found;
}
