import { close, fsync, open, unlink, write } from './file-calls.ts';

/**
 * Writes a file and makes its bytes durable; its name is durable once its folder is synced. `wx` makes a new
 * file and rejects with EEXIST where there is one, links included; `w` replaces what is there.
 * After a failure the half-written file is gone: a failed fsync may have dropped the bytes, and a second one on
 * the same handle would say that all is well. Rejects with the error of the file system.
 */
export async function writeSynced(path: string, bytes: Uint8Array, flag: 'wx' | 'w'): Promise<void> {
  const handle = await open(path, flag);
  try {
    await writeAndClose(handle, bytes);
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/** A close may fail as well (a quota on a share): it is tried once, and the handle is gone whatever it says. */
async function writeAndClose(handle: number, bytes: Uint8Array): Promise<void> {
  try {
    await writeAll(handle, bytes);
    await fsync(handle);
  } catch (error) {
    await close(handle).catch(() => undefined);
    throw error;
  }
  await close(handle);
}

async function writeAll(handle: number, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.byteLength; ) {
    const { bytesWritten } = await write(handle, bytes, from, bytes.byteLength - from);
    from += bytesWritten;
  }
}
