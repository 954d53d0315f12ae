import type { BigIntStats } from 'node:fs';
import { errnoOf, lstat, unlink } from '../disk/file-calls.ts';

/** Ending of a marker: `<name>.done` says that `<name>` is complete, where the channel wants markers. */
export const MARKER_ENDING = '.done';

/** The longest name that leaves room for the ending in the 255 bytes of a file name; a longer one goes by its content. */
const MAX_MARKABLE_BYTES = 255 - MARKER_ENDING.length;

/** In a channel with markers: can this file have one, and must it? */
export function wantsMarker(name: string): boolean {
  return Buffer.byteLength(name) <= MAX_MARKABLE_BYTES;
}

/** The names that have a marker beside them, or had: a marker may stand alone. */
export function markedNames(names: Iterable<string>): Set<string> {
  const marked = new Set<string>();
  for (const name of names) if (name.endsWith(MARKER_ENDING)) marked.add(name.slice(0, -MARKER_ENDING.length));
  return marked;
}

/** When the marker came: after the last byte, in the same tick of the clock, before it, or not at all. */
export type MarkerStanding = 'after' | 'same-tick' | 'before' | 'none';

/**
 * Only a marker that came after the last byte proves anything. One that came first, or was left from an earlier
 * file of the name, is no proof: the file then goes by its content and by how long it lies still.
 */
export async function markerStanding(path: string, file: BigIntStats): Promise<MarkerStanding> {
  try {
    const { ctimeNs } = await lstat(path + MARKER_ENDING);
    if (ctimeNs === file.mtimeNs) return 'same-tick';
    return ctimeNs > file.mtimeNs ? 'after' : 'before';
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'none';
    throw error;
  }
}

/**
 * Removes the marker of a file that was claimed, unless the sender has put a new file of that name there already:
 * then the marker may be the new one's. One that stays behind proves nothing for the next file, being older.
 */
export async function removeMarker(path: string): Promise<void> {
  const again = await lstat(path).then(
    () => true,
    () => false,
  );
  if (!again) await unlink(path + MARKER_ENDING).catch(() => undefined);
}
