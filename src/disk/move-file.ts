import { dirname } from 'node:path';
import { copyDurably } from './copy-durably.ts';
import { errnoOf, rename, unlink } from './file-calls.ts';
import { renamePatiently } from './rename-patiently.ts';
import { syncFolder } from './sync-folder.ts';

/** Renames; across file systems copies, makes the copy durable and removes the source. Rejects with the error of the file system. */
export async function moveFile(from: string, to: string): Promise<void> {
  try {
    await renamePatiently(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await copyAcross(from, to);
  }
}

/** Killed anywhere, the source is whole or the copy is: the copy gets its name only when its bytes are durable. */
async function copyAcross(from: string, to: string): Promise<void> {
  const temporary = `${to}.tmp`;
  try {
    await copyDurably(from, temporary);
    await rename(temporary, to);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(to));
  await unlink(from);
}
