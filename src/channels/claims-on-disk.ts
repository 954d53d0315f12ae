import { join } from 'node:path';
import type { BigIntStats } from 'node:fs';
import type { InboxName } from '../domain/settings.generated.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { errnoOf, lstat, namesIn, unlink } from '../disk/file-calls.ts';
import { inWaves } from '../disk/in-waves.ts';
import { isHalfPutBack } from './put-back.ts';
import { fingerprintOf } from './sighting.ts';
import { worldFault } from '../disk/world-fault.ts';

/** A claimed file with the mtime of its claim folder: the order of the claims (see `ClaimFolders`). */
interface Found {
  claim: ClaimedFile;
  orderNs: bigint;
}

/**
 * What lies among the claimed files of this site, in the order of the claims; recovery's list, read from the disk
 * alone. A claim without its file was killed between folder and rename, or after its archiving: its folder is
 * removed. One that was being put back is put back. Folders of other site ids are left alone: `doctor` reports them.
 */
export async function claimsOnDisk(inbox: string, channel: InboxName, folders: ClaimFolders): Promise<ClaimedFile[]> {
  try {
    const ids = await namesIn(folders.base).catch(nothingThere);
    const found = await inWaves(ids, (id) => claimOf(inbox, channel, folders, id));
    const claims = found.filter((one) => one !== undefined);
    claims.sort((a, b) => Number(a.orderNs - b.orderNs) || (a.claim.id < b.claim.id ? -1 : 1));
    return claims.map((one) => one.claim);
  } catch (error) {
    throw worldFault(error, 'reading', folders.base);
  }
}

async function claimOf(
  inbox: string,
  channel: InboxName,
  folders: ClaimFolders,
  id: string,
): Promise<Found | undefined> {
  const folder = folders.pathOf(id);
  const stats = await lstat(folder);
  if (!stats.isDirectory()) return undefined;
  const names = await namesIn(folder);
  const name = names.sort().find((one) => !one.startsWith('.'));
  if (name === undefined) {
    await inWaves(names, (halfWritten) => unlink(join(folder, halfWritten)));
    await folders.remove(id);
    return undefined;
  }
  const path = join(folder, name);
  if (await isHalfPutBack(path, inbox, name)) {
    await unlink(path);
    await folders.remove(id);
    return undefined;
  }
  return { claim: claimed(id, channel, name, path, await lstat(path), stats.mtimeMs), orderNs: stats.mtimeNs };
}

function claimed(
  id: string,
  channel: InboxName,
  name: string,
  path: string,
  file: BigIntStats,
  claimedAtMs: bigint,
): ClaimedFile {
  const claimedAt = new Date(Number(claimedAtMs)).toISOString();
  return { id, channel, name, path, bytes: Number(file.size), fingerprint: fingerprintOf(file), claimedAt };
}

function nothingThere(error: unknown): string[] {
  if (errnoOf(error) === 'ENOENT') return [];
  throw error;
}
