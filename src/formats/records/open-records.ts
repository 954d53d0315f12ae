import type { MappingFormat } from '../../domain/mapping-file.generated.ts';
import { CsvRecords } from '../csv/csv-records.ts';
import { FixedWidthRecords } from '../fixed-width/fixed-width-records.ts';
import { GroupedRecords } from './grouped-records.ts';
import { JsonRecords } from '../json/json-records.ts';
import type { EncodingKey } from '../text/encoding.table.ts';
import { openText } from '../text/open-text.ts';
import { VismaImportRecords } from '../visma-import/visma-import-records.ts';
import type { XmlLimits } from '../xml/xml-limits.table.ts';
import { XmlRecords } from '../xml/xml-records.ts';
import type { SinkTable } from '../xml/xml-tree.ts';
import { type RecordStep, recordSteps } from './record-path.ts';
import type { RecordReader, RecordSink } from './source-record.ts';

/** What a caller can set beside the format. */
export interface RecordReading {
  /** xml: elements whose text is hashed and counted instead of kept. */
  sinks?: SinkTable;
  xmlLimits?: XmlLimits;
}

type Namespaces = Readonly<Record<string, string>>;

/** The whole document is one record, whatever its root element is called. */
const ROOT: readonly RecordStep[] = [{ namespace: null, name: null }];

/**
 * Reads the text of a file of a format, piece by piece, record by record, and keeps no more than one record and what
 * stands around it. However the text is cut into pieces, records, places and faults are the same. The format has to be
 * one that `formatFaults` finds nothing in.
 */
export function openRecords(
  format: MappingFormat,
  namespaces: Namespaces,
  sink: RecordSink,
  reading: RecordReading = {},
): RecordReader {
  const { groupBy } = format;
  if (groupBy === undefined) return openUngrouped(format, namespaces, sink, reading);
  const grouped = new GroupedRecords(groupBy, sink);
  const lines = openUngrouped(format, namespaces, grouped, reading);
  return {
    write: (piece) => lines.write(piece),
    end() {
      lines.end();
      grouped.end();
    },
  };
}

function openUngrouped(
  format: MappingFormat,
  namespaces: Namespaces,
  sink: RecordSink,
  reading: RecordReading,
): RecordReader {
  const steps = format.each === undefined ? undefined : recordSteps(format.each, namespaces);
  switch (format.format) {
    case 'xml':
      return new XmlRecords(
        { steps: steps ?? ROOT, namespaces, sinks: reading.sinks, limits: reading.xmlLimits },
        sink,
      );
    case 'json':
      return new JsonRecords(steps ?? [], sink);
    case 'csv':
      return new CsvRecords(format, sink);
    case 'fixed-width':
      return new FixedWidthRecords(format, sink);
    case 'visma-import':
      return new VismaImportRecords(format, sink);
  }
}

/** Reads the bytes of a file, chunk by chunk. */
export interface ByteRecordReader {
  /** Takes the next bytes. Throws as `RecordReader.write` does, and `ENCODING_INVALID`. */
  write(bytes: Uint8Array): void;
  /** The file is at its end. Throws as `RecordReader.end` does; `TRUNCATED` where the bytes stop inside a character. */
  end(): void;
}

/** The same, from the file's bytes: read as its mark or declaration says, else as the format does. */
export function openByteRecords(
  format: MappingFormat,
  namespaces: Namespaces,
  sink: RecordSink,
  reading: RecordReading = {},
): ByteRecordReader {
  const text = openText(encodingOf(format));
  const records = openRecords(format, namespaces, sink, reading);
  const give = (piece: string): void => {
    if (piece !== '') records.write(piece);
  };
  return {
    write: (bytes) => give(text.write(bytes)),
    end() {
      give(text.end());
      const cut = text.cut();
      if (cut !== undefined) throw cut;
      records.end();
    },
  };
}

const CHUNK_BYTES = 65_536;

/** Reads a file that is in hand, in the same way. Throws a `Fault` where the file as a whole cannot be read. */
export function readRecords(
  bytes: Uint8Array,
  format: MappingFormat,
  namespaces: Namespaces,
  sink: RecordSink,
  reading: RecordReading = {},
): void {
  const records = openByteRecords(format, namespaces, sink, reading);
  for (let from = 0; from < bytes.byteLength; from += CHUNK_BYTES)
    records.write(bytes.subarray(from, from + CHUNK_BYTES));
  records.end();
}

function encodingOf({ encoding }: MappingFormat): EncodingKey {
  return encoding === undefined || encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}
