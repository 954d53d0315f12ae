import { close, fsync, open } from './file-calls.ts';
import { worldFault } from './world-fault.ts';

/** Makes the bytes of a file of ours durable; opened for writing because Windows syncs no other handle. Rejects with a `Fault`. */
export async function syncFile(path: string): Promise<void> {
  let handle: number | undefined;
  try {
    handle = await open(path, 'r+');
    await fsync(handle);
  } catch (error) {
    throw worldFault(error, 'writing', path);
  } finally {
    if (handle !== undefined) await close(handle);
  }
}
