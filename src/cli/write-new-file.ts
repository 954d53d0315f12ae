import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../domain/fault.ts';

/** Writes what a command was asked to with `--to FILE`. Folders that are missing are made. Throws `WRITE_FAILED` where the file is there already or cannot be written. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined); // what is wrong is said of the file
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (cause) {
    const there = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new Fault('WRITE_FAILED', there ? `${path} is there already` : `${path} cannot be written`, {
      hint: there
        ? 'Remove it, or name another file with --to FILE.'
        : 'Name a file that you may write with --to FILE.',
      at: { file: path },
      cause,
    });
  }
}
