import { Fault } from '../domain/fault.ts';
import { errnoOf, mkdirWithParents, stat } from '../disk/file-calls.ts';
import { folderFault } from '../disk/world-fault.ts';

/**
 * Whether a folder is there, and whether it is still the one it was.
 *
 * A folder that never was is made. One that was and is missing is somebody else's doing (unmounted, renamed,
 * removed) and is waited for: making it anew would hide that. It is told from a new one under the same path by
 * device, inode and time of birth; ext4 gives a freed inode to the next folder at once.
 */
export class FolderPresence {
  readonly #folder: string;
  #identity: string | undefined;
  #away = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `replaced`: it was away or is another one since the last look. Throws FOLDER_NOT_ACCESSIBLE. */
  async look(): Promise<'same' | 'replaced'> {
    const before = this.#identity;
    const wasAway = this.#away;
    this.#away = true;
    this.#identity = await this.#identify();
    this.#away = false;
    return before === undefined || (before === this.#identity && !wasAway) ? 'same' : 'replaced';
  }

  async #identify(): Promise<string> {
    try {
      const stats = await stat(this.#folder).catch((error: unknown) => {
        if (errnoOf(error) !== 'ENOENT' || this.#identity !== undefined) throw error;
        return mkdirWithParents(this.#folder).then(() => stat(this.#folder));
      });
      if (stats.isDirectory()) return `${stats.dev}.${stats.ino}.${stats.birthtimeNs}`;
    } catch (error) {
      throw folderFault(error, this.#folder);
    }
    throw new Fault('FOLDER_NOT_ACCESSIBLE', `${this.#folder} is no folder.`, {
      hint: 'Remove or rename what stands there and make the folder. It goes on by itself then.',
      at: { file: this.#folder },
    });
  }
}
