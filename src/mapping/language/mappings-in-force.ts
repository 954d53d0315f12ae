import type { MappingSet, MappingSources } from './mapping-set.ts';

/** The mappings that files are read and written by now, with the texts that they were made of: another thread makes the same set of them. */
export interface MappingsInForce {
  set: MappingSet;
  sources: MappingSources;
  /** The site's zone, as Europe/Oslo: of times that are written without one. */
  timeZone?: string;
}

/** No mapping at all: what the program reads and writes without one. */
export const NO_MAPPINGS: MappingsInForce = {
  set: { version: 'none', in: [], out: new Map() },
  sources: { files: [], lookups: [] },
};
