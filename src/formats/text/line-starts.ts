/** Finds where lines begin in a text that comes in pieces. Lines end with LF, CR LF or a lone CR. */
export class LineStarts {
  #base = 0;
  #returned = false;

  /** How much of the text has been taken, in UTF-16 units. */
  get taken(): number {
    return this.#base;
  }

  /** The text so far ends with a CR: whether a line ends there, or half of CR LF stands there, only the next piece tells. */
  get returned(): boolean {
    return this.#returned;
  }

  /** The offsets at which lines begin, as far as this next piece shows them. To be read to the end before the next piece. */
  *in(piece: string): Generator<number, void, undefined> {
    if (piece === '') return;
    const base = this.#base;
    if (this.#returned && !piece.startsWith('\n')) yield base;
    this.#returned = piece.endsWith('\r');
    const lineEnd = /\r\n?|\n/g;
    while (lineEnd.exec(piece) !== null) {
      if (this.#returned && lineEnd.lastIndex === piece.length) break;
      yield base + lineEnd.lastIndex;
    }
    this.#base = base + piece.length;
  }
}
