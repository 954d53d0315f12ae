import { join } from 'node:path';
import type { BigIntStats } from 'node:fs';
import type { ChannelSettings } from '../domain/settings.generated.ts';
import type { Clock, ScanResult } from '../pipeline/ports.ts';
import type { ChannelLog } from './channel-log.ts';
import { errnoOf, lstat } from '../disk/file-calls.ts';
import { type FolderContents, type KnownFile, NOT_LOOKED_AT } from './folder-contents.ts';
import { type MarkerStanding, markerStanding, wantsMarker } from './marker.ts';
import { proofOfEnd } from './proof-of-end.ts';
import { isUnchanged, neededStillnessMs, type Proof, type Sighting } from './sighting.ts';
import { whatItIs } from './what-it-is.ts';

/** Files that are looked at side by side: more gain nothing and hold descriptors. */
const SIDE_BY_SIDE = 64;
/** A file whose end proves it complete is not looked at again so soon; the claim compares size, mtime and inode anyway. */
const FRESH_MS = 1_000;

/** What looking at one name gives. `another`: it is another file than before, and stands at the end of the order now. */
type Look =
  | { is: 'complete'; bytes: number; another?: boolean }
  | { is: 'waiting'; againInMs: number | null; another?: boolean }
  | { is: 'refused'; what: string; inode: bigint }
  | { is: 'nothing' };

/** What a scan works with. */
export interface ScanContext {
  folder: string;
  contents: FolderContents;
  clock: Clock;
  once: boolean;
  maxCandidates: number;
  log: ChannelLog;
}

/**
 * Looks at the files of a folder, one after the other in claim order, until `maxCandidates` complete ones are
 * found; what stands behind them waits its turn unread. One that cannot be looked at counts as not complete yet.
 */
export class FolderScan {
  readonly #context: ScanContext;
  /** Names that are no files and were reported, with their inode: each once. */
  readonly #refused = new Map<string, bigint>();
  /** Names that could not be looked at, with the errno that was logged: each once. */
  readonly #unreadable = new Map<string, string>();

  constructor(context: ScanContext) {
    this.#context = context;
  }

  /** Looks at `files` until there are enough complete ones, and adds what it finds to `result`. */
  async look(result: ScanResult, files: Iterator<KnownFile>, settings: ChannelSettings): Promise<void> {
    const movedToEnd: { name: string; look: Look }[] = [];
    while (result.complete.length < this.#context.maxCandidates) {
      const wave = nextWave(files);
      if (wave.length === 0) break;
      const looks = await Promise.all(wave.map((file) => this.#lookAt(file, settings)));
      for (const [index, look] of looks.entries()) {
        const name = wave[index]?.[0] ?? '';
        if ('another' in look && look.another) movedToEnd.push({ name, look });
        else this.#add(result, name, look);
      }
    }
    for (const { name, look } of movedToEnd) this.#add(result, name, look);
  }

  #add(result: ScanResult, name: string, look: Look): void {
    const enough = result.complete.length >= this.#context.maxCandidates;
    if (look.is === 'complete' && !enough) result.complete.push({ name, bytes: look.bytes });
    if (look.is === 'waiting') {
      result.waiting += 1;
      const { againInMs } = look;
      if (againInMs !== null) result.lookAgainInMs = Math.min(result.lookAgainInMs ?? againInMs, againInMs);
    }
    if (look.is !== 'refused' || this.#refused.get(name) === look.inode) return;
    this.#refused.set(name, look.inode);
    result.refused.push({ name, code: 'NOT_A_FILE', what: look.what });
  }

  async #lookAt([name, known]: KnownFile, settings: ChannelSettings): Promise<Look> {
    const { contents, folder, log } = this.#context;
    try {
      return await this.#lookCloser(name, known === NOT_LOOKED_AT ? undefined : known, settings);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      if (errno === 'ENOENT') {
        contents.forget(name);
        this.#refused.delete(name);
        this.#unreadable.delete(name);
        return { is: 'nothing' };
      }
      if (this.#unreadable.get(name) !== errno)
        log('warn', 'inbox-file-unreadable', { path: join(folder, name), errno });
      this.#unreadable.set(name, errno);
      return { is: 'waiting', againInMs: null };
    }
  }

  async #lookCloser(name: string, known: Sighting | undefined, settings: ChannelSettings): Promise<Look> {
    const { contents, folder, clock } = this.#context;
    const nowMs = clock.monotonicMs();
    const byMarker = settings.markers && wantsMarker(name);
    if (
      known?.proof === 'complete' &&
      nowMs - known.lookedAtMs < FRESH_MS &&
      !byMarker &&
      !contents.mustSettle(name, known.inode)
    ) {
      return { is: 'complete', bytes: Number(known.bytes) };
    }
    const path = join(folder, name);
    const stats = await lstat(path);
    if (stats.isDirectory()) return { is: 'nothing' };
    if (!stats.isFile()) return { is: 'refused', what: whatItIs(stats), inode: stats.ino };
    const unchanged = known !== undefined && isUnchanged(known, stats);
    const proof = unchanged && known.proof !== 'unreadable' ? known.proof : await this.#proof(path, name, stats);
    const sighting = sightingOf(stats, proof, unchanged ? known.unchangedSinceMs : nowMs, nowMs);
    const another = contents.saw(name, sighting) === 'moved-to-end';
    const marker = byMarker ? await this.#marker(path, name, stats) : null;
    const { settleMs, stuckMs } = settings;
    const mustSettle = contents.mustSettle(name, sighting.inode);
    const needed = neededStillnessMs(proof, { settleMs, stuckMs, once: this.#context.once, mustSettle, marker });
    const missingMs = needed === null ? null : needed - (nowMs - sighting.unchangedSinceMs);
    if (missingMs === null && this.#context.once) return { is: 'nothing' }; // no run waits for a marker that may never come
    if (missingMs === null || missingMs > 0) return { is: 'waiting', againInMs: missingMs, another };
    return { is: 'complete', bytes: Number(stats.size), another };
  }

  #marker(path: string, name: string, stats: BigIntStats): Promise<MarkerStanding> | MarkerStanding {
    return this.#context.contents.isMarked(name) ? markerStanding(path, stats) : 'none';
  }

  /** A file that cannot be opened says nothing: it counts as one that should close and does not, and is taken in the end. */
  async #proof(path: string, name: string, stats: BigIntStats): Promise<Proof> {
    try {
      return await proofOfEnd(path, name, stats.size);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined || errno === 'ENOENT') throw error;
      if (this.#unreadable.get(name) !== errno) this.#context.log('warn', 'inbox-file-unreadable', { path, errno });
      this.#unreadable.set(name, errno);
      return 'unreadable';
    }
  }
}

function sightingOf(stats: BigIntStats, proof: Proof, unchangedSinceMs: number, lookedAtMs: number): Sighting {
  const { size: bytes, mtimeNs, ctimeNs, ino: inode } = stats;
  return { bytes, mtimeNs, ctimeNs, inode, proof, unchangedSinceMs, lookedAtMs };
}

function nextWave(files: Iterator<KnownFile>): KnownFile[] {
  const wave: KnownFile[] = [];
  while (wave.length < SIDE_BY_SIDE) {
    const next = files.next();
    if (next.done === true) break;
    wave.push(next.value);
  }
  return wave;
}
