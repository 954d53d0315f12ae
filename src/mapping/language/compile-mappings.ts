import type { CompiledMappings, MappingSources } from './mapping-set.ts';
export function compileMappings(sources: MappingSources): CompiledMappings {
  return { set: { version: String(sources.files.length), in: [], out: new Map() }, findings: [] };
}
