import { dirname } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { ClaimedFile } from '../pipeline/ports.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { errnoOf } from '../disk/file-calls.ts';
import { isThere } from '../disk/is-there.ts';
import { moveFile } from '../disk/move-file.ts';
import { renamePatiently } from '../disk/rename-patiently.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { copyBeginning } from './copy-beginning.ts';
import type { RestingFolders } from './resting-folder.ts';
import { worldFault } from '../disk/world-fault.ts';
import { writeDurably } from '../disk/write-durably.ts';

/** What archiving works with. */
export interface ArchiveContext {
  folders: ClaimFolders;
  resting: RestingFolders;
}

/**
 * Moves a claimed original to its resting place `to` (path from the site's folder), its report first, so that a
 * refused file never lies there without one, and lets go of the claim folder. Doing it again is fine: an original that
 * is there already counts as moved. No folder is synced: an archiving that a power cut undoes is done again.
 */
export async function archiveClaim(
  context: ArchiveContext,
  claim: ClaimedFile,
  to: string,
  report: string | null,
): Promise<void> {
  const path = await context.resting.pathFor(to);
  if (report !== null) await writeReport(path, report);
  try {
    await moveFile(claim.path, path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw worldFault(error, 'writing', path);
    await moveAfterENOENT(context, claim, to, path);
  }
  await context.folders.keep(claim.id);
}

/** Writes bytes durably to a resting place, and the report: when the claimed file no longer holds what was decided. */
export async function archiveBytes(
  resting: RestingFolders,
  bytes: Uint8Array,
  to: string,
  report: string | null,
): Promise<void> {
  const path = await resting.pathFor(to);
  if (report !== null) await writeReport(path, report);
  await writeDurably(path, bytes);
}

/**
 * Writes the first bytes of the claimed file durably to a resting place instead, and the report: when somebody wrote on
 * after the decision, and the bytes that were decided are too many to be kept. False, and there is no such file, where the
 * claimed file does not begin with them any more.
 */
export async function archiveBeginning(
  resting: RestingFolders,
  claim: ClaimedFile,
  decided: { bytes: number; sha256: string },
  to: string,
  report: string | null,
): Promise<boolean> {
  const path = await resting.pathFor(to);
  if (report !== null) await writeReport(path, report);
  try {
    if (!(await isThere(claim.path))) return false;
    if (!(await copyBeginning(claim.path, `${path}.tmp`, decided))) return false;
    await renamePatiently(`${path}.tmp`, path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    throw worldFault(error, 'writing', path);
  }
}

/** Rejects with `READ_FAILED` when an original at rest is gone. */
export async function requireOriginal(path: string): Promise<void> {
  if (await isThere(path)) return;
  throw new Fault('READ_FAILED', `The original ${path} is gone.`, {
    hint: 'Restore it from a backup of the folders archive and failed, or ask the sender to send the file again.',
    at: { file: path },
  });
}

async function writeReport(path: string, report: string): Promise<void> {
  await writeDurably(`${path}.report.json`, report);
}

/** Either it was moved before, or somebody removed the resting folder, or the original itself. */
async function moveAfterENOENT(context: ArchiveContext, claim: ClaimedFile, to: string, path: string): Promise<void> {
  try {
    if (await isThere(claim.path)) {
      context.resting.forget();
      return await moveFile(claim.path, await context.resting.pathFor(to));
    }
    if (await isThere(path)) return;
  } catch (error) {
    throw worldFault(error, 'writing', path);
  }
  throw new Fault('READ_FAILED', `The claimed file ${claim.path} is gone, and it is not in ${dirname(path)} either.`, {
    hint: 'Somebody removed it: claimed files belong to Ordrebro until they are archived. Ask the sender for the file where it is still needed.',
    at: { file: claim.path },
  });
}
