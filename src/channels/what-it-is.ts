import type { BigIntStats } from 'node:fs';

/** What stands under a name that is neither a file nor a folder, in words for a log line. Windows' junctions count as links. */
export function whatItIs(stats: BigIntStats): string {
  if (stats.isSymbolicLink()) return 'a link: links are never followed';
  if (stats.isFIFO()) return 'a named pipe: only files are taken';
  if (stats.isSocket()) return 'a socket: only files are taken';
  return 'a device: only files are taken';
}
