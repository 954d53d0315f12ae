import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folders of all rounds. They are removed when everything is measured and not before: on a file system that
 * is mounted with `discard`, the round after a removal ran at less than half the speed of the others.
 */
const folders: string[] = [];

/** A new folder for one round. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-bench-'));
  folders.push(folder);
  return folder;
}

/** Removes the folders of all rounds. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}
