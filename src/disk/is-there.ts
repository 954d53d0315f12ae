import { lstatIfThere } from './file-calls.ts';

/** Is there anything of this name (a link counts)? Rejects with the error of the file system, but for ENOENT. */
export async function isThere(path: string): Promise<boolean> {
  return (await lstatIfThere(path)) !== undefined;
}
