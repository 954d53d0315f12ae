import type { InboxName } from '../../domain/settings.generated.ts';
import type { RecordReader } from '../../formats/records/source-record.ts';
import { type OpenText, openText } from '../../formats/text/open-text.ts';
import { streamCanonical } from '../../mapping/canonical/stream-canonical.ts';
import { CANONICAL_MAPPING, findingOf, NONE } from '../read.ts';
import { DocumentCollector, type PackedRead, packedRefusal } from './document-collector.ts';
import { UntilFault, type Way } from './way.ts';

/** Reads canonical JSON document by document. Bytes that are no text are said first, as of a small file, wherever they stand. */
export class CanonicalWay implements Way {
  readonly #collector: DocumentCollector;
  readonly #reader: RecordReader;
  readonly #text: OpenText = openText();
  readonly #decoding = new UntilFault();
  readonly #reading = new UntilFault();

  constructor(layout: 'list' | 'lines', channel: InboxName) {
    this.#collector = new DocumentCollector(channel);
    this.#reader = streamCanonical(layout, this.#collector);
  }

  write(piece: Uint8Array): void {
    const text = this.#decoding.do(() => this.#text.write(piece));
    if (text !== undefined) this.#reading.do(() => this.#reader.write(text));
  }

  end(): PackedRead {
    const text = this.#decoding.do(() => this.#text.end());
    const unreadable = this.#decoding.fault ?? this.#text.cut();
    if (unreadable !== undefined) return packedRefusal(NONE, [findingOf(unreadable)]);
    this.#reading.do(() => {
      this.#reader.write(text ?? '');
      this.#reader.end();
    });
    const malformed = this.#reading.fault;
    if (malformed !== undefined) return packedRefusal(CANONICAL_MAPPING, [findingOf(malformed)]);
    return this.#collector.result(CANONICAL_MAPPING);
  }
}
