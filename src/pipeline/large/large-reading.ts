import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import { opensJsonList } from '../../formats/json/split-json-list.ts';
import type { RecordReader } from '../../formats/records/source-record.ts';
import { type OpenText, openText } from '../../formats/text/open-text.ts';
import { streamCanonical } from '../../mapping/canonical/stream-canonical.ts';
import { type ContentKind, contentKind } from '../content-kind.ts';
import { CANONICAL_MAPPING, findingOf, NONE, read } from '../read.ts';
import { CHANNEL_CONTENTS, notTakenHere } from '../taken-here.ts';
import { DocumentCollector, type PackedRead, packedRefusal, packedWhole } from './document-collector.ts';
import type { LargeInput } from './read-large.ts';

/** How a file is read, once its beginning has told. */
interface Way {
  write(piece: Uint8Array): void;
  end(): PackedRead;
}

/** So much of a file tells what it is. */
const HEAD_BYTES = 65_536;

/** One large file while it is read: what it is is seen from its beginning, then each piece is read and forgotten. */
export class LargeReading {
  readonly #input: LargeInput;
  #head: Uint8Array = new Uint8Array();
  #way: Way | undefined;

  constructor(input: LargeInput) {
    this.#input = input;
  }

  write(piece: Uint8Array): void {
    if (this.#way !== undefined) {
      this.#way.write(piece);
      return;
    }
    this.#head = this.#head.byteLength === 0 ? piece.slice() : Buffer.concat([this.#head, piece]);
    if (this.#head.byteLength >= HEAD_BYTES) this.#begin();
  }

  end(): PackedRead {
    return (this.#way ?? this.#begin()).end();
  }

  #begin(): Way {
    const way = wayOf(this.#head, this.#input);
    this.#way = way;
    way.write(this.#head);
    this.#head = new Uint8Array();
    return way;
  }
}

function wayOf(head: Uint8Array, input: LargeInput): Way {
  let kind: ContentKind;
  try {
    kind = contentKind(head, input.name);
  } catch (error) {
    return refusedFor(error);
  }
  const contents = CHANNEL_CONTENTS[input.channel];
  if (kind === 'other' || !contents.includes(kind === 'xml' ? 'xml' : 'json'))
    return refused(notTakenHere(input.channel));
  if (kind === 'json-lines') return canonical('lines', input);
  if (kind === 'json' && opensJsonList(beginningOf(head))) return canonical('list', input);
  return new AsWhole(input);
}

/** The text of the beginning, as far as it can be read. */
function beginningOf(head: Uint8Array): string {
  try {
    return openText().write(head);
  } catch {
    return '';
  }
}

function canonical(layout: 'list' | 'lines', { channel }: LargeInput): Way {
  const collector = new DocumentCollector(channel);
  return new CanonicalWay(collector, streamCanonical(layout, collector));
}

/** Canonical JSON, document by document. Bytes that are no text are said first, as in a small file, wherever they stand. */
class CanonicalWay implements Way {
  readonly #collector: DocumentCollector;
  readonly #reader: RecordReader;
  readonly #text: OpenText = openText();
  #unreadable: Fault | undefined;
  #malformed: Fault | undefined;

  constructor(collector: DocumentCollector, reader: RecordReader) {
    this.#collector = collector;
    this.#reader = reader;
  }

  write(piece: Uint8Array): void {
    const text = this.#decoded(() => this.#text.write(piece));
    if (text !== undefined) this.#read(() => this.#reader.write(text));
  }

  end(): PackedRead {
    const text = this.#decoded(() => this.#text.end());
    this.#unreadable ??= this.#text.cut();
    if (this.#unreadable !== undefined) return packedRefusal(NONE, [findingOf(this.#unreadable)]);
    this.#read(() => {
      this.#reader.write(text ?? '');
      this.#reader.end();
    });
    if (this.#malformed !== undefined) return packedRefusal(CANONICAL_MAPPING, [findingOf(this.#malformed)]);
    return this.#collector.result(CANONICAL_MAPPING);
  }

  #decoded(work: () => string): string | undefined {
    if (this.#unreadable !== undefined) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#unreadable = error;
      return undefined;
    }
  }

  #read(work: () => void): void {
    if (this.#malformed !== undefined) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#malformed = error;
    }
  }
}

/** What is one document however large it is, such as an invoice with its attachments: read when all of it is there. */
class AsWhole implements Way {
  readonly #input: LargeInput;
  readonly #bytes: Buffer;
  #filled = 0;

  constructor(input: LargeInput) {
    this.#input = input;
    this.#bytes = Buffer.allocUnsafeSlow(input.bytes);
  }

  write(piece: Uint8Array): void {
    this.#bytes.set(piece, this.#filled);
    this.#filled += piece.byteLength;
  }

  end(): PackedRead {
    const { fileId, channel, name } = this.#input;
    return packedWhole(read({ fileId, channel, name, bytes: this.#bytes.subarray(0, this.#filled) }));
  }
}

/** Refused by its beginning: the rest is not looked at. */
function refused(finding: Finding): Way {
  return { write: () => undefined, end: () => packedRefusal(NONE, [finding]) };
}

function refusedFor(error: unknown): Way {
  if (!(error instanceof Fault)) throw error;
  return refused(findingOf(error));
}
