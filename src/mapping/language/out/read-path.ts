import type { Condition, DocumentPath, Step } from './document-path.ts';

/** Why a text is no path, and at which of its characters, from 0. */
export class PathProblem extends Error {
  override readonly name = 'PathProblem';
  readonly hint: string;
  readonly offset: number;

  constructor(message: string, hint: string, offset: number) {
    super(message);
    this.hint = hint;
    this.offset = offset;
  }
}

const NAME = /[\p{L}_][\p{L}\p{N}_.-]*/uy;
const NUMBER = /\d+/y;
const WRITE_A_PATH =
  "Write names with slashes between them: lines/productNo, ../orderNo, lines[1], lines[kind='freight'].";
/** Deeper conditions in conditions help nobody. */
const MOST_NESTED = 8;

/** Reads a path of a canonical document. Throws a `PathProblem`. */
export function readPath(text: string): DocumentPath {
  const reader = new PathReader(text);
  const path = reader.path(0);
  if (reader.offset < text.length) throw reader.problem('a slash');
  return path;
}

class PathReader {
  readonly #text: string;
  offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(nested: number): DocumentPath {
    if (nested > MOST_NESTED) throw this.problem('no further condition');
    const start = this.offset;
    const alternatives = [this.#alternative(nested)];
    while (this.#take('|')) alternatives.push(this.#alternative(nested));
    return { text: this.#text.slice(start, this.offset).trim(), alternatives };
  }

  problem(wanted: string): PathProblem {
    const here = this.#text.slice(this.offset, this.offset + 1);
    const found = here === '' ? 'The path ends' : `Here stands "${here}"`;
    return new PathProblem(`${found} where ${wanted} should come.`, WRITE_A_PATH, this.offset);
  }

  #alternative(nested: number): DocumentPath['alternatives'][number] {
    this.#skipBlanks();
    const fromTop = this.#take('/');
    const steps = [this.#step(nested)];
    while (this.#take('/')) steps.push(this.#step(nested));
    this.#skipBlanks();
    return { fromTop, steps };
  }

  #step(nested: number): Step {
    const move = this.#take('..') ? 'parent' : this.#take('.') ? 'self' : this.#take('*') ? 'any' : 'child';
    const name = move === 'child' ? this.#name() : '';
    const conditions: Condition[] = [];
    while (this.#take('[')) {
      conditions.push(this.#condition(nested));
      if (!this.#take(']')) throw this.problem('"]"');
    }
    return { move, name, conditions };
  }

  #name(): string {
    if (this.#text[this.offset] === "'") return this.#quoted();
    const name = this.#match(NAME);
    if (name === undefined) throw this.problem('a name');
    return name;
  }

  #quoted(): string {
    const end = this.#text.indexOf("'", this.offset + 1);
    if (end <= this.offset + 1) throw this.problem("a text in quotes ('…')");
    const text = this.#text.slice(this.offset + 1, end);
    this.offset = end + 1;
    return text;
  }

  #condition(nested: number): Condition {
    this.#skipBlanks();
    const number = this.#match(NUMBER);
    if (number !== undefined) {
      if (Number(number) < 1) throw this.problem('a number from 1 before it');
      this.#skipBlanks();
      return { test: 'number', number: Number(number) };
    }
    const path = this.path(nested + 1);
    const isNot = this.#take('!=');
    if (!isNot && !this.#take('=')) return { test: 'there', path };
    this.#skipBlanks();
    if (this.#text[this.offset] === "'") {
      const literal = this.#text[this.offset + 1] === "'" ? this.#empty() : this.#quoted();
      this.#skipBlanks();
      return { test: isNot ? 'is-not' : 'is', path, literal: literal.trim().toLowerCase() };
    }
    if (isNot) throw this.problem("a text in quotes ('…')");
    return { test: 'same-as', path, other: this.path(nested + 1) };
  }

  #empty(): string {
    this.offset += 2;
    return '';
  }

  #take(word: string): boolean {
    if (!this.#text.startsWith(word, this.offset)) return false;
    this.offset += word.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.offset += found.length;
    return found;
  }

  #skipBlanks(): void {
    while (this.#text[this.offset] === ' ') this.offset += 1;
  }
}
