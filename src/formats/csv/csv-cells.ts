import type { CsvCell, CsvHandler, CsvRow, CsvWriting } from './csv-row.ts';

type State = 'line-start' | 'cell' | 'quoted' | 'quote-seen' | 'behind-quote' | 'skipped';

/** Cuts a text that comes in pieces into lines of cells. Lines end with LF, CR LF or a lone CR; blank ones are left out. */
export class CsvCells {
  readonly #writing: CsvWriting;
  readonly #handler: CsvHandler;
  readonly #most: { characters: number; columns: number };
  readonly #stops: RegExp;
  readonly #lineEnd = /[\r\n]/g;
  #state: State = 'line-start';
  #waiting = '';
  #base = 0;
  #skipLines: number;
  #returned = false;
  #cells: CsvCell[] = [];
  #text = '';
  #rowOffset = 0;
  #cellOffset = 0;
  #quoteOffset = 0;
  #wasQuoted = false;
  #fault: CsvRow['fault'];

  constructor(writing: CsvWriting, handler: CsvHandler, most: { characters: number; columns: number }) {
    this.#writing = writing;
    this.#handler = handler;
    this.#most = most;
    this.#skipLines = writing.skipLines;
    const marks = [writing.separator, writing.quote].map((mark) => mark.replace(/[\\\]^-]/, '\\$&')).join('');
    this.#stops = new RegExp(`[${marks}\\r\\n]`, 'g');
  }

  write(piece: string): void {
    this.#read(this.#waiting + piece, false);
  }

  end(): void {
    this.#read(this.#waiting, true);
    if (this.#state === 'quoted') this.#handler.unclosed(this.#quoteOffset);
    if (this.#state === 'skipped' || this.#state === 'line-start') return;
    this.#endCell();
    this.#endRow(this.#base);
  }

  #read(text: string, atEnd: boolean): void {
    let at = 0;
    while (at < text.length) {
      const isSecondHalf = this.#returned && text[at] === '\n';
      this.#returned = false;
      const next = isSecondHalf ? at + 1 : this.#step(text, at, atEnd);
      if (next < 0) break;
      at = next;
    }
    this.#waiting = text.slice(at);
    this.#base += at;
    if (this.#text.length > this.#most.characters) this.#handler.tooLong(this.#cellOffset);
  }

  /** Takes what stands at a position and gives the next one; -1 where more text is needed to tell. */
  #step(text: string, at: number, atEnd: boolean): number {
    switch (this.#state) {
      case 'line-start':
        return this.#lineStart(text, at, atEnd);
      case 'quoted':
        return this.#quoted(text, at);
      case 'quote-seen':
        return this.#behindMark(text, at);
      case 'skipped':
        return this.#skip(text, at);
      default:
        return this.#cell(text, at);
    }
  }

  #lineStart(text: string, at: number, atEnd: boolean): number {
    const { comment } = this.#writing;
    if (this.#skipLines > 0) {
      this.#skipLines -= 1;
      this.#state = 'skipped';
      return at;
    }
    if (!atEnd && text.length - at < comment.length && comment.startsWith(text.slice(at))) return -1;
    this.#rowOffset = this.#base + at;
    this.#cellOffset = this.#rowOffset;
    this.#state = comment !== '' && text.startsWith(comment, at) ? 'skipped' : 'cell';
    return at;
  }

  #skip(text: string, at: number): number {
    this.#lineEnd.lastIndex = at;
    const found = this.#lineEnd.exec(text);
    if (found === null) return text.length;
    this.#state = 'line-start';
    this.#returned = found[0] === '\r';
    return found.index + 1;
  }

  /** A cell without quotation marks, or what stands behind them. */
  #cell(text: string, at: number): number {
    this.#stops.lastIndex = at;
    const found = this.#stops.exec(text);
    const stop = found?.index ?? text.length;
    this.#plain(text.slice(at, stop), at);
    if (found === null) return text.length;
    const [mark] = found;
    if (mark === this.#writing.quote) this.#mark(mark, stop);
    else {
      this.#endCell();
      this.#cellOffset = this.#base + stop + 1;
      if (mark !== this.#writing.separator) this.#endRow(this.#base + stop);
      this.#returned = mark === '\r';
    }
    return stop + 1;
  }

  /** A quotation mark opens a text where only blanks stand before it; elsewhere it is one character of the text. */
  #mark(mark: string, at: number): void {
    if (this.#state !== 'cell' || this.#text.trim() !== '') {
      this.#plain(mark, at);
      return;
    }
    this.#text = '';
    this.#wasQuoted = true;
    this.#quoteOffset = this.#base + at;
    this.#state = 'quoted';
  }

  #plain(text: string, at: number): void {
    if (this.#state === 'cell') this.#text += text;
    else if (text.trim() !== '')
      this.#fault ??= {
        message: 'Text stands behind a closing quotation mark. One that is part of a text is written twice.',
        offset: this.#base + at + text.search(/\S/),
      };
  }

  #quoted(text: string, at: number): number {
    const close = text.indexOf(this.#writing.quote, at);
    this.#text += text.slice(at, close < 0 ? text.length : close);
    if (close < 0) return text.length;
    this.#state = 'quote-seen';
    return close + 1;
  }

  #behindMark(text: string, at: number): number {
    if (text[at] !== this.#writing.quote) {
      this.#state = 'behind-quote';
      return at;
    }
    this.#text += this.#writing.quote;
    this.#state = 'quoted';
    return at + 1;
  }

  #endCell(): void {
    if (this.#cells.length >= this.#most.columns || this.#text.length > this.#most.characters)
      this.#handler.tooLong(this.#cellOffset);
    this.#cells.push({ text: this.#text, offset: this.#cellOffset });
    this.#text = '';
    this.#state = 'cell';
  }

  #endRow(end: number): void {
    const cells = this.#cells;
    const row: CsvRow = { cells, offset: this.#rowOffset, end };
    if (this.#fault !== undefined) row.fault = this.#fault;
    const isBlank = cells.length === 1 && !this.#wasQuoted && cells[0]?.text.trim() === '';
    this.#cells = [];
    this.#fault = undefined;
    this.#wasQuoted = false;
    this.#state = 'line-start';
    if (!isBlank) this.#handler.row(row);
  }
}
