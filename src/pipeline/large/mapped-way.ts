import { type ByteRecordReader, openByteRecords } from '../../formats/records/open-records.ts';
import type { ApplyContext, InMapping } from '../../mapping/language/mapping-set.ts';
import { noRecords } from '../../mapping/language/no-records.ts';
import { findingOf, NONE, type ReadBy } from '../read.ts';
import { DocumentCollector, type PackedRead, packedRefusal } from './document-collector.ts';
import type { LargeInput } from './read-large.ts';
import { UntilFault, type Way } from './way.ts';

/** Reads a file by the mapping that claims it, record by record: each is mapped and forgotten. */
export class MappedWay implements Way {
  readonly #mapping: InMapping;
  readonly #by: PackedRead['mapping'];
  readonly #isJson: boolean;
  readonly #collector: DocumentCollector;
  readonly #records: ByteRecordReader;
  readonly #reading = new UntilFault();
  #hasRecords = false;

  constructor(mapping: InMapping, { channel, name, fileId }: LargeInput, { timeZone }: ReadBy) {
    const collector = new DocumentCollector(channel);
    const context: ApplyContext = { fileName: name, fileId, ...(timeZone === undefined ? {} : { timeZone }) };
    this.#mapping = mapping;
    this.#by = { name: mapping.name, version: mapping.version };
    this.#isJson = mapping.source.format === 'json';
    this.#collector = collector;
    this.#records = openByteRecords(mapping.source, mapping.namespaces, {
      record: (record) => {
        this.#hasRecords = true;
        const { document, findings } = mapping.apply(record, context);
        for (const finding of findings) collector.finding(finding);
        if (document !== undefined) collector.document(document);
      },
      refused: (finding) => {
        this.#hasRecords = true;
        collector.finding(finding);
      },
    });
  }

  write(piece: Uint8Array): void {
    this.#reading.do(() => this.#records.write(piece));
  }

  end(): PackedRead {
    this.#reading.do(() => this.#records.end());
    const { fault } = this.#reading;
    if (fault === undefined && !this.#hasRecords) this.#collector.finding(noRecords(this.#mapping));
    if (fault === undefined) return this.#collector.result(this.#by);
    // JSON is text before it is anything else: of a small file that is no text nothing is read.
    if (fault.code === 'ENCODING_INVALID' && this.#isJson) return packedRefusal(NONE, [findingOf(fault)]);
    return this.#collector.refusal(this.#by, findingOf(fault));
  }
}
