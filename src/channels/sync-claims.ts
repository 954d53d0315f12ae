import { constants } from 'node:fs';
import { dirname } from 'node:path';
import type { ClaimedFile } from '../pipeline/ports.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { close, errnoOf, fsync, open } from './file-calls.ts';
import { inWaves } from './in-waves.ts';
import { syncFolder } from './sync-folder.ts';
import { worldFault } from './world-fault.ts';

/** Windows syncs only what is open for writing; elsewhere reading is enough, and more than reading is not always allowed. */
const FOR_SYNC =
  process.platform === 'win32' ? constants.O_RDWR : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** A claimed file that cannot be opened cannot be read either: reading it says so, the others need not wait for it. */
const FOR_READING_TO_TELL = new Set(['ENOENT', 'EACCES', 'EPERM', 'ELOOP']);

/**
 * Makes claims durable: the bytes of each file (the sender may not have synced them), then the folder of each
 * claim, the folder of the claims and the inbox. Files and folders in two waves: the first wave makes the file
 * system commit, and the second finds most of its work done (32 claims on ext4 with a journal: 4.7 ms against
 * 5.9-8.7 ms with all at once; with the files alone 4.0 ms). Rejects with a `Fault` that names the path.
 */
export async function syncClaims(inbox: string, folders: ClaimFolders, claims: readonly ClaimedFile[]): Promise<void> {
  if (claims.length === 0) return;
  await inWaves(claims, (claim) => syncBytes(claim.path));
  const ofClaims = inWaves(claims, (claim) => syncFolder(dirname(claim.path)).catch(unlessGone));
  await Promise.all([ofClaims, syncFolder(folders.base), syncFolder(inbox)]);
}

async function syncBytes(path: string): Promise<void> {
  let handle: number;
  try {
    handle = await open(path, FOR_SYNC);
  } catch (error) {
    if (FOR_READING_TO_TELL.has(errnoOf(error) ?? '')) return;
    throw worldFault(error, 'writing', path);
  }
  try {
    await fsync(handle);
  } catch (error) {
    throw worldFault(error, 'writing', path);
  } finally {
    await close(handle);
  }
}

/** A claim folder that somebody removed with its file: reading the file says so. */
function unlessGone(error: unknown): void {
  if (error instanceof Error && errnoOf(error.cause) === 'ENOENT') return;
  throw error;
}
