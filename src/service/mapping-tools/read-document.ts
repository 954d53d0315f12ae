import type { Finding } from '../../domain/decision.ts';
import type { Place } from '../../domain/documents.generated.ts';
import { Fault } from '../../domain/fault.ts';
import { MalformedJson } from '../../formats/json/json-cursor.ts';
import { jsonHint } from '../../formats/json/json-hint.table.ts';
import { isJsonObject, type JsonValue } from '../../formats/json/json-value.ts';
import { jsonPathText, locateJson } from '../../formats/json/locate-json.ts';
import { parseJson } from '../../formats/json/parse-json.ts';
import { lineIndex } from '../../formats/text/line-index.ts';
import { textSource, wholeText } from '../../formats/text/text-source.ts';
import { schemaErrors, schemaOf } from '../../mapping/canonical/check-document.ts';
import { explainSchemaError } from '../../mapping/canonical/explain-schema-error.ts';
import { plainValues, type Schema } from '../../mapping/canonical/plain-values.ts';

/** A file of canonical JSON of one type, with the places of what is in it. */
export interface DocumentFile {
  /** As they are: one that stands alone, those in `documents`, or those of a list, which people write for it. */
  documents: readonly unknown[];
  /** Every way in which the document is not one of its type, each with its place. */
  violations(): Finding[];
}

/** Reads a file of canonical documents of a type, taken in or not. `at` names it in findings. Throws a `Fault` with the place where it is no JSON. */
export function readDocumentFile(bytes: Uint8Array, at: string, document: string): DocumentFile {
  const text = wholeText(textSource(bytes));
  const place = (offset: number): Place => ({ ...lineIndex([text]).at(offset), file: at });
  const { value, offset } = parsed(text, place);
  const inner = isJsonObject(value) && value['document'] === undefined ? value['documents'] : undefined;
  const list = Array.isArray(value) ? value : inner;
  const entries: readonly JsonValue[] = Array.isArray(list) ? list : [value];
  const schema = schemaOf(document);
  const documents = entries.map((entry) => plainValues(entry, schema));
  const violations = (): Finding[] =>
    documents.flatMap((one, index) =>
      schemaErrors(document, withoutDeliveryId(one, schema)).map((error): Finding => {
        const { code, message, hint, path } = explainSchemaError(error);
        const around = Array.isArray(value) ? [index] : Array.isArray(inner) ? ['documents', index] : [];
        const whole = [...around, ...path];
        const where = { ...place(locateJson(text, offset, whole)), path: jsonPathText(whole) };
        return { code, severity: 'error', message, hint, at: where };
      }),
    );
  return { documents, violations };
}

/** Every document that leaves has its delivery id (contract 2), also one whose schema does not speak of it. */
function withoutDeliveryId(document: unknown, { properties = {} }: Schema): unknown {
  if (typeof document !== 'object' || document === null || 'deliveryId' in properties) return document;
  const { deliveryId: _deliveryId, ...others } = document as Record<string, unknown>;
  return others;
}

/** The one document of a file, which has to be of the type that a mapping out writes. Throws a `Fault` with the place where it is not. */
export function readOneDocument(bytes: Uint8Array, at: string, document: string): Readonly<Record<string, unknown>> {
  const file = readDocumentFile(bytes, at, document);
  const [one, another] = file.documents;
  if (one === undefined || another !== undefined) {
    throw new Fault('WRONG_USE', `${at} has ${file.documents.length} documents.`, {
      hint: 'A mapping out writes one document: give a file with one.',
      at: { file: at },
    });
  }
  const [first] = file.violations();
  if (first !== undefined) {
    const { code, message, hint = '', at: where } = first;
    throw new Fault(code, message, { hint, ...(where === undefined ? {} : { at: where }) });
  }
  return one as Readonly<Record<string, unknown>>;
}

function parsed(text: string, place: (offset: number) => Place): { value: JsonValue; offset: number } {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof MalformedJson)) throw error;
    throw new Fault(error.code, error.message, { hint: jsonHint(error.code), at: place(error.offset) });
  }
}
