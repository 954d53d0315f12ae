import type { FaultCode } from '../../domain/fault.table.ts';

/** Stops reading JSON at an offset. Becomes a fault with line and column where the text is known. */
export class MalformedJson extends Error {
  readonly code: FaultCode;
  readonly offset: number;

  constructor(code: FaultCode, message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

const WHITE = /[\t\n\r ]*/y;
const STRING_END = /["\\\u0000-\u001f]/g;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Reads the tokens of a JSON text, strictly as RFC 8259 has them, and says where it stands. */
export class JsonCursor {
  readonly text: string;
  offset: number;

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  /** The next character that is no white space, without taking it; empty at the end. */
  peek(): string {
    if (this.text.charCodeAt(this.offset) > 0x20) return this.text.charAt(this.offset);
    WHITE.lastIndex = this.offset;
    WHITE.test(this.text);
    this.offset = WHITE.lastIndex;
    return this.text.charAt(this.offset);
  }

  /** Takes the next character where it is this one. */
  take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.offset += 1;
    return true;
  }

  expect(character: string, what: string): void {
    if (!this.take(character)) throw this.unexpected(what);
  }

  /** A string, with its escapes resolved. */
  string(): string {
    const start = this.offset;
    if (!this.take('"')) throw this.unexpected('a string in double quotation marks');
    for (;;) {
      STRING_END.lastIndex = this.offset;
      const found = STRING_END.exec(this.text);
      if (found === null)
        throw new MalformedJson('TRUNCATED', 'The file ends in the middle of a string.', this.text.length);
      this.offset = found.index + 1;
      if (found[0] === '"') break;
      if (found[0] === '\\') this.offset += 1;
      else
        throw new MalformedJson(
          'JSON_NOT_WELL_FORMED',
          'A line end or control character stands inside a string.',
          found.index,
        );
    }
    return this.#resolved(start);
  }

  /** A number, `true`, `false` or `null`, as its text. */
  scalar(): string {
    SCALAR.lastIndex = this.offset;
    const found = SCALAR.exec(this.text)?.[0];
    const after = found === undefined ? '' : this.text.charAt(this.offset + found.length);
    if (found === undefined || /[\w.+-]/.test(after)) throw this.unexpected('a value');
    this.offset += found.length;
    return found;
  }

  /** What is here instead of what should be: the end of the text, or something else. */
  unexpected(what: string): MalformedJson {
    const here = this.peek();
    if (here === '' || this.#couldGoOn()) {
      return new MalformedJson('TRUNCATED', `The file ends where ${what} should come.`, this.text.length);
    }
    return new MalformedJson(
      'JSON_NOT_WELL_FORMED',
      `Here stands ${JSON.stringify(here)} where ${what} should come.`,
      this.offset,
    );
  }

  /** The rest of the text is the beginning of a value that the end cuts off: `tru`, `-`, `1.`, `2e`. */
  #couldGoOn(): boolean {
    const rest = this.text.slice(this.offset, this.offset + 40);
    if (this.offset + rest.length < this.text.length) return false;
    return (
      ['true', 'false', 'null'].some((word) => word.startsWith(rest)) ||
      /^-?(?:(?:0|[1-9]\d*)(?:\.\d*|(?:\.\d+)?[eE][+-]?\d*)?)?$/.test(rest)
    );
  }

  #resolved(start: number): string {
    const raw = this.text.slice(start, this.offset);
    if (!raw.includes('\\')) return raw.slice(1, -1);
    try {
      const resolved = JSON.parse(raw) as string;
      if (resolved.isWellFormed()) return resolved;
    } catch {
      // Said below, with the place of the escape.
    }
    const bad = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(raw.replace(/\\\\/g, '..'))?.index ?? 0;
    throw new MalformedJson(
      'JSON_NOT_WELL_FORMED',
      'A backslash in a string begins no escape that JSON has, or half a character.',
      start + bad,
    );
  }
}
