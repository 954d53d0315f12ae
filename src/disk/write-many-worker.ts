import { errnoOf } from './file-calls.ts';
import { inWaves } from './in-waves.ts';
import type { FileToWrite, WriteFailure } from './write-many.ts';
import { writeSynced } from './write-synced.ts';

/**
 * Writes new files and makes their bytes durable, the syncs side by side. Runs on a worker thread, where calls that
 * hold the thread hold nobody else. Gives for each file what failed, or null; a file that failed is gone again.
 */
export function writeFiles(files: readonly FileToWrite[]): Promise<(WriteFailure | null)[]> {
  return inWaves(files, writeFile);
}

async function writeFile({ path, bytes }: FileToWrite): Promise<WriteFailure | null> {
  try {
    await writeSynced(path, bytes, 'wx');
    return null;
  } catch (error) {
    if (errnoOf(error) === undefined) return { error, ofSystem: null };
    const { code, errno, syscall } = error as NodeJS.ErrnoException;
    return { error, ofSystem: { code, errno, syscall, path } };
  }
}
