import { errnoOf } from './file-calls.ts';
import { inWaves } from './in-waves.ts';
import { writeHashed } from './write-hashed.ts';
import type { FileToWrite, WriteFailure, Written } from './write-many.ts';

/**
 * Writes new files and makes their bytes durable, the syncs side by side. Runs on a worker thread, where calls that
 * hold the thread hold nobody else. Gives for each file what was written or what failed; a file that failed is gone again.
 */
export function writeFiles(files: readonly FileToWrite[]): Promise<(Written | WriteFailure)[]> {
  return inWaves(files, writeFile);
}

async function writeFile({ path, content }: FileToWrite): Promise<Written | WriteFailure> {
  try {
    return await writeHashed(path, content, 'wx');
  } catch (error) {
    if (errnoOf(error) === undefined) return { error, ofSystem: null };
    const { code, errno, syscall } = error as NodeJS.ErrnoException;
    return { error, ofSystem: { code, errno, syscall, path } };
  }
}
