import { closeSync, fsync, openSync, unlinkSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type { FileToWrite, WriteFailure } from './write-many.ts';

/** Files written at once at most: 10,000 outputs must not open 10,000 descriptors. */
const AT_ONCE = 64;

const synced = promisify(fsync);

/**
 * Writes new files and makes their bytes durable, all syncs side by side. Runs on a worker thread, where calls that
 * hold the thread hold nobody else. Gives for each file what failed, or null; a file that failed is gone again.
 */
export async function writeFiles(files: readonly FileToWrite[]): Promise<(WriteFailure | null)[]> {
  const failures: (WriteFailure | null)[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    failures.push(...(await Promise.all(files.slice(from, from + AT_ONCE).map(writeFile))));
  }
  return failures;
}

async function writeFile({ path, bytes }: FileToWrite): Promise<WriteFailure | null> {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'wx');
    for (let from = 0; from < bytes.byteLength; ) from += writeSync(handle, bytes, from);
    await synced(handle);
    closeSync(handle);
    return null;
  } catch (error) {
    if (handle !== undefined) discard(handle, path);
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    return { code: code ?? 'UNKNOWN', syscall: syscall ?? 'write', message };
  }
}

function discard(handle: number, path: string): void {
  try {
    closeSync(handle);
    unlinkSync(path);
  } catch {
    // what could not be removed has no row, and is swept at the next start
  }
}
