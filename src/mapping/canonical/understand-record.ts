import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { InboundDocument, Place } from '../../domain/documents.generated.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { isJsonObject } from '../../formats/json/json-value.ts';
import { type JsonPath, jsonPathText, locateJson } from '../../formats/json/locate-json.ts';
import { CANONICAL_DOCUMENTS, isCanonicalKind, LATER_DOCUMENTS } from './canonical-document.table.ts';
import { schemaErrors, schemaOf } from './check-document.ts';
import { explainSchemaError } from './explain-schema-error.ts';
import { plainValues } from './plain-values.ts';
import type { JsonRecord } from './read-records.ts';
import { repeatedRows } from './repeated-rows.ts';

/** Takes the documents of a file as they are found, and what is wrong with others. */
export interface DocumentSink {
  document(document: ReadDocument): void;
  finding(finding: Finding): void;
}

/** More findings of one record help nobody. */
const MOST_FINDINGS_OF_RECORD = 50;

/**
 * Makes a document, or findings, of one record. `text`: what the record was parsed from, where `record.offset` counts;
 * `placeAt`: the place in the file of an offset in it.
 */
export function understandRecord(
  text: string,
  record: JsonRecord,
  placeAt: (offset: number) => Place,
  sink: DocumentSink,
): void {
  const at = (path: JsonPath): Place => {
    const place = placeAt(locateJson(text, record.offset, path));
    const inFile = jsonPathText([...record.path, ...path]);
    return inFile === '' ? place : { ...place, path: inFile };
  };
  const kind = isJsonObject(record.value) ? record.value.document : undefined;
  if (typeof kind !== 'string' || !isCanonicalKind(kind)) {
    sink.finding({ ...unknownDocument(kind), at: at(kind === undefined ? [] : ['document']) });
    return;
  }
  const content = plainValues(record.value, schemaOf(kind));
  const violations = schemaErrors(kind, content).slice(0, MOST_FINDINGS_OF_RECORD);
  const fields = content as Record<string, unknown>;
  const errors = violations.length > 0 ? violations.map(explainSchemaError) : repeatedRows(kind, fields);
  if (errors.length === 0) {
    const key = CANONICAL_DOCUMENTS[kind].key(fields);
    sink.document({ kind, key, content: content as InboundDocument, at: at([]) });
    return;
  }
  for (const { path, ...explained } of errors.slice(0, MOST_FINDINGS_OF_RECORD))
    sink.finding({ severity: 'error', ...explained, at: at(path) });
}

function unknownDocument(kind: unknown): Omit<Finding, 'at'> {
  const known = Object.keys(CANONICAL_DOCUMENTS);
  const base = { code: 'UNKNOWN_DOCUMENT', severity: 'error' } as const;
  if (typeof kind !== 'string') {
    const hint = `Every document says what it is: "document": "purchase-order". Known are: ${known.join(', ')}.`;
    return { ...base, message: 'Nothing says what this document is: "document" is missing or is no text.', hint };
  }
  if (LATER_DOCUMENTS.includes(kind)) return notTakenIn(kind);
  if (kind === 'supplier-invoice') {
    return {
      ...base,
      message: 'Supplier invoices come as UBL, not as JSON.',
      hint: 'Drop the UBL file in inbox/invoices.',
    };
  }
  const meant = didYouMean(kind, known);
  const hint = meant === undefined ? `Known are: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
  return { ...base, message: `"${kind.slice(0, 80)}" is no document type.`, hint };
}

/** What is said of a document whose type the contract names and no rule of this version decides. */
export function notTakenIn(kind: string): Omit<Finding, 'at'> {
  return {
    code: 'UNKNOWN_DOCUMENT',
    severity: 'error',
    message: `Documents of the type "${kind}" are not taken in by this version.`,
    hint: `Taken in now are: ${Object.keys(CANONICAL_DOCUMENTS).join(', ')}.`,
  };
}
