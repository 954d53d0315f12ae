import { PathProblem } from './path-syntax.ts';

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.-]*/uy;
const NUMBER = /\d{1,9}/y;

/** Goes through the text of a path. */
export class PathCursor {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get next(): string {
    return this.source[this.at] ?? '';
  }

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Does the path end here, or what it is compared with? */
  get endsPath(): boolean {
    this.skipBlanks();
    return this.atEnd || this.next === '|' || this.next === ']' || this.next === '=' || this.next === '!';
  }

  skipBlanks(): void {
    while (/\s/.test(this.next)) this.at += 1;
  }

  /** Takes a sign, with blanks before it where it stands between paths. */
  takes(sign: string): boolean {
    const from = this.at;
    if (sign === '|' || sign === '/') this.skipBlanks();
    if (this.source.startsWith(sign, this.at)) {
      this.at += sign.length;
      return true;
    }
    this.at = from;
    return false;
  }

  name(): string | undefined {
    return this.#match(NAME);
  }

  number(): number | undefined {
    const digits = this.#match(NUMBER);
    return digits === undefined ? undefined : Number(digits);
  }

  /** A text in quotation marks of either kind; one inside is written twice. */
  quoted(): string | undefined {
    const mark = this.next;
    if (mark !== "'" && mark !== '"') return undefined;
    const open = this.at;
    let text = '';
    this.at += 1;
    while (!this.atEnd) {
      const close = this.source.indexOf(mark, this.at);
      if (close < 0) break;
      text += this.source.slice(this.at, close);
      this.at = close + 1;
      if (this.next !== mark) return text;
      text += mark;
      this.at += 1;
    }
    throw new PathProblem('A quotation mark is not closed.', `Close it with ${mark}.`, open);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
