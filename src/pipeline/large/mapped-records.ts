import type { RecordSink } from '../../formats/records/source-record.ts';
import type { DocumentSink } from '../../mapping/canonical/understand-record.ts';
import type { ApplyContext, InMapping } from '../../mapping/language/mapping-set.ts';
import type { ReadBy } from '../read.ts';
import type { LargeInput } from './read-large.ts';

/** Takes the records of a file: each is mapped, its document and findings are given on, and it is forgotten. */
export function mappedRecords(
  mapping: InMapping,
  { name, fileId }: LargeInput,
  { timeZone }: ReadBy,
  sink: DocumentSink,
): RecordSink {
  const context: ApplyContext = { fileName: name, fileId, ...(timeZone === undefined ? {} : { timeZone }) };
  return {
    record(record) {
      const { document, findings } = mapping.apply(record, context);
      for (const finding of findings) sink.finding(finding);
      if (document !== undefined) sink.document(document);
    },
    refused: (finding) => sink.finding(finding),
  };
}
