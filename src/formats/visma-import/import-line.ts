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
 * The values of a row. Between them stands the separator of the mapping, with blanks around it; where it has none, blanks
 * or commas. A text in quotation marks has all that in it, and one of its own is written twice. Or what is wrong: a
 * quotation mark that is not closed, or something behind a value that is no separator.
 */
export function importValues(
  line: string,
  separator?: string,
): ImportValue[] | { unclosed: number } | { text: number } {
  const values: ImportValue[] = [];
  const sign = separator === undefined || separator.trim() === '' ? ',' : separator;
  const byBlanks = sign !== separator;
  let behindSign = false;
  for (let at = behindBlanks(line, 0); at < line.length; at = behindBlanks(line, at)) {
    const isText = line.charAt(at) === '"';
    const end = isText ? endOfText(line, at) : endOfWord(line, at, sign, byBlanks);
    if (end < 0) return { unclosed: at };
    values.push({ text: isText ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end).trim(), at });
    at = behindBlanks(line, end);
    behindSign = line.charAt(at) === sign;
    if (behindSign) at += 1;
    else if (at < line.length && !(byBlanks && at > end)) return { text: at };
  }
  if (behindSign) values.push({ text: '', at: line.length });
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

function endOfWord(line: string, from: number, sign: string, byBlanks: boolean): number {
  for (let at = from; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === sign || (byBlanks && character.trim() === '')) return at;
  }
  return line.length;
}
