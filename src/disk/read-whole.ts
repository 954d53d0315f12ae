import { readFile } from 'node:fs/promises';
import { errnoOf } from './file-calls.ts';
import { worldFault } from './world-fault.ts';

/** The bytes of a file of ours; undefined where it is gone. Rejects with a `Fault` for anything else. */
export async function readWhole(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw worldFault(error, 'reading', path);
  }
}
