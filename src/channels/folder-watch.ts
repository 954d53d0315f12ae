import { basename, resolve } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { ChannelLog } from './channel-log.ts';
import { errnoOf } from '../disk/file-calls.ts';
import { isIgnoredName } from './ignored-name.ts';

/** After a hint the next one waits this long: a burst of 5,000 files is told a few times, not 5,000 times. */
const PAUSE_MS = 10;

/**
 * Hints that something may have changed in a folder. The truth is the scan: events are lost in bursts, overflow
 * without a word, and are unknown on network shares.
 *
 * chokidar watches the folder and none of its files (they are ignored by path; a matcher that looks at stats
 * would make it read the folder at each event), and its raw events are the hints. The first hint of a calm is
 * told at once, those that follow are told together after a pause. A watch goes deaf when its folder is removed
 * and made again: whoever scans sees that (`renew`), and after an error the next scan renews it as well.
 */
export class FolderWatch {
  readonly #folder: string;
  readonly #log: ChannelLog;
  readonly #callbacks: (() => void)[] = [];
  #watcher: FSWatcher | undefined;
  #polling = false;
  #deaf = true;
  #pausing: NodeJS.Timeout | undefined;
  #missed = false;
  #closed = false;

  constructor(folder: string, log: ChannelLog) {
    this.#folder = folder;
    this.#log = log;
  }

  onHint(callback: () => void): void {
    this.#callbacks.push(callback);
  }

  /** The folder is there: watches it, if anybody wants hints and no watch is known to work. `replaced`: it is not the one it was. */
  ensure(polling: boolean, pollMs: number, replaced: boolean): void {
    if (this.#closed || this.#callbacks.length === 0) return;
    const again = this.#watcher !== undefined;
    if (!replaced && !this.#deaf && this.#polling === polling) return;
    void this.#watcher?.close();
    this.#polling = polling;
    this.#deaf = false;
    if (again) this.#log('info', 'inbox-watch-renewed', { path: this.#folder, polling });
    const watcher = watch(this.#folder, {
      ignored: (path) => resolve(path) !== this.#folder,
      ignoreInitial: true,
      backend: polling ? 'polling' : 'native', // never recursive: what happens among the claimed files is our own doing
      pollingInterval: pollMs,
    });
    watcher.on('raw', (_event, path) => this.#changed(path));
    watcher.on('all', () => this.#changed(null));
    watcher.on('ready', () => this.#changed(null)); // what came before the watch was ready raised no event
    watcher.on('error', (error) => this.#failed(watcher, error));
    this.#watcher = watcher;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#pausing);
    await this.#watcher?.close();
  }

  #changed(path: string | null): void {
    if (path !== null && path !== this.#folder && isIgnoredName(basename(path))) return;
    this.#missed = true;
    if (this.#pausing === undefined) this.#tell();
  }

  #tell(): void {
    this.#missed = false;
    this.#pausing = setTimeout(() => {
      this.#pausing = undefined;
      if (this.#missed) this.#tell();
    }, PAUSE_MS);
    this.#pausing.unref();
    for (const callback of this.#callbacks) callback();
  }

  /** Out of inotify watches, for example: the rescan goes on without hints, and the next one tries again. */
  #failed(watcher: FSWatcher, error: unknown): void {
    if (watcher !== this.#watcher || this.#closed) return;
    this.#deaf = true;
    const text = error instanceof Error ? error.message : String(error);
    this.#log('warn', 'inbox-watch-failed', { path: this.#folder, errno: errnoOf(error), error: text });
  }
}
