import { hash } from 'node:crypto';
import { compileMappings } from '../../mapping/language/compile-mappings.ts';
import type { CompiledMappings, MappingSources } from '../../mapping/language/mapping-set.ts';

/** Compiles mapping files, each in the version that its hash gives: on every thread the same. */
export function compileHashed(sources: MappingSources): CompiledMappings {
  return compileMappings(sources, (text) => hash('sha256', text, 'hex'));
}
