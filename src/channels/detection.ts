import type { ChannelSettings } from '../domain/settings.generated.ts';
import type { ScanResult } from '../pipeline/ports.ts';
import { type KnownFile, NOT_LOOKED_AT } from './folder-contents.ts';
import { FolderPresence } from './folder-presence.ts';
import { FolderScan, type ScanContext } from './folder-scan.ts';
import type { FolderWatch } from './folder-watch.ts';

/**
 * Finds the complete files of an inbox folder.
 *
 * Each scan asks whether the folder is there and still the same (else the list is thrown away and the watch
 * renewed), lists it, and looks at the files in claim order until there are enough. While the last listing still
 * holds enough complete files, the folder is listed at `rescanMs` only: with 100,000 files waiting, listing them
 * again for each batch would only find who comes after them.
 */
export class Detection {
  readonly #context: ScanContext;
  readonly #watch: FolderWatch;
  readonly #presence: FolderPresence;
  readonly #files: FolderScan;
  #listedAtMs = Number.NEGATIVE_INFINITY;

  constructor(context: ScanContext, watch: FolderWatch) {
    this.#context = context;
    this.#watch = watch;
    this.#presence = new FolderPresence(context.folder);
    this.#files = new FolderScan(context);
  }

  /** Makes the folder where it never was. Throws FOLDER_NOT_ACCESSIBLE. */
  async arrive(): Promise<void> {
    await this.#presence.look();
  }

  /** Throws FOLDER_NOT_ACCESSIBLE until the folder is back; then it goes on by itself. */
  async scan(settings: ChannelSettings): Promise<ScanResult> {
    const { contents, clock, maxCandidates } = this.#context;
    const replaced = (await this.#presence.look()) === 'replaced';
    if (replaced) contents.forgetAll();
    this.#watch.ensure(settings.polling, settings.rescanMs, replaced);
    const result: ScanResult = { complete: [], waiting: 0, lookAgainInMs: null, refused: [] };
    const listFirst = replaced || settings.markers || clock.monotonicMs() - this.#listedAtMs >= settings.rescanMs;
    if (listFirst) await this.#list(result, settings);
    await this.#files.look(result, contents.entries(), settings);
    if (!listFirst && result.complete.length < maxCandidates) {
      const fresh = await this.#list(result, settings);
      await this.#files.look(result, fresh.map((name): KnownFile => [name, NOT_LOOKED_AT]).values(), settings);
    }
    if (result.complete.length >= maxCandidates) result.lookAgainInMs = 0;
    return result;
  }

  async #list(result: ScanResult, settings: ChannelSettings): Promise<string[]> {
    const { contents, clock } = this.#context;
    const { fresh, foreign } = await contents.list(settings.markers);
    this.#listedAtMs = clock.monotonicMs();
    for (const name of foreign) {
      result.refused.push({ name, code: 'NAME_NOT_UTF8', what: 'its name is not UTF-8: rename it' });
    }
    return fresh;
  }
}
