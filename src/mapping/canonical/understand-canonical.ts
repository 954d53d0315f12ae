import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { InboundDocument, Place } from '../../domain/documents.generated.ts';
import { didYouMean } from '../../domain/did-you-mean.ts';
import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { jsonHint } from '../../formats/json/json-hint.table.ts';
import { isJsonObject } from '../../formats/json/json-value.ts';
import { type JsonPath, jsonPathText, locateJson } from '../../formats/json/locate-json.ts';
import { type LineIndex, lineIndex } from '../../formats/text/line-index.ts';
import { CANONICAL_DOCUMENTS, isCanonicalKind, LATER_DOCUMENTS } from './canonical-document.table.ts';
import { schemaErrors, schemaOf } from './check-document.ts';
import { explainSchemaError } from './explain-schema-error.ts';
import { plainValues } from './plain-values.ts';
import { type JsonRecord, readJsonRecords, readLineRecords } from './read-records.ts';
import { refuseRepeatedKeys } from './repeated-keys.ts';
import { repeatedRows } from './repeated-rows.ts';

export interface UnderstoodCanonical {
  documents: ReadDocument[];
  findings: Finding[];
}

/** More findings of one file, or of one record, help nobody: the rest is counted. */
const MOST_FINDINGS = 1_000;
const MOST_FINDINGS_OF_RECORD = 50;

/**
 * Understands a file of canonical JSON documents (contract 2, common rules). Good records are returned beside the
 * findings of the bad ones, each with line, column and path: whether good ones are taken without the bad is the
 * channel's policy. Never throws for what is in the text.
 */
export function understandCanonical(text: string, layout: 'document' | 'lines'): UnderstoodCanonical {
  let index: LineIndex | undefined;
  const placeAt = (offset: number): Place => {
    index ??= lineIndex([text]);
    return index.at(offset);
  };
  const findings: Finding[] = [];
  const documents: ReadDocument[] = [];
  try {
    for (const record of layout === 'lines' ? readLineRecords(text) : readJsonRecords(text)) {
      if (record instanceof MalformedJson) findings.push(malformed(record, placeAt));
      else understandRecord(text, record, placeAt, documents, findings);
    }
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    return { documents: [], findings: [malformed(error, placeAt)] };
  }
  return { documents: refuseRepeatedKeys(documents, findings), findings: atMost(findings) };
}

function understandRecord(
  text: string,
  record: JsonRecord,
  placeAt: (offset: number) => Place,
  documents: ReadDocument[],
  findings: Finding[],
): void {
  const at = (path: JsonPath): Place => {
    const place = placeAt(locateJson(text, record.offset, path));
    const inFile = jsonPathText([...record.path, ...path]);
    return inFile === '' ? place : { ...place, path: inFile };
  };
  const kind = isJsonObject(record.value) ? record.value.document : undefined;
  if (typeof kind !== 'string' || !isCanonicalKind(kind)) {
    findings.push({ ...unknownDocument(kind), at: at(kind === undefined ? [] : ['document']) });
    return;
  }
  const content = plainValues(record.value, schemaOf(kind));
  const violations = schemaErrors(kind, content).slice(0, MOST_FINDINGS_OF_RECORD);
  const fields = content as Record<string, unknown>;
  const errors = violations.length > 0 ? violations.map(explainSchemaError) : repeatedRows(kind, fields);
  if (errors.length === 0) {
    const key = CANONICAL_DOCUMENTS[kind].key(fields);
    documents.push({ kind, key, content: content as InboundDocument, at: at([]) });
    return;
  }
  for (const { path, ...explained } of errors.slice(0, MOST_FINDINGS_OF_RECORD)) {
    findings.push({ severity: 'error', ...explained, at: at(path) });
    if (findings.length > MOST_FINDINGS) break;
  }
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

/** Does a file say of itself, where it begins, that it has canonical documents in it? Undecided is no. */
export function saysCanonical(text: string, layout: 'document' | 'lines'): boolean {
  try {
    const [first] = layout === 'lines' ? readLineRecords(text) : readJsonRecords(text);
    if (first === undefined || first instanceof MalformedJson) return false;
    return isJsonObject(first.value) && typeof first.value.document === 'string';
  } catch (error) {
    if (error instanceof MalformedJson) return false;
    throw error;
  }
}

function malformed(error: MalformedJson, placeAt: (offset: number) => Place): Finding {
  return {
    code: error.code,
    severity: 'error',
    message: error.message,
    hint: jsonHint(error.code),
    at: placeAt(error.offset),
  };
}

function atMost(findings: Finding[]): Finding[] {
  const next = findings[MOST_FINDINGS];
  if (next === undefined) return findings;
  const message = `There are more than ${MOST_FINDINGS.toLocaleString('en')} findings in this file; the first are listed.`;
  const rest: Finding = {
    ...next,
    code: 'SCHEMA_VIOLATION',
    message,
    hint: 'Repair these first: they probably have one cause.',
  };
  return [...findings.slice(0, MOST_FINDINGS), rest];
}
