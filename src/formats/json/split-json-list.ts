import type { LineColumn } from '../text/line-index.ts';
import { RunningPlaces } from '../text/running-places.ts';
import { MalformedJson } from './json-cursor.ts';
import { nextEntryEnd, type ScanState } from './json-entry-scan.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import { MOST_CHARACTERS } from './most-characters.ts';
import { parseJson, parseJsonEntry } from './parse-json.ts';

/** One entry of the list. */
export interface PlacedEntry {
  value: JsonValue;
  /** From 0. */
  index: number;
  /** A stretch of the file, with the offset of the entry in it, and the place where the stretch begins. */
  text: string;
  offset: number;
  begins: LineColumn;
}

/** Takes the entries; `fail` is given what is wrong with the file as a whole, with its place, and has to throw. */
export interface EntrySink {
  entry(entry: PlacedEntry): void;
  fail(error: MalformedJson, text: string, begins: LineColumn): never;
}

/** How a file of many documents begins; what begins otherwise is one document. */
const OPENING = /^\s*(\{)\s*"documents"\s*:\s*\[/;
/** White space before the list: more is no honest file. */
const MOST_BEFORE = 65_536;
/** Behind the list stands a brace. */
const MOST_BEHIND = 65_536;

/** Does this beginning of a text open a list of documents, which can be read entry by entry? */
export function opensJsonList(head: string): boolean {
  return OPENING.test(head);
}

/**
 * Splits `{"documents": [ … ]}` into the entries of the list while it is read, as strictly as parse-json.ts and with the same
 * words: it keeps one entry. The text has to begin as `opensJsonList` says.
 */
export class JsonListSplitter {
  readonly #sink: EntrySink;
  readonly #places = new RunningPlaces();
  readonly #state: ScanState = { depth: 0, inString: false, escaped: false };
  #where: 'before' | 'inside' | 'behind' = 'before';
  /** The text at hand: the opening, an entry, or what stands behind the list. */
  #parts: string[] = [];
  #length = 0;
  #index = 0;
  #object: LineColumn = { line: 1, column: 1 };

  constructor(sink: EntrySink) {
    this.#sink = sink;
  }

  write(piece: string): void {
    let rest = piece;
    if (this.#where === 'before') rest = this.#open(piece);
    let from = 0;
    while (this.#where === 'inside' && from < rest.length) {
      const end = nextEntryEnd(rest, from, this.#state);
      if (end < 0) break;
      this.#keep(rest.slice(from, end + 1));
      this.#entry(rest[end] === ']');
      from = end + 1;
    }
    if (this.#where !== 'before') this.#keep(rest.slice(from));
    if (this.#where === 'inside' && this.#length > MOST_CHARACTERS) this.#tooLong();
  }

  end(): void {
    if (this.#where === 'inside') this.#entry(false);
    if (this.#where === 'behind') this.#close();
    else this.#fail('TRUNCATED', 'The file ends before its list.', this.#taken(), 0);
  }

  #keep(text: string): void {
    if (text === '' || (this.#where === 'behind' && this.#length > MOST_BEHIND)) return;
    this.#parts.push(text);
    this.#length += text.length;
  }

  #taken(): string {
    const text = this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    return text;
  }

  /** Gives what stands behind the opening. */
  #open(piece: string): string {
    this.#keep(piece);
    const text = this.#taken();
    const opening = OPENING.exec(text)?.[0];
    if (opening === undefined) {
      if (text.length > MOST_BEFORE) this.#fail('JSON_NOT_WELL_FORMED', 'The list does not begin.', text, 0);
      this.#keep(text);
      return '';
    }
    this.#pass(opening.slice(0, opening.indexOf('{')));
    this.#object = this.#places.here();
    this.#pass(opening.slice(opening.indexOf('{')));
    this.#where = 'inside';
    return text.slice(opening.length);
  }

  #entry(isLast: boolean): void {
    const text = this.#taken();
    const begins = this.#places.here();
    this.#pass(text);
    if (isLast) this.#where = 'behind';
    if (isLast && this.#index === 0 && text.trim() === ']') return; // an empty list, which #close refuses
    const { value, offset } = this.#parsed(text, begins);
    this.#sink.entry({ value, index: this.#index, text, offset, begins });
    this.#index += 1;
  }

  #parsed(text: string, begins: LineColumn): ReturnType<typeof parseJsonEntry> {
    try {
      return parseJsonEntry(text);
    } catch (error) {
      if (error instanceof MalformedJson) return this.#sink.fail(error, text, begins);
      throw error;
    }
  }

  #tooLong(): never {
    const characters = MOST_CHARACTERS.toLocaleString('en');
    return this.#fail('FILE_TOO_LARGE', `One document has more than ${characters} characters.`, this.#taken(), 0);
  }

  /** Behind the list comes the end of the object and of the file. */
  #close(): void {
    const begins = this.#places.here();
    const behind = this.#taken();
    try {
      requireEnd(behind);
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      if (error.code !== 'UNKNOWN_PROPERTY') this.#sink.fail(error, behind, begins);
      this.#failAll(error.code, error.message);
    }
    if (this.#index === 0) this.#failAll('EMPTY_FILE', 'The list "documents" is empty.');
  }

  /** What is wrong is the object as a whole. */
  #failAll(code: MalformedJson['code'], message: string): never {
    return this.#sink.fail(new MalformedJson(code, message, 0), '{', this.#object);
  }

  #pass(text: string): void {
    this.#places.add(text);
    this.#places.forgetBefore(this.#places.taken);
  }

  #fail(code: MalformedJson['code'], message: string, text: string, offset: number): never {
    return this.#sink.fail(new MalformedJson(code, message, offset), text, this.#places.here());
  }
}

/** Throws where what stands behind the list is not the end of the object and of the file, with the offset in it. */
function requireEnd(behind: string): void {
  try {
    const { value } = parseJson(`${INSTEAD_OF_LIST}${behind}`);
    const stranger = Object.keys(value as JsonObject).find((name) => name !== 'documents');
    if (stranger !== undefined) throw strangeProperty(stranger, INSTEAD_OF_LIST.length);
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    throw new MalformedJson(error.code, error.message, error.offset - INSTEAD_OF_LIST.length);
  }
}

/** What the text before `behind` amounts to: its entries were read already. */
const INSTEAD_OF_LIST = '{"documents":[]';

/** A property beside the list. */
export function strangeProperty(name: string, offset: number): MalformedJson {
  const message = `"${name.slice(0, 80)}" is no property here: beside "documents" there is nothing.`;
  return new MalformedJson('UNKNOWN_PROPERTY', message, offset);
}
