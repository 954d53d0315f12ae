import { type ByteRecordReader, openByteRecords } from '../../formats/records/open-records.ts';
import type { InMapping } from '../../mapping/language/mapping-set.ts';
import { noRecords } from '../../mapping/language/no-records.ts';
import { findingOf, type ReadBy } from '../read.ts';
import { DocumentCollector, type PackedRead } from './document-collector.ts';
import { mappedRecords } from './mapped-records.ts';
import type { LargeInput } from './read-large.ts';
import { UntilFault, type Way } from './way.ts';

/** Reads a file by the mapping that claims it, record by record. JSON has a way of its own (json-way.ts). */
export class MappedWay implements Way {
  readonly #mapping: InMapping;
  readonly #by: PackedRead['mapping'];
  readonly #collector: DocumentCollector;
  readonly #records: ByteRecordReader;
  readonly #reading = new UntilFault();

  constructor(mapping: InMapping, input: LargeInput, by: ReadBy) {
    this.#mapping = mapping;
    this.#by = { name: mapping.name, version: mapping.version };
    this.#collector = new DocumentCollector(input.channel);
    const sink = mappedRecords(mapping, input, by, this.#collector);
    this.#records = openByteRecords(mapping.source, mapping.namespaces, sink);
  }

  write(piece: Uint8Array): void {
    this.#reading.do(() => this.#records.write(piece));
  }

  end(): PackedRead {
    this.#reading.do(() => this.#records.end());
    const { fault } = this.#reading;
    if (fault === undefined && this.#collector.isEmpty) this.#collector.finding(noRecords(this.#mapping));
    return fault === undefined ? this.#collector.result(this.#by) : this.#collector.refusal(this.#by, findingOf(fault));
  }
}
