import { networkFileSystem } from './network-file-system.ts';

/*
 * The folders of this process that lie on network shares. Each channel folder is looked at once, when it is
 * opened; file calls below such a folder never hold this thread (see file-calls.ts).
 */
const distant: string[] = [];

/** Looks at where a folder lies, and remembers it where that is another machine. A folder that cannot be asked counts as distant. */
export async function noteDistance(folder: string): Promise<void> {
  const share = await networkFileSystem(folder).catch(() => 'unknown');
  if (share !== undefined && !distant.includes(folder)) distant.push(folder);
}

/** Is this path on a network share? */
export function isDistant(path: string): boolean {
  for (const folder of distant) if (path.startsWith(folder)) return true;
  return false;
}
