import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { folderFault } from '../disk/world-fault.ts';

/** Makes `state` in a site's folder where it is missing. Rejects with the fault `FOLDER_NOT_ACCESSIBLE` where it may not. */
export async function makeStateFolder(site: string): Promise<void> {
  const folder = join(site, 'state');
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw folderFault(error, folder);
  }
}
