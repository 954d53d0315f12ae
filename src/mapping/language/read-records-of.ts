import { readRecords } from '../../formats/records/open-records.ts';
import type { RecordSink } from '../../formats/records/source-record.ts';
import { xmlPath } from '../../formats/xml/xml-path.ts';
import type { FileEvidence } from './claims/file-evidence.ts';
import type { InMapping } from './mapping-set.ts';

/**
 * Gives the records of a file to a sink, as the mapping's `source` says. An XML document that is one record is not read
 * a second time where it was read to tell whose it is. Throws a `Fault` where the file cannot be read.
 */
export function readRecordsOf({ source, namespaces }: InMapping, evidence: FileEvidence, sink: RecordSink): void {
  if (source.format !== 'xml' || source.each !== undefined) {
    readRecords(evidence.bytes, source, namespaces, sink, { sinks: evidence.sinks });
    return;
  }
  const { document } = evidence;
  if ('fault' in document) throw document.fault;
  const { root, placeOf } = document.read;
  sink.record({
    element: root,
    root,
    placeOf: (element) => ({ ...placeOf(element), path: xmlPath(element, namespaces, []) }),
  });
}
