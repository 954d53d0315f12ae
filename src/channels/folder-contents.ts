import { isUtf8 } from 'node:buffer';
import { namesIn, rawNamesIn } from '../disk/file-calls.ts';
import { isIgnoredName } from './ignored-name.ts';
import { MARKER_ENDING, markedNames } from './marker.ts';
import type { Sighting } from './sighting.ts';
import { folderFault } from '../disk/world-fault.ts';

/** Stands for a file that was listed and not looked at yet: one shared value, so that 100,000 waiting files cost their names only. */
export const NOT_LOOKED_AT = Symbol('not looked at');

/** A name with what we know of it. */
export type KnownFile = [name: string, known: Sighting | typeof NOT_LOOKED_AT];

/** What a listing found. */
export interface Listing {
  /** Names that were not there before, in order. */
  fresh: string[];
  /** Names that are not UTF-8 and were not reported before, in a readable form. */
  foreign: string[];
}

/**
 * The files that an inbox folder holds, in claim order: by the listing that first saw them, then by name.
 *
 * The list is kept between scans. A listing appends the names that are new, sorted, and drops those that are
 * gone; a `Map` keeps that order by itself. A name whose inode changed is another file that came later: it moves
 * to the end (`renew`). What a look found out stays with its name until the file changes.
 */
export class FolderContents {
  readonly #folder: string;
  readonly #files = new Map<string, Sighting | typeof NOT_LOOKED_AT>();
  /** Names that have a marker `<name>.done`, from the last listing. */
  #marked: ReadonlySet<string> = new Set();
  /** Names whose content changed under us after a claim, with the inode: they must settle. */
  readonly #restless = new Map<string, bigint>();
  /** Names that are not UTF-8 and were reported, by their bytes in hexadecimal. */
  #foreign: ReadonlySet<string> = new Set();

  constructor(folder: string) {
    this.#folder = folder;
  }

  get size(): number {
    return this.#files.size;
  }

  /** In claim order; what is appended meanwhile is met at the end. */
  entries(): Iterator<KnownFile> {
    return this.#files.entries();
  }

  sighting(name: string): Sighting | undefined {
    const known = this.#files.get(name);
    return known === NOT_LOOKED_AT ? undefined : known;
  }

  isMarked(name: string): boolean {
    return this.#marked.has(name);
  }

  mustSettle(name: string, inode: bigint): boolean {
    return this.#restless.get(name) === inode;
  }

  /** What a look found: in its place, or at the end where it is another file than before. */
  saw(name: string, sighting: Sighting): 'in-place' | 'moved-to-end' {
    const before = this.sighting(name);
    const another = before !== undefined && before.inode !== sighting.inode;
    if (another) this.#files.delete(name);
    this.#files.set(name, sighting);
    return another ? 'moved-to-end' : 'in-place';
  }

  forget(name: string): void {
    this.#files.delete(name);
  }

  /** From now on this file must lie still, whatever its end proves. */
  distrust(name: string, inode: bigint): void {
    this.#restless.set(name, inode);
  }

  /** Another folder stands under the same path: nothing we knew holds. */
  forgetAll(): void {
    this.#files.clear();
    this.#restless.clear();
    this.#marked = new Set();
  }

  /** Lists the folder anew. `markers`: names ending in `.done` are markers and no files. Throws FOLDER_NOT_ACCESSIBLE. */
  async list(markers: boolean): Promise<Listing> {
    const names = await namesIn(this.#folder).catch((error: unknown) => {
      throw folderFault(error, this.#folder);
    });
    const foreign = names.some((name) => name.includes('\uFFFD'))
      ? await this.#foreignNames()
      : new Map<string, string>();
    const garbled = new Set([...foreign.values()]);
    const here = new Set(names);
    this.#marked = markers ? markedNames(here) : new Set();
    for (const name of this.#files.keys()) if (!here.has(name)) this.#files.delete(name);
    for (const name of this.#restless.keys()) if (!here.has(name)) this.#restless.delete(name);
    const isFile = (name: string) =>
      !isIgnoredName(name) && !garbled.has(name) && !(markers && name.endsWith(MARKER_ENDING));
    const fresh = names.filter((name) => !this.#files.has(name) && isFile(name)).sort();
    for (const name of fresh) this.#files.set(name, NOT_LOOKED_AT);
    const unreported = [...foreign.keys()].filter((hex) => !this.#foreign.has(hex));
    this.#foreign = new Set(foreign.keys());
    return { fresh, foreign: unreported.map((hex) => readable(Buffer.from(hex, 'hex'))) };
  }

  /** Names that are not UTF-8: their bytes, and the garbled text they are listed as. */
  async #foreignNames(): Promise<Map<string, string>> {
    const raw = await rawNamesIn(this.#folder).catch((error: unknown) => {
      throw folderFault(error, this.#folder);
    });
    return new Map(raw.filter((name) => !isUtf8(name)).map((name) => [name.toString('hex'), name.toString('utf8')]));
  }
}

/** Bytes that are not text, for people: what is ASCII as it is, the rest as \xNN. */
function readable(name: Buffer): string {
  return [...name]
    .map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`))
    .join('');
}
