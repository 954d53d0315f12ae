import { readRecords } from '../../formats/records/open-records.ts';
import type { RecordSink } from '../../formats/records/source-record.ts';
import { xmlPath } from '../../formats/xml/xml-path.ts';
import type { XmlDocument } from '../../formats/xml/xml-tree.ts';
import { documentTypeWarning } from '../envelope/check-document-type.ts';
import type { Unwrapped } from '../envelope/sbdh-envelope.ts';
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
  const document = source.envelope === undefined ? evidence.document : evidence.unwrapped;
  if ('fault' in document) throw document.fault;
  const { read } = document;
  const top = isUnwrapped(read) ? read.payload : read.root;
  sink.record({
    element: top,
    root: top,
    placeOf: (element) => ({ ...read.placeOf(element), path: xmlPath(element, namespaces, []) }),
  });
  const warning = isUnwrapped(read) ? documentTypeWarning(read, read) : undefined;
  if (warning !== undefined) sink.refused(warning);
}

function isUnwrapped(read: XmlDocument | (XmlDocument & Unwrapped)): read is XmlDocument & Unwrapped {
  return 'payload' in read;
}
