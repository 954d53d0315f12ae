import type { InboxName } from '../../domain/settings.generated.ts';
import type { Finding } from '../../domain/decision.ts';
import { openRecords } from '../../formats/records/open-records.ts';
import type { RecordReader } from '../../formats/records/source-record.ts';
import { type OpenText, openText } from '../../formats/text/open-text.ts';
import { streamCanonical } from '../../mapping/canonical/stream-canonical.ts';
import type { InMapping } from '../../mapping/language/mapping-set.ts';
import { noRecords } from '../../mapping/language/no-records.ts';
import { CANONICAL_MAPPING, findingOf, NONE, type ReadBy } from '../read.ts';
import { DocumentCollector, type PackedRead, packedRefusal } from './document-collector.ts';
import { mappedRecords } from './mapped-records.ts';
import type { LargeInput } from './read-large.ts';
import { UntilFault, type Way } from './way.ts';

/** How JSON ends: with its documents, or with what is wrong with all of it. */
interface JsonEnd {
  result(): PackedRead;
  malformed(finding: Finding): PackedRead;
}

/** Reads JSON document by document. It is text before it is anything else: bytes that are none are said first, as of a small file, wherever they stand. */
class JsonWay implements Way {
  readonly #reader: RecordReader;
  readonly #ends: JsonEnd;
  readonly #text: OpenText = openText();
  readonly #decoding = new UntilFault();
  readonly #reading = new UntilFault();

  constructor(reader: RecordReader, ends: JsonEnd) {
    this.#reader = reader;
    this.#ends = ends;
  }

  write(piece: Uint8Array): void {
    const text = this.#decoding.do(() => this.#text.write(piece));
    if (text !== undefined && text !== '') this.#reading.do(() => this.#reader.write(text));
  }

  end(): PackedRead {
    const text = this.#decoding.do(() => this.#text.end()) ?? '';
    const unreadable = this.#decoding.fault ?? this.#text.cut();
    if (unreadable !== undefined) return packedRefusal(NONE, [findingOf(unreadable)]);
    this.#reading.do(() => {
      if (text !== '') this.#reader.write(text);
      this.#reader.end();
    });
    const malformed = this.#reading.fault;
    return malformed === undefined ? this.#ends.result() : this.#ends.malformed(findingOf(malformed));
  }
}

/** Canonical documents. */
export function canonicalWay(layout: 'list' | 'lines', channel: InboxName): Way {
  const collector = new DocumentCollector(channel);
  return new JsonWay(streamCanonical(layout, collector), {
    result: () => collector.result(CANONICAL_MAPPING),
    malformed: (finding) => packedRefusal(CANONICAL_MAPPING, [finding]),
  });
}

/** JSON of a form of its own, by the mapping that claims it. */
export function mappedJsonWay(mapping: InMapping, input: LargeInput, by: ReadBy): Way {
  const collector = new DocumentCollector(input.channel);
  const reading = { name: mapping.name, version: mapping.version };
  const sink = mappedRecords(mapping, input, by, collector);
  return new JsonWay(openRecords(mapping.source, mapping.namespaces, sink), {
    result: () => {
      if (collector.isEmpty) collector.finding(noRecords(mapping));
      return collector.result(reading);
    },
    malformed: (finding) => collector.refusal(reading, finding),
  });
}
