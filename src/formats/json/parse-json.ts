import { JsonCursor, MalformedJson } from './json-cursor.ts';
import { JsonNumber, type JsonObject, type JsonValue } from './json-value.ts';

/** Documents of ours need about five levels. */
export const MOST_LEVELS = 64;
/** Values in one file: more would not fit in memory as a tree. */
const MOST_VALUES = 10_000_000;

/** A parsed text, with the offsets of the entries of its outer lists, so that each can be found again quickly. */
export interface ParsedJson {
  value: JsonValue;
  /** Where the value begins. */
  offset: number;
  offsetsOf(list: readonly JsonValue[]): readonly number[] | undefined;
}

/**
 * Parses one JSON text strictly. Unlike JSON.parse it keeps the text of numbers, refuses a property that stands
 * twice (the second would silently win), and has limits. `__proto__` is a property like any other.
 * Throws `MalformedJson`.
 */
export function parseJson(text: string): ParsedJson {
  const cursor = new JsonCursor(text, 0);
  if (cursor.peek() === '') throw new MalformedJson('EMPTY_FILE', 'There is no content, only white space.', 0);
  const { offset } = cursor;
  const parser = new Parser(cursor);
  const value = parser.value(1);
  if (cursor.peek() !== '') {
    throw behindTheEnd(cursor.offset);
  }
  return { value, offset, offsetsOf: (list) => parser.offsets.get(list) };
}

/**
 * Parses one entry of the list `{"documents": [ … ]}` and what stands behind it, which has to be a comma or the end of
 * the list as the last character of the text. Throws `MalformedJson`, with offsets in this text, for what
 * `parseJson` throws for in the whole.
 */
export function parseJsonEntry(text: string): { value: JsonValue; offset: number } {
  const cursor = new JsonCursor(text, 0);
  cursor.peek();
  const { offset } = cursor;
  const value = new Parser(cursor).value(LEVEL_OF_ENTRIES);
  const behind = cursor.peek();
  if ((behind !== ',' && behind !== ']') || cursor.offset !== text.length - 1)
    throw cursor.unexpected('a comma or the end of the list');
  return { value, offset };
}

/** The object, its list, and the entries. */
const LEVEL_OF_ENTRIES = 3;

/** The second of two properties of one name: one of them would silently win. */
export function repeatedProperty(key: string, offset: number): MalformedJson {
  const message = `The property "${key.slice(0, 80)}" stands twice in one object.`;
  return new MalformedJson('JSON_NOT_WELL_FORMED', message, offset);
}

/** More text behind the one value that a JSON text is. */
export function behindTheEnd(offset: number): MalformedJson {
  return new MalformedJson('JSON_NOT_WELL_FORMED', 'Something stands behind the end of the document.', offset);
}

/** Too many levels or values. `what`: of what the limit is gone beyond. */
export function beyondLimit(what: string, offset: number): MalformedJson {
  return new MalformedJson('FILE_TOO_LARGE', `The file has ${what}, which is the limit.`, offset);
}

class Parser {
  readonly offsets = new Map<readonly JsonValue[], number[]>();
  readonly #cursor: JsonCursor;
  #values = 0;

  constructor(cursor: JsonCursor) {
    this.#cursor = cursor;
  }

  value(level: number): JsonValue {
    const cursor = this.#cursor;
    const first = cursor.peek();
    this.#values += 1;
    if (level > MOST_LEVELS || this.#values > MOST_VALUES) throw this.#tooMuch(level);
    if (first === '{') return this.#object(level);
    if (first === '[') return this.#list(level);
    if (first === '"') return cursor.string();
    const scalar = cursor.scalar();
    if (scalar === 'true') return true;
    if (scalar === 'false') return false;
    return scalar === 'null' ? null : new JsonNumber(scalar);
  }

  #object(level: number): JsonObject {
    const cursor = this.#cursor;
    const object: JsonObject = {};
    cursor.expect('{', 'an object');
    if (cursor.take('}')) return object;
    do {
      cursor.peek();
      const { offset } = cursor;
      const key = cursor.string();
      if (Object.hasOwn(object, key)) {
        throw repeatedProperty(key, offset);
      }
      cursor.expect(':', 'a colon');
      const value = this.value(level + 1);
      if (key === '__proto__')
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      else object[key] = value;
    } while (cursor.take(','));
    cursor.expect('}', 'a comma or the end of the object');
    return object;
  }

  #list(level: number): JsonValue[] {
    const cursor = this.#cursor;
    const list: JsonValue[] = [];
    const offsets: number[] = [];
    cursor.expect('[', 'a list');
    if (level <= 2) this.offsets.set(list, offsets);
    if (cursor.take(']')) return list;
    do {
      cursor.peek();
      if (level <= 2) offsets.push(cursor.offset);
      list.push(this.value(level + 1));
    } while (cursor.take(','));
    cursor.expect(']', 'a comma or the end of the list');
    return list;
  }

  #tooMuch(level: number): MalformedJson {
    const what =
      level > MOST_LEVELS ? `more than ${MOST_LEVELS} levels` : `more than ${MOST_VALUES.toLocaleString('en')} values`;
    return beyondLimit(what, this.#cursor.offset);
  }
}
