import { sep } from 'node:path';
import { type FileSystemProbe, networkFileSystem } from './network-file-system.ts';

/*
 * The folders of this process that lie on network shares. Each channel folder is looked at once, when it is
 * opened; file calls below such a folder never hold this thread (see file-calls.ts).
 */
/** Each with a separator at its end: `/mnt/share-2` is not in `/mnt/share`. */
const distant: string[] = [];

/** Looks at where a folder lies, and remembers it where that is another machine. A folder that cannot be asked counts as distant. */
export async function noteDistance(folder: string, probe?: FileSystemProbe): Promise<void> {
  const share = await networkFileSystem(folder, probe).catch(() => 'unknown');
  if (share === undefined) return;
  const beginning = folder.endsWith(sep) ? folder : folder + sep;
  if (!distant.includes(beginning)) distant.push(beginning);
}

/** Is this path on a network share? */
export function isDistant(path: string): boolean {
  for (const beginning of distant) if (path.startsWith(beginning) || `${path}${sep}` === beginning) return true;
  return false;
}
