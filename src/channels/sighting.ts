import type { BigIntStats } from 'node:fs';
import type { MarkerStanding } from './marker.ts';

/**
 * What the end of a file says: it is whole, it should close and does not, or it is of a kind that cannot say.
 * `unreadable`: it could not be read this time; that is asked again at each look, the others hold until it changes.
 */
export type Proof = 'complete' | 'open' | 'unknown' | 'unreadable';

/** What we know of a file from the last time we looked at it. Times are of the monotonic clock. */
export interface Sighting {
  readonly bytes: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly inode: bigint;
  readonly proof: Proof;
  /** When we first saw it exactly like this. */
  readonly unchangedSinceMs: number;
  readonly lookedAtMs: number;
}

/** Same size, mtime, ctime and inode: nobody touched it since. */
export function isUnchanged(sighting: Sighting, now: BigIntStats): boolean {
  return isSameContent(sighting, now) && sighting.ctimeNs === now.ctimeNs;
}

/** The same but for the ctime, which our own rename changes. */
export function isSameContent(sighting: Sighting, now: BigIntStats): boolean {
  return sighting.bytes === now.size && sighting.mtimeNs === now.mtimeNs && sighting.inode === now.ino;
}

/** size, mtime, ctime and inode as one text. */
export function fingerprintOf(stats: BigIntStats): string {
  return `${stats.size}.${stats.mtimeNs}.${stats.ctimeNs}.${stats.ino}`;
}

/** What decides how long a file must lie unchanged. */
export interface Patience {
  settleMs: number;
  stuckMs: number;
  /** `run --once`: what should close and does not is taken after `settleMs`. */
  once: boolean;
  /** It changed under us after a claim: its end proves nothing any more, it must lie still. */
  mustSettle: boolean;
  /** In a channel with markers: what its marker says; null where the channel wants none. */
  marker: MarkerStanding | null;
}

/**
 * How long a file must have lain unchanged to count as complete, in ms; null while its marker is missing
 * (architecture 3, Detecting a complete file). Nothing where its marker or its end proves it, `settleMs` where
 * nothing can, `stuckMs` where its end says that more must come, or its marker came too early.
 */
export function neededStillnessMs(proof: Proof, patience: Patience): number | null {
  const { marker, mustSettle, settleMs, once } = patience;
  const stuckMs = once ? settleMs : patience.stuckMs;
  if (marker === 'none') return null;
  if (mustSettle) return proof === 'complete' ? settleMs : stuckMs;
  if (marker === 'after' || proof === 'complete') return 0;
  return proof === 'unknown' && marker !== 'before' ? settleMs : stuckMs;
}
