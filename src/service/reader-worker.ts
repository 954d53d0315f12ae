import type { ReadResult } from '../domain/decision.ts';
import type { ReadInput } from '../pipeline/path.ts';
import { read } from '../pipeline/read.ts';

/** Reads files on a worker thread. Throws where one of them is a defect of ours: then each is read again on its own. */
export function readFiles(inputs: readonly ReadInput[]): ReadResult[] {
  return inputs.map(read);
}
