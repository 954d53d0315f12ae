import { open } from 'node:fs/promises';

/** A folder sync is not to be had there (Windows, some network file systems): unsupported, not broken. */
const UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR']);

/** Makes the names in a folder durable. Windows knows no such thing; the promise there is smaller (reliability, Windows). */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && UNSUPPORTED.has(String(error.code)))) throw error;
  } finally {
    await handle.close();
  }
}

/** Makes the bytes of a file durable; opened for writing because Windows syncs no other handle. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
