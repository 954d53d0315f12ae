import { join, resolve } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { OutboxName } from '../domain/settings.generated.ts';
import type { Outbox, StagedContent, StagingState } from '../pipeline/ports.ts';
import { noteDistance } from '../disk/distant-folders.ts';
import { errnoOf, mkdirWithParents, namesIn, realpath, unlink } from '../disk/file-calls.ts';
import { handOverFile } from './hand-over-file.ts';
import { plainName } from './plain-name.ts';
import { readWhole } from '../disk/read-whole.ts';
import { renamePatiently } from '../disk/rename-patiently.ts';
import { MARKER_NAME, markerText, parseMarker, type StagingMarker } from './staging-marker.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { folderFault, worldFault } from '../disk/world-fault.ts';
import { writeDurably } from '../disk/write-durably.ts';
import { writeNew } from '../disk/write-many.ts';
import { writeHashed } from '../disk/write-hashed.ts';

const TEMPORARY_ENDING = '.tmp';

/** Opens `outbox/<folder>` of a site. Nothing is touched before `inspect`. */
export async function openOutbox(options: { site: string; folder: OutboxName }): Promise<Outbox> {
  return new FolderOutbox(resolve(options.site), options.folder);
}

/**
 * One outbox folder with its `.staging`.
 *
 * An output is written to `.staging/<delivery id>` and synced, then its row is committed, then a rename gives it
 * its final name. The rename consumes the staged file: staged and there means not yet handed over, gone means
 * handed over, even when the reader has taken it already; the marker `.staging/.ordrebro` proves that the folder
 * is the one we staged into. Hence a rename and never link and unlink, which a kill in between would leave twice.
 */
class FolderOutbox implements Outbox {
  readonly folder: OutboxName;
  readonly #path: string;
  readonly #staging: string;

  constructor(site: string, folder: OutboxName) {
    this.folder = folder;
    this.#path = join(site, 'outbox', folder);
    this.#staging = join(this.#path, '.staging');
  }

  async inspect(): Promise<StagingState> {
    try {
      await mkdirWithParents(this.#staging);
      await noteDistance(this.#path);
      await this.#assertNoLink();
      const names = await namesIn(this.#staging);
      const leftovers = names.filter((name) => name.endsWith(TEMPORARY_ENDING));
      const staged = names.filter((name) => name !== MARKER_NAME && !name.endsWith(TEMPORARY_ENDING));
      return { marker: await this.#readMarker(), staged: new Set(staged), leftovers };
    } catch (error) {
      throw folderFault(error, this.#staging);
    }
  }

  writeMarker(marker: StagingMarker): Promise<void> {
    return writeDurably(join(this.#staging, MARKER_NAME), markerText(marker));
  }

  /** A marker that cannot be read for a reason that may pass is a `Fault`, not a foreign marker. */
  async markerIntact(marker: StagingMarker): Promise<boolean> {
    const found = await this.#readMarker();
    return found !== null && found.siteId === marker.siteId && found.epoch === marker.epoch;
  }

  async stage(deliveryId: string, bytes: Buffer | string): Promise<StagedContent> {
    const path = this.#staged(deliveryId);
    try {
      return await writeNew(path, bytes).catch((error: unknown) => {
        if (errnoOf(error) !== 'EEXIST') throw error;
        return redo(path, bytes);
      });
    } catch (error) {
      throw worldFault(error, 'writing', path);
    }
  }

  syncStaging(): Promise<void> {
    return syncFolder(this.#staging);
  }

  async staged(deliveryId: string): Promise<Buffer | undefined> {
    return readWhole(this.#staged(deliveryId));
  }

  async handOver(deliveryId: string, name: string): Promise<'handed-over' | 'gone'> {
    return handOverFile(this.#staged(deliveryId), join(this.#path, plainName(name)));
  }

  /** The folder that received and the folder that gave: on btrfs the receiving one alone left the file under both names. */
  async syncHandOvers(): Promise<void> {
    await Promise.all([syncFolder(this.#path), syncFolder(this.#staging)]);
  }

  async discard(nameInStaging: string): Promise<void> {
    const path = this.#staged(nameInStaging);
    await removed(path);
  }

  /** Durable when it resolves: a withdrawn output must not come back after a power cut. */
  async takeBack(name: string): Promise<boolean> {
    const was = await removed(join(this.#path, plainName(name)));
    await syncFolder(this.#path);
    return was;
  }

  #staged(name: string): string {
    return join(this.#staging, plainName(name));
  }

  async #readMarker(): Promise<StagingMarker | null> {
    const bytes = await readWhole(join(this.#staging, MARKER_NAME));
    return bytes === undefined ? null : parseMarker(bytes.toString('utf8'));
  }

  /** The outbox itself may be a link to another disk; the staging folder must lie inside it, or a rename is none. */
  async #assertNoLink(): Promise<void> {
    const [real, outbox] = await Promise.all([realpath(this.#staging), realpath(this.#path)]);
    if (real === join(outbox, '.staging')) return;
    throw new Fault('FOLDER_NOT_ACCESSIBLE', `${this.#staging} is a link to ${real}.`, {
      hint: 'Remove the link; Ordrebro makes the folder. To keep an outbox on another disk, link or mount the outbox folder itself.',
      at: { file: this.#staging },
    });
  }
}

/** Writes staged bytes again: by way of a temporary file, since those that are there may have a row that counts on them. */
async function redo(path: string, bytes: Buffer | string): Promise<StagedContent> {
  const temporary = path + TEMPORARY_ENDING;
  const written = await writeHashed(temporary, bytes, 'w');
  await renamePatiently(temporary, path);
  return written;
}

/** Removes a file; false where there was none. */
async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw worldFault(error, 'writing', path);
  }
}
