/** Takes one line: its text without the line end, and where it begins in the whole text. */
export type TakeLine = (line: string, offset: number) => void;

/** Cuts a text that comes in pieces into lines. They end with LF, CR LF or a lone CR; the last one may lack its end. */
export class TextLines {
  readonly #take: TakeLine;
  readonly #tooLong: (offset: number) => never;
  readonly #mostCharacters: number;
  #waiting = '';
  #offset = 0;
  #returned = false;

  /** `tooLong` is called for a line of more than `mostCharacters`. */
  constructor(take: TakeLine, mostCharacters: number, tooLong: (offset: number) => never) {
    this.#take = take;
    this.#mostCharacters = mostCharacters;
    this.#tooLong = tooLong;
  }

  write(piece: string): void {
    if (piece === '') return;
    const skipped = this.#returned && piece.startsWith('\n') ? 1 : 0;
    this.#offset += skipped;
    this.#returned = piece.endsWith('\r');
    const lineEnd = /\r\n?|\n/g;
    lineEnd.lastIndex = skipped;
    let from = skipped;
    for (let found = lineEnd.exec(piece); found !== null; found = lineEnd.exec(piece)) {
      this.#give(this.#waiting + piece.slice(from, found.index));
      this.#waiting = '';
      this.#offset += lineEnd.lastIndex - found.index;
      from = lineEnd.lastIndex;
    }
    this.#waiting += piece.slice(from);
    if (this.#waiting.length > this.#mostCharacters) this.#tooLong(this.#offset);
  }

  end(): void {
    if (this.#waiting !== '') this.#give(this.#waiting);
    this.#waiting = '';
  }

  #give(line: string): void {
    if (line.length > this.#mostCharacters) this.#tooLong(this.#offset);
    const { length } = line;
    this.#take(line, this.#offset);
    this.#offset += length;
  }
}
