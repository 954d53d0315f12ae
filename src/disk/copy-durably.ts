import { close, copyFile, fsync, open } from './file-calls.ts';

/** Copies a file and makes the bytes of the copy durable, whatever their size. Rejects with the error of the file system. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await fsync(handle);
  } finally {
    await close(handle);
  }
}
