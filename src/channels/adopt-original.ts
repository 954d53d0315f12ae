import { dirname, join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { lstat, rename } from '../disk/file-calls.ts';
import { plainName } from './plain-name.ts';
import { fingerprintOf } from './sighting.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { worldFault } from '../disk/world-fault.ts';
import { copyDurably } from '../disk/copy-durably.ts';

/** Hidden, so that recovery takes it for half-written and never for a claimed file. */
const HALF_WRITTEN = '.adopting';

/**
 * Puts a copy of an original durably among the claimed files, as if it had been claimed (a replay). Killed half-way,
 * there is no such claim; doing it again is fine. Rejects with a `Fault`.
 */
export async function adoptOriginal(
  folders: ClaimFolders,
  file: { id: string; channel: ClaimedFile['channel']; name: string; claimedAt: string },
  original: string,
): Promise<ClaimedFile> {
  const folder = folders.pathOf(plainName(file.id));
  const path = join(folder, file.name);
  if (dirname(path) !== folder) throw new Error(`not a file name: ${JSON.stringify(file.name)}`);
  try {
    await folders.make(file.id).catch(unlessThere);
    await copyDurably(original, join(folder, HALF_WRITTEN));
    await rename(join(folder, HALF_WRITTEN), path);
    await folders.stamp(file.id);
    await Promise.all([syncFolder(folder), syncFolder(folders.base)]);
    const stats = await lstat(path);
    return { ...file, path, bytes: Number(stats.size), fingerprint: fingerprintOf(stats) };
  } catch (error) {
    throw worldFault(error, 'writing', path);
  }
}

/** The folder of an adoption that was begun before. */
function unlessThere(error: unknown): void {
  const cause = error instanceof Fault ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return;
  throw error;
}
