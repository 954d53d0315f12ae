import type { Finding } from '../../../src/domain/decision.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/domain/schemas.generated.ts';
import { compileOut, type OutWriter } from '../../../src/mapping/language/out/compile-out.ts';
import type { FieldSchema } from '../../../src/mapping/language/out/document-fields.ts';
import type { OutEnvironment } from '../../../src/mapping/language/out/out-environment.ts';
import { mappingText } from './mapping-text.ts';

/** What mappings out are compiled with in the tests: the shipped schemas, parts and tables as texts. */
export function environment(more: Partial<OutEnvironment> = {}): OutEnvironment {
  return {
    parts: new Map(),
    lookups: new Map(),
    schemaOf: (document) => DOCUMENT_SCHEMAS[document] as FieldSchema | undefined,
    ...more,
  };
}

/** Everything that is wrong with a mapping, as `line:column message`. */
export function findingsOf(text: string, more: Partial<OutEnvironment> = {}): string[] {
  return compileOut(mappingText(text), environment(more)).findings.map(said);
}

export function said({ at, message }: Finding): string {
  return `${at?.line}:${at?.column} ${message}`;
}

/** A mapping that has to be right. */
export function writerOf(text: string, more: Partial<OutEnvironment> = {}): OutWriter {
  const { writer, findings } = compileOut(mappingText(text), environment(more));
  if (writer === undefined) throw new Error(`the mapping is wrong: ${findings.map(said).join('; ')}`);
  return writer;
}

/** What a mapping writes of a document, as text. */
export function written(text: string, document: Record<string, unknown>, encoding = 'utf-8'): string {
  return new TextDecoder(encoding).decode(writerOf(text).write(document));
}
