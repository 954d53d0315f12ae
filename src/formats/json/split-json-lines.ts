import type { LineColumn } from '../text/line-index.ts';
import { RunningPlaces } from '../text/running-places.ts';
import { MOST_CHARACTERS } from './most-characters.ts';

/** One line of an NDJSON text that is not blank. */
export interface PlacedLine {
  text: string;
  /** Of its first character. */
  begins: LineColumn;
  /** The file ends behind it without a line end. */
  unended: boolean;
}

/** Takes the lines; `tooLong` is given the place of one that is beyond the limit, and has to throw. */
export interface LineSink {
  line(line: PlacedLine): void;
  tooLong(begins: LineColumn, limit: number): never;
}

/** Splits an NDJSON text into its lines, as json-lines.ts does, while it is read: it keeps one line. */
export class JsonLineSplitter {
  readonly #sink: LineSink;
  readonly #places = new RunningPlaces();
  /** The beginning of the line at hand. */
  #parts: string[] = [];
  #length = 0;

  constructor(sink: LineSink) {
    this.#sink = sink;
  }

  write(piece: string): void {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      this.#keep(piece.slice(from, end));
      this.#line(false);
      from = end + 1;
    }
    if (from < piece.length) this.#keep(piece.slice(from));
    if (this.#length > MOST_CHARACTERS) this.#sink.tooLong(this.#places.here(), MOST_CHARACTERS);
  }

  end(): void {
    if (this.#parts.length > 0) this.#line(true);
  }

  #keep(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #line(unended: boolean): void {
    const text = this.#parts.length === 1 ? (this.#parts[0] as string) : this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    const begins = this.#places.here();
    this.#pass(unended ? text : `${text}\n`);
    if (text.trim() !== '') this.#sink.line({ text, begins, unended });
  }

  #pass(text: string): void {
    this.#places.add(text);
    this.#places.forgetBefore(this.#places.taken);
  }
}
