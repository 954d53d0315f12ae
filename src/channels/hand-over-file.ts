import { dirname } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { errnoOf, stat, unlink } from '../disk/file-calls.ts';
import { isThere } from '../disk/is-there.ts';
import { readWhole } from '../disk/read-whole.ts';
import { renamePatiently } from '../disk/rename-patiently.ts';
import { folderFault, worldFault } from '../disk/world-fault.ts';

/**
 * Renames a staged file to its final name. `gone`: the staged file is not there, though both folders are (what
 * that proves, the marker decides). Output names hold a delivery id and never meet another file; should one stand
 * there all the same, it is never overwritten: the same bytes count as handed over, other bytes are a `Fault`.
 */
export async function handOverFile(staged: string, final: string): Promise<'handed-over' | 'gone'> {
  try {
    if (await isThere(final)) return await meet(staged, final);
    await renamePatiently(staged, final);
    return 'handed-over';
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw worldFault(error, 'writing', final);
    return goneOrFolderMissing(staged, final);
  }
}

/** A power cut can leave a file under both names: then the staged one is what is too many. */
async function meet(staged: string, final: string): Promise<'handed-over' | 'gone'> {
  const [ours, theirs] = await Promise.all([readWhole(staged), readWhole(final)]);
  if (ours === undefined) return 'gone';
  if (theirs === undefined || !ours.equals(theirs)) {
    throw new Fault('WRITE_FAILED', `${final} is there already, and it is not the file that was to be delivered.`, {
      hint: 'Ordrebro overwrites nothing. Find out who wrote it, and move it away; the delivery is tried again.',
      at: { file: final },
    });
  }
  await unlink(staged);
  return 'handed-over';
}

/** ENOENT speaks of either name: only when both folders are there it is the staged file that is gone. */
async function goneOrFolderMissing(staged: string, final: string): Promise<'gone'> {
  for (const folder of [dirname(staged), dirname(final)]) {
    await stat(folder).catch((error: unknown) => {
      throw folderFault(error, folder);
    });
  }
  if (!(await isThere(staged).catch((error: unknown) => Promise.reject(worldFault(error, 'reading', staged)))))
    return 'gone';
  throw new Fault(
    'FOLDER_NOT_ACCESSIBLE',
    `The folder of ${final} went away and came back while the file was handed over.`,
    {
      hint: 'Nothing needs to be done when it stays: the delivery is tried again.',
      at: { file: final },
    },
  );
}
