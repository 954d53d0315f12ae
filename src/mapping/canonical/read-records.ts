import { parseJson, type ParsedJson } from '../../formats/json/parse-json.ts';
import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { type JsonLine, jsonLines } from '../../formats/json/json-lines.ts';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value.ts';
import { strangeProperty } from '../../formats/json/split-json-list.ts';
import type { JsonPath } from '../../formats/json/locate-json.ts';

/** One record of a file: a document, before it is known whether it is a good one. */
export interface JsonRecord {
  value: JsonValue;
  /** Where it begins in the text. */
  offset: number;
  /** Its path in the file: empty for a document alone or on a line of its own. */
  path: JsonPath;
}

/** A record, or why there is none. */
export type RecordOrFault = JsonRecord | MalformedJson;

/**
 * The records of a JSON file: one document, or those of `{"documents": [...]}`. Throws `MalformedJson` where the
 * file as a whole cannot be read.
 */
export function readJsonRecords(text: string): JsonRecord[] {
  const parsed = parseJson(text);
  const { value } = parsed;
  if (Array.isArray(value)) {
    throw new MalformedJson(
      'SCHEMA_VIOLATION',
      'The file is a list. Several documents stand in {"documents": [ … ]}, or one a line in an .ndjson file.',
      parsed.offset,
    );
  }
  if (!isJsonObject(value) || Object.hasOwn(value, 'document') || !Object.hasOwn(value, 'documents')) {
    return [{ value, offset: parsed.offset, path: [] }];
  }
  return wrappedRecords(parsed, value.documents, Object.keys(value));
}

function wrappedRecords(parsed: ParsedJson, documents: JsonValue | undefined, names: readonly string[]): JsonRecord[] {
  const stranger = names.find((name) => name !== 'documents');
  if (stranger !== undefined) {
    throw strangeProperty(stranger, parsed.offset);
  }
  if (!Array.isArray(documents))
    throw new MalformedJson('SCHEMA_VIOLATION', '"documents" has to be a list.', parsed.offset);
  if (documents.length === 0) throw new MalformedJson('EMPTY_FILE', 'The list "documents" is empty.', parsed.offset);
  const offsets = parsed.offsetsOf(documents) ?? [];
  return documents.map((value, index) => ({
    value,
    offset: offsets[index] ?? parsed.offset,
    path: ['documents', index],
  }));
}

/**
 * The records of an NDJSON file, one a line. A line that cannot be read stands in the way of that line only, but for
 * a last line that breaks off: then the end of the file is missing, and nobody knows what else. That is thrown.
 */
export function readLineRecords(text: string): RecordOrFault[] {
  const records: RecordOrFault[] = [];
  for (const line of jsonLines(text)) records.push(lineRecord(line));
  if (records.length === 0) throw new MalformedJson('EMPTY_FILE', 'There is no content, only white space.', 0);
  return records;
}

/** The record of one line, or why that line has none. Throws where the file breaks off in it. */
export function lineRecord(line: Pick<JsonLine, 'text' | 'offset' | 'unended'>): RecordOrFault {
  try {
    const parsed = parseJson(line.text);
    return { value: parsed.value, offset: line.offset + parsed.offset, path: [] };
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    const code = error.code === 'TRUNCATED' && !line.unended ? 'JSON_NOT_WELL_FORMED' : error.code;
    const message = error.message.replace('The file ends', 'The line ends');
    const fault = new MalformedJson(code, message, line.offset + error.offset);
    if (code === 'TRUNCATED') throw fault;
    return fault;
  }
}
