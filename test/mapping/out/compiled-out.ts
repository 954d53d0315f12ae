import type { Finding } from '../../../src/domain/decision.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/domain/schemas.generated.ts';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import type { CompiledMappings, MappingSources, OutMapping } from '../../../src/mapping/language/mapping-set.ts';

/** A document that may have any fields, so that tests can say what they are about. */
DOCUMENT_SCHEMAS['any-document'] = { type: 'object', properties: {}, additionalProperties: true };

/** Parts and look-ups beside the mapping. */
export interface Beside {
  parts?: readonly string[];
  lookups?: MappingSources['lookups'];
}

/** A mapping compiled as the daemon compiles it, with parts and look-ups beside it. */
export function compiledOut(text: string, { parts = [], lookups = [] }: Beside = {}): CompiledMappings {
  const files = [text, ...parts].map((one, index) => ({
    file: index === 0 ? 'mappings/test.yaml' : `mappings/part-${index}.yaml`,
    text: one,
    shipped: false,
  }));
  return compileMappings({ files, lookups }, (hashed) => `${hashed.length}`);
}

/** Everything that is wrong with a mapping, as `line:column message`. */
export function findingsOf(text: string, beside: Beside = {}): string[] {
  return compiledOut(text, beside).findings.map(said);
}

export function said({ at, message }: Finding): string {
  return `${at?.line}:${at?.column} ${message}`;
}

/** A mapping that has to be right. */
export function writerOf(text: string, beside: Beside = {}): OutMapping {
  const { set, findings } = compiledOut(text, beside);
  const [writer] = [...set.out.values()];
  if (writer === undefined) throw new Error(`the mapping is wrong: ${findings.map(said).join('; ')}`);
  return writer;
}
