import { Fault } from '../../domain/fault.ts';
import type { RecordSink } from '../../formats/records/source-record.ts';
import type { XmlDocument, XmlElement } from '../../formats/xml/xml-tree.ts';
import type { FileEvidence } from './claims/file-evidence.ts';
import type { InMapping } from './mapping-set.ts';
import { sourcePath } from './source-path.ts';

/** Gives the records of a file to a sink, as the mapping's `source` says. Throws a `Fault` where the file cannot be read. */
export function readRecordsOf(mapping: InMapping, evidence: FileEvidence, sink: RecordSink): void {
  const { document } = evidence;
  if ('fault' in document) throw document.fault;
  if (mapping.source.format !== 'xml' || mapping.source.each !== undefined) {
    throw new Fault('UNSUPPORTED_FORMAT', 'Only whole XML documents are read.', { hint: 'Leave "each" out.' });
  }
  const { root } = document.read;
  sink.record({ element: root, root, placeOf: (element) => placeOf(document.read, element, mapping) });
}

function placeOf(document: XmlDocument, element: XmlElement, { namespaces }: InMapping): ReturnType<RecordPlace> {
  const { line, column } = document.placeOf(element);
  return { line, column, path: sourcePath(element, namespaces) };
}

type RecordPlace = (element: XmlElement) => { line: number; column: number; path: string };
