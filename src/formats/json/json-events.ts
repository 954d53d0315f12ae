import { JsonCursor, MalformedJson } from './json-cursor.ts';
import { behindTheEnd, beyondLimit, MOST_LEVELS, repeatedProperty } from './parse-json.ts';

/** Takes a JSON text as it is read. Offsets are of the first character, in the whole text. */
export interface JsonHandler {
  object(offset: number): void;
  list(offset: number): void;
  /** The name of the next value, in an object. */
  name(name: string, offset: number): void;
  /** `text`: a string as it is, a number exactly as written, or `true`, `false`, `null`. */
  scalar(text: string, what: 'string' | 'number' | 'word', offset: number): void;
  /** The innermost object or list has ended. */
  close(): void;
}

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** A text of more characters is not looked for its end any more. */
const MOST_CHARACTERS = 10_000_000;
const BEHIND_SCALAR = /[,\]}:"\t\n\r ]/g;

/**
 * Reads one JSON text piece by piece, as strictly as `parseJson` and with the same faults at the same offsets, and keeps
 * no more of it than one token. `write` and `end` throw `MalformedJson`.
 */
export class JsonEvents {
  readonly #handler: JsonHandler;
  /** The open objects, each with the names that stand in it, and the open lists. */
  readonly #open: (Set<string> | null)[] = [];
  #expected: Expected = 'value';
  #begun = false;
  #base = 0;
  #cursor = new JsonCursor('', 0);

  constructor(handler: JsonHandler) {
    this.#handler = handler;
  }

  write(piece: string): void {
    const rest = this.#cursor.text.slice(this.#cursor.offset);
    if (rest.length > MOST_CHARACTERS)
      throw beyondLimit(`a text of more than ${MOST_CHARACTERS.toLocaleString('en')} characters`, this.#base);
    this.#cursor = new JsonCursor(rest + piece, 0);
    this.#read(false);
    this.#base += this.#cursor.offset;
  }

  end(): void {
    this.#cursor = new JsonCursor(this.#cursor.text.slice(this.#cursor.offset), 0);
    if (!this.#begun && this.#cursor.peek() === '')
      throw new MalformedJson('EMPTY_FILE', 'There is no content, only white space.', 0);
    this.#read(true);
    if (this.#expected !== 'nothing') this.#token(true);
  }

  /** Takes token after token, as long as it is certain where each ends. */
  #read(atEnd: boolean): void {
    while (this.#cursor.peek() !== '') {
      const { offset } = this.#cursor;
      if (!atEnd && !this.#isWhole()) return;
      if (this.#token(atEnd)) continue;
      this.#cursor.offset = offset;
      return;
    }
  }

  /** A number or word ends where something else begins. */
  #isWhole(): boolean {
    const { text, offset } = this.#cursor;
    const first = text.charAt(offset);
    if ('{}[],:"'.includes(first) || text.length - offset > MOST_CHARACTERS) return true;
    BEHIND_SCALAR.lastIndex = offset;
    return BEHIND_SCALAR.test(text);
  }

  /** Takes one token; false where its end has not come yet. */
  #token(atEnd: boolean): boolean {
    try {
      this.#take();
      return true;
    } catch (error) {
      if (!(error instanceof MalformedJson)) throw error;
      if (error.code === 'TRUNCATED' && !atEnd) return false;
      throw new MalformedJson(error.code, error.message, this.#base + error.offset);
    }
  }

  #take(): void {
    const cursor = this.#cursor;
    this.#begun = true;
    switch (this.#expected) {
      case 'nothing':
        throw behindTheEnd(cursor.offset);
      case 'colon':
        cursor.expect(':', 'a colon');
        this.#expected = 'value';
        return;
      case 'name-or-end':
        if (cursor.take('}')) this.#close();
        else this.#name();
        return;
      case 'name':
        this.#name();
        return;
      case 'value-or-end':
        if (cursor.take(']')) this.#close();
        else this.#value();
        return;
      case 'value':
        this.#value();
        return;
      default:
        this.#commaOrEnd();
    }
  }

  #commaOrEnd(): void {
    const cursor = this.#cursor;
    const inObject = this.#open[this.#open.length - 1] !== null;
    if (cursor.take(',')) this.#expected = inObject ? 'name' : 'value';
    else {
      cursor.expect(inObject ? '}' : ']', `a comma or the end of the ${inObject ? 'object' : 'list'}`);
      this.#close();
    }
  }

  #name(): void {
    const cursor = this.#cursor;
    cursor.peek();
    const { offset } = cursor;
    const name = cursor.string();
    const names = this.#open[this.#open.length - 1];
    if (names?.has(name)) throw repeatedProperty(name, offset);
    names?.add(name);
    this.#handler.name(name, this.#base + offset);
    this.#expected = 'colon';
  }

  #value(): void {
    const cursor = this.#cursor;
    const first = cursor.peek();
    const { offset } = cursor;
    const at = this.#base + offset;
    if (this.#open.length >= MOST_LEVELS) throw beyondLimit(`more than ${MOST_LEVELS} levels`, offset);
    if (first === '{' || first === '[') {
      cursor.offset += 1;
      this.#open.push(first === '{' ? new Set() : null);
      this.#expected = first === '{' ? 'name-or-end' : 'value-or-end';
      if (first === '{') this.#handler.object(at);
      else this.#handler.list(at);
      return;
    }
    if (first === '"') this.#handler.scalar(cursor.string(), 'string', at);
    else {
      const scalar = cursor.scalar();
      this.#handler.scalar(scalar, /^[tfn]/.test(scalar) ? 'word' : 'number', at);
    }
    this.#valueEnds();
  }

  #close(): void {
    this.#open.pop();
    this.#handler.close();
    this.#valueEnds();
  }

  #valueEnds(): void {
    this.#expected = this.#open.length === 0 ? 'nothing' : 'comma-or-end';
  }
}
