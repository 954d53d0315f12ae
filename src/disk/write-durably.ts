import { dirname } from 'node:path';
import { mkdirWithParents, unlink } from './file-calls.ts';
import { renamePatiently } from './rename-patiently.ts';
import { syncFolder } from './sync-folder.ts';
import { worldFault } from './world-fault.ts';
import { writeSynced } from './write-synced.ts';

/** The last write under way for each path: two at once would share one temporary file. */
const underWay = new Map<string, Promise<void>>();

/**
 * Replaces a small file so that a reader, a kill or a power cut finds the old content or the new one, never a
 * mixture: `<path>.tmp`, fsync, rename, sync of the folder. Makes the folders above. Writes to one path happen
 * one after the other, the last one wins. Rejects with a `Fault`; the old content is then untouched.
 */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const before = underWay.get(path) ?? Promise.resolve();
  const mine = before.then(
    () => replace(path, bytes),
    () => replace(path, bytes),
  );
  underWay.set(path, mine);
  try {
    await mine;
  } finally {
    if (underWay.get(path) === mine) underWay.delete(path);
  }
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await mkdirWithParents(dirname(path));
    await writeSynced(temporary, bytes, 'w');
    await renamePatiently(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw worldFault(error, 'writing', path);
  }
}
