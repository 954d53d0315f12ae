import type { SinkTable, SunkText, TextSink, XmlElement } from './xml-tree.ts';

/** A text that cannot hold markup, references or forbidden characters needs no parser. */
const PLAIN_BASE64 = /^[A-Za-z0-9+/=\t\n\r ]*$/;

/** The open element whose text goes to a sink instead of the tree. */
export class SunkElement {
  readonly element: XmlElement;
  readonly #sink: TextSink;
  characters = 0;
  /** While the text has been plain from the start tag on: the offset up to which it was handed over. -1 afterwards. */
  plainUpTo: number;

  constructor(element: XmlElement, sink: TextSink, offset: number) {
    this.element = element;
    this.#sink = sink;
    this.plainUpTo = offset;
  }

  write(text: string): void {
    this.characters += text.length;
    this.#sink.write(text);
  }

  /** What may go past the parser: plain base64 up to the next `<` or the end of the piece. Empty where it is anything else. */
  plainText(piece: string, from: number): { text: string; isAll: boolean } {
    const less = piece.indexOf('<', from);
    const text = piece.slice(from, less < 0 ? piece.length : less);
    return PLAIN_BASE64.test(text) ? { text, isAll: less >= 0 } : { text: '', isAll: true };
  }

  end(): SunkText {
    return this.#sink.end();
  }
}

/** Just behind the next start tag of an element with a sink, else the end of the piece. */
export function afterSinkTag(sinks: SinkTable, piece: string, from: number): number {
  let nearest = piece.length;
  for (const name of sinks.keys()) {
    const found = piece.indexOf(name, from);
    const close = found < 0 ? -1 : piece.indexOf('>', found);
    if (close >= 0 && close < nearest) nearest = close + 1;
  }
  return nearest;
}
