import { loadShippedMappings } from '../../src/settings/mappings/load-mappings.ts';
import type { ReadResult } from '../../src/domain/decision.ts';
import type { ReadInput } from '../../src/pipeline/path.ts';
import { read } from '../../src/pipeline/read.ts';

/** The mappings that the program brings, compiled once for a file of tests. */
export const SHIPPED = (await loadShippedMappings()).mappings;

/** Reads a file as a site without mappings of its own does. */
export function readShipped(input: ReadInput): ReadResult {
  return read(input, SHIPPED);
}
