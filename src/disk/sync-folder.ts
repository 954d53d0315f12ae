import { constants } from 'node:fs';
import { close, errnoOf, fsync, open } from './file-calls.ts';
import { worldFault } from './world-fault.ts';

/** What a file system answers that knows no folder sync: unsupported, not broken (architecture 3). */
const UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Makes the names in a folder durable. Windows has no such call; its promise is smaller (reliability, Windows).
 * Rejects with a `Fault` that names folder and errno.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  let handle: number | undefined;
  try {
    handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
    await fsync(handle);
  } catch (error) {
    if (handle === undefined || !UNSUPPORTED.has(errnoOf(error) ?? '')) throw worldFault(error, 'writing', folder);
  } finally {
    if (handle !== undefined) await close(handle);
  }
}
