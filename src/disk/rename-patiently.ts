import { setTimeout as delay } from 'node:timers/promises';
import { errnoOf, rename } from './file-calls.ts';

/** On Windows a scanner, an indexer or a reader holds a file for a moment, and the rename is refused so long. */
const HELD_FOR_A_MOMENT = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Waits between the attempts, in ms: 0.6 s in all, then whoever called decides. */
const WAITS_MS = [10, 40, 150, 400];

/**
 * Renames, and on Windows tries again for a moment while somebody else holds the file (reliability, Windows).
 * Elsewhere these errors do not pass by themselves and are given at once.
 */
export async function renamePatiently(
  from: string,
  to: string,
  patient: boolean = process.platform === 'win32',
): Promise<void> {
  const waits = patient ? WAITS_MS : [];
  for (const waitMs of waits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!HELD_FOR_A_MOMENT.has(errnoOf(error) ?? '')) throw error;
      await delay(waitMs);
    }
  }
  await rename(from, to);
}
