import { JsonCursor } from './json-cursor.ts';

/** A path into a JSON value: property names and list positions. */
export type JsonPath = readonly (string | number)[];

/**
 * The offset of what a path names, in a text that is known to be JSON, from the value at `start` on. A property gives
 * the offset of its name. Where the path leads nowhere (a missing property), the nearest thing that holds it.
 */
export function locateJson(text: string, start: number, path: JsonPath): number {
  const cursor = new JsonCursor(text, start);
  cursor.peek();
  let offset = cursor.offset;
  for (const [index, step] of path.entries()) {
    const found = typeof step === 'number' ? enterList(cursor, step) : enterObject(cursor, step);
    if (found === undefined) return offset;
    offset = index === path.length - 1 ? found : cursor.offset;
  }
  return offset;
}

/** The cursor stands at an object: moves it to the value of a property and gives the offset of the name. */
function enterObject(cursor: JsonCursor, name: string): number | undefined {
  if (!cursor.take('{') || cursor.peek() === '}') return undefined;
  do {
    cursor.peek();
    const { offset } = cursor;
    const found = cursor.string() === name;
    cursor.expect(':', 'a colon');
    cursor.peek();
    if (found) return offset;
    skipValue(cursor);
  } while (cursor.take(','));
  return undefined;
}

/** The cursor stands at a list: moves it to an entry. */
function enterList(cursor: JsonCursor, position: number): number | undefined {
  if (!cursor.take('[') || cursor.peek() === ']') return undefined;
  for (let at = 0; ; at += 1) {
    cursor.peek();
    if (at === position) return cursor.offset;
    skipValue(cursor);
    if (!cursor.take(',')) return undefined;
  }
}

/** Moves past one value, however deep: only brackets are counted. */
function skipValue(cursor: JsonCursor): void {
  let depth = 0;
  do {
    const next = cursor.peek();
    if (next === '"') cursor.string();
    else if (next === '{' || next === '[') {
      depth += 1;
      cursor.offset += 1;
    } else if (next === '}' || next === ']') {
      depth -= 1;
      cursor.offset += 1;
    } else if (next === ',' || next === ':') cursor.offset += 1;
    else cursor.scalar();
  } while (depth > 0);
}

/** A path for people and for acknowledgements: `documents[3].lines[0].price`. */
export function jsonPathText(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
