import { Fault } from '../../../domain/fault.ts';
import { textSource, wholeText } from '../../../formats/text/text-source.ts';
import { beginningOfXml } from '../../../formats/xml/beginning-of-xml.ts';
import { readXml } from '../../../formats/xml/read-xml.ts';
import type { SinkTable, XmlDocument, XmlElement } from '../../../formats/xml/xml-tree.ts';

/** So much of a file tells whose it is. */
const BEGINNING_BYTES = 65_536;
/** A file up to this size is read at once where a mapping needs the whole of it, and then once only. */
const WHOLE_BYTES = 32_000_000;

/** What a file shows of itself before it is known how it is to be read. Everything is looked at once, when somebody asks. */
export class FileEvidence {
  readonly bytes: Uint8Array;
  readonly #sinks: SinkTable;
  #beginning: string | undefined;
  #document: { read: XmlDocument } | { fault: Fault } | undefined;
  #top: { element: XmlElement | null } | undefined;

  constructor(bytes: Uint8Array, sinks: SinkTable) {
    this.bytes = bytes;
    this.#sinks = sinks;
  }

  /** Its first characters; bytes that are no text of the encoding stand for themselves. */
  get beginning(): string {
    this.#beginning ??= firstText(this.bytes.subarray(0, BEGINNING_BYTES));
    return this.#beginning;
  }

  /** The whole file as XML, or why it cannot be read. */
  get document(): { read: XmlDocument } | { fault: Fault } {
    this.#document ??= this.#readDocument();
    return this.#document;
  }

  /** The root element with what can be seen of it: all where the file is not large, else its beginning. Null where it is no XML. */
  get top(): XmlElement | null {
    this.#top ??= { element: this.#readTop() };
    return this.#top.element;
  }

  #readTop(): XmlElement | null {
    if (!this.beginning.trimStart().startsWith('<')) return null;
    if (this.bytes.byteLength <= WHOLE_BYTES && 'read' in this.document) return this.document.read.root;
    return beginningOfXml(this.beginning);
  }

  #readDocument(): { read: XmlDocument } | { fault: Fault } {
    try {
      return { read: readXml(this.bytes, { sinks: this.#sinks }) };
    } catch (error) {
      if (error instanceof Fault) return { fault: error };
      throw error;
    }
  }
}

function firstText(bytes: Uint8Array): string {
  try {
    return wholeText(textSource(bytes));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return String.fromCharCode(...bytes.subarray(0, 8_192));
  }
}
