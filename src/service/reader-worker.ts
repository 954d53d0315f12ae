import type { ReadInput } from '../pipeline/path.ts';
import { read } from '../pipeline/read.ts';

/**
 * Reads files on a worker thread; gives the results as one JSON text, which costs the other thread half of what taking
 * over the objects would. Throws where one of them is a defect of ours: then each is read again on its own.
 */
export function readFiles(inputs: readonly ReadInput[]): string {
  return JSON.stringify(inputs.map(read));
}
