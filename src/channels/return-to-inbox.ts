import type { ChannelLog } from './channel-log.ts';
import type { ClaimFolders } from './claim-folders.ts';
import { errnoOf, lstat } from '../disk/file-calls.ts';
import type { FolderContents } from './folder-contents.ts';
import { putBack } from './put-back.ts';
import { worldFault } from '../disk/world-fault.ts';

/** A file among the claimed ones that belongs back into the inbox. */
export interface Returning {
  id: string;
  name: string;
  path: string;
}

/**
 * Brings files back from the claimed ones to the inbox: somebody wrote on after the claim. Such a file must lie
 * still before it is taken again, whatever its end proves; else a busy writer would be claimed and put back in a
 * tight circle. What cannot be put back now is tried again before each scan; after a kill, recovery adopts it.
 */
export class ReturnToInbox {
  readonly #folder: string;
  readonly #folders: ClaimFolders;
  readonly #contents: FolderContents;
  readonly #log: ChannelLog;
  readonly #waiting = new Map<string, Returning>();

  constructor(folder: string, folders: ClaimFolders, contents: FolderContents, log: ChannelLog) {
    this.#folder = folder;
    this.#folders = folders;
    this.#contents = contents;
    this.#log = log;
  }

  /** Puts it back now. Rejects with a `Fault`. A file that is gone is fine: somebody deleted it. */
  async now(file: Returning): Promise<void> {
    try {
      const stats = await lstat(file.path).catch(ifGone);
      const name = stats === undefined ? undefined : await putBack(file.path, this.#folder, file.name);
      if (stats !== undefined && name !== undefined) {
        this.#contents.distrust(name, stats.ino);
        this.#log('warn', 'inbox-file-put-back', { file: file.id, code: 'FILE_CHANGED_AFTER_CLAIM', as: name });
      }
      await this.#folders.remove(file.id);
      this.#waiting.delete(file.id);
    } catch (error) {
      throw worldFault(error, 'writing', file.path);
    }
  }

  /** Puts it back now, or as soon as the world lets us. */
  async soon(file: Returning): Promise<void> {
    try {
      await this.now(file);
    } catch (error) {
      const first = !this.#waiting.has(file.id);
      this.#waiting.set(file.id, file);
      const fault = worldFault(error, 'writing', file.path);
      if (first) this.#log('warn', 'inbox-put-back-waits', { path: file.path, code: fault.code, error: fault.message });
    }
  }

  /** Tries again with those that could not be put back. */
  async again(): Promise<void> {
    for (const file of this.#waiting.values()) await this.soon(file);
  }
}

function ifGone(error: unknown): undefined {
  if (errnoOf(error) !== 'ENOENT') throw error;
}
