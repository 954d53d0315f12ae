/** The last part of a text that comes in pieces: as much of it as is still asked for, by offsets in UTF-16 units. */
export class RecentText {
  #pieces: { offset: number; text: string }[] = [];
  #taken = 0;

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push({ offset: this.#taken, text: piece });
    this.#taken += piece.length;
  }

  /** Stretches that begin before this offset are not asked for any more. */
  forgetBefore(offset: number): void {
    const kept = this.#pieces.findIndex((piece) => piece.offset + piece.text.length > offset);
    if (kept > 0) this.#pieces = this.#pieces.slice(kept);
    else if (kept < 0) this.#pieces = [];
  }

  /** What is known of the text between two offsets. */
  stretch(from: number, to: number): string {
    let found = '';
    for (const { offset, text } of this.#pieces) {
      if (offset >= to) break;
      if (offset + text.length > from) found += text.slice(Math.max(from - offset, 0), to - offset);
    }
    return found;
  }

  /** The UTF-16 unit at an offset; NaN where it is not known. */
  unitAt(offset: number): number {
    for (let index = this.#pieces.length - 1; index >= 0; index -= 1) {
      const piece = this.#pieces[index];
      if (piece !== undefined && piece.offset <= offset) return piece.text.charCodeAt(offset - piece.offset);
    }
    return Number.NaN;
  }
}
