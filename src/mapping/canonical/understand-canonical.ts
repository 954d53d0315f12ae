import type { Finding, ReadDocument } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import { FileFindings } from '../../domain/file-findings.ts';
import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { jsonHint } from '../../formats/json/json-hint.table.ts';
import { isJsonObject } from '../../formats/json/json-value.ts';
import { type LineIndex, lineIndex } from '../../formats/text/line-index.ts';
import { readJsonRecords, readLineRecords } from './read-records.ts';
import { refuseRepeatedKeys } from './repeated-keys.ts';
import { understandRecord } from './understand-record.ts';

export interface UnderstoodCanonical {
  documents: ReadDocument[];
  findings: Finding[];
}

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
  const findings = new FileFindings();
  const documents: ReadDocument[] = [];
  const sink = {
    document: (document: ReadDocument) => void documents.push(document),
    finding: (finding: Finding) => findings.add(finding),
  };
  try {
    for (const record of layout === 'lines' ? readLineRecords(text) : readJsonRecords(text)) {
      if (record instanceof MalformedJson) findings.add(malformed(record, placeAt(record.offset)));
      else understandRecord(text, record, placeAt, sink);
    }
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    return { documents: [], findings: [malformed(error, placeAt(error.offset))] };
  }
  const repeated: Finding[] = [];
  const once = refuseRepeatedKeys(documents, repeated);
  for (const finding of repeated) findings.add(finding);
  return { documents: once, findings: findings.list() };
}

/** The finding for JSON that cannot be read, at its place. */
export function malformed(error: MalformedJson, at: Place): Finding {
  return { code: error.code, severity: 'error', message: error.message, hint: jsonHint(error.code), at };
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
