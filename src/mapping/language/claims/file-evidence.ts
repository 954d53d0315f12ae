import { Fault } from '../../../domain/fault.ts';
import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import { readRecords } from '../../../formats/records/open-records.ts';
import { openText } from '../../../formats/text/open-text.ts';
import { beginningOfXml } from '../../../formats/xml/beginning-of-xml.ts';
import { readXml } from '../../../formats/xml/read-xml.ts';
import type { SinkTable, XmlDocument, XmlElement } from '../../../formats/xml/xml-tree.ts';
import { type Unwrapped, unwrapEnvelope } from '../../envelope/sbdh-envelope.ts';

/** So much of a file tells whose it is. */
const BEGINNING_BYTES = 65_536;
/** A file up to this size is read at once where values in it tell whose it is. */
const WHOLE_BYTES = 16_000_000;

type EncodingName = Exclude<MappingFormat['encoding'], undefined>;

/** What a file shows of itself before it is known how it is to be read. Everything is looked at once, when somebody asks. */
export class FileEvidence {
  readonly bytes: Uint8Array;
  readonly sinks: SinkTable;
  readonly #beginnings = new Map<EncodingName, string>();
  readonly #canBeRead: boolean;
  #sign: string | undefined;
  #document: { read: XmlDocument } | { fault: Fault } | undefined;
  #unwrapped: { read: XmlDocument & Unwrapped } | { fault: Fault } | undefined;
  readonly #tops = new Map<MappingFormat['format'], XmlElement | null>();

  /** `isWhole`: false where `bytes` are only the beginning of a file that is too large to be in hand. */
  constructor(bytes: Uint8Array, sinks: SinkTable, isWhole = true) {
    this.bytes = bytes;
    this.sinks = sinks;
    this.#canBeRead = isWhole && bytes.byteLength <= WHOLE_BYTES;
  }

  /** Its first character that says something; empty where there is none. Every encoding has ASCII characters as their own bytes. */
  get sign(): string {
    this.#sign ??= firstSign(this.bytes);
    return this.#sign;
  }

  /** Its first characters, in the encoding that its mark or declaration says, else in this one; empty where that cannot be. */
  beginning(encoding: EncodingName = 'utf-8'): string {
    const known = this.#beginnings.get(encoding);
    if (known !== undefined) return known;
    const text = beginningText(this.bytes.subarray(0, BEGINNING_BYTES), encoding);
    this.#beginnings.set(encoding, text);
    return text;
  }

  /** The whole file as XML, or why it cannot be read. */
  get document(): { read: XmlDocument } | { fault: Fault } {
    this.#document ??= orFault(() => readXml(this.bytes, { sinks: this.sinks }));
    return this.#document;
  }

  /** The same, with the document in its envelope where it is in one. */
  get unwrapped(): { read: XmlDocument & Unwrapped } | { fault: Fault } {
    const { document } = this;
    if ('fault' in document) return document;
    this.#unwrapped ??= orFault(() => ({ ...document.read, ...unwrapEnvelope(document.read) }));
    return this.#unwrapped;
  }

  /** The top of the file's tree with what can be seen of it: all where the file is not large, else its beginning. Null where there is none. */
  top({ format, encoding, envelope }: MappingFormat): XmlElement | null {
    if (envelope !== undefined) return 'read' in this.unwrapped ? this.unwrapped.read.payload : null;
    const known = this.#tops.get(format);
    if (known !== undefined) return known;
    const top = format === 'xml' ? this.#topOfXml() : this.#topOfJson(encoding);
    this.#tops.set(format, top);
    return top;
  }

  #topOfXml(): XmlElement | null {
    if (this.#canBeRead && 'read' in this.document) return this.document.read.root;
    return beginningOfXml(this.beginning());
  }

  #topOfJson(encoding: EncodingName = 'utf-8'): XmlElement | null {
    if (!this.#canBeRead) return null;
    let top: XmlElement | null = null;
    try {
      const record = ({ root }: { root: XmlElement }): void => {
        top = root;
      };
      readRecords(this.bytes, { format: 'json', encoding }, {}, { record, refused: () => {} });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
    return top;
  }
}

function orFault<Read>(read: () => Read): { read: Read } | { fault: Fault } {
  try {
    return { read: read() };
  } catch (error) {
    if (error instanceof Fault) return { fault: error };
    throw error;
  }
}

function beginningText(bytes: Uint8Array, encoding: EncodingName): string {
  try {
    const text = openText(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
    return text.write(bytes) + text.end();
  } catch (error) {
    if (error instanceof Fault) return '';
    throw error;
  }
}

/** Byte order marks, blanks, and the empty halves of UTF-16 say nothing. */
const SILENT: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

function firstSign(bytes: Uint8Array): string {
  const first = bytes.find((byte) => !SILENT.has(byte));
  return first === undefined ? '' : String.fromCharCode(first);
}
