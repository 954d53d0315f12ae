import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDecimalText } from '../../domain/decimal.ts';
import { DOCUMENT_SCHEMAS } from '../../domain/schemas.generated.ts';
import { plainDay } from '../rows/plain-day.ts';
import { isInstant } from './is-instant.ts';
import type { Schema } from './plain-values.ts';

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });
ajv.addFormat('decimal', isDecimalText);
ajv.addFormat('date', (text: string) => text.length === 10 && plainDay(text) !== undefined);
ajv.addFormat('date-time', isInstant);

const compiled = new Map<string, ValidateFunction>();

/** The schema of a document type, taken in or not, in or out. Throws where there is none: look in `DOCUMENT_SCHEMAS` first. */
export function schemaOf(kind: string): Schema {
  const schema = DOCUMENT_SCHEMAS[kind];
  if (schema === undefined) throw new Error(`no schema for ${kind}`);
  return schema as Schema;
}

/** Every way in which a value is not a document of its type; the schema of a type is compiled when its first document comes. */
export function schemaErrors(kind: string, value: unknown): readonly ErrorObject[] {
  let validate = compiled.get(kind);
  if (validate === undefined) {
    validate = ajv.compile(schemaOf(kind));
    compiled.set(kind, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Every way in which a value does not fit a part of a schema: for defaults of mappings, once each. */
export function valueErrors(schema: Schema, value: unknown): readonly ErrorObject[] {
  const validate = ajv.compile(schema);
  return validate(value) ? [] : (validate.errors ?? []);
}
