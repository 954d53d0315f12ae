import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { mkdirWithParents, realpath } from '../disk/file-calls.ts';
import { worldFault } from '../disk/world-fault.ts';

/** The folders of the site in which taken files come to rest. Either may itself be a link to another disk. */
const RESTING_FOLDERS = new Set(['archive', 'failed']);

/**
 * The absolute path of `to` (path from the site's folder), with its folders made. What leads out of `archive` and
 * `failed`, by its words or by a link inside them, is refused (reliability, Paths).
 */
export class RestingFolders {
  readonly #site: string;
  /** Folders that were made and checked; asking the disk again for each file would cost more than the rename. */
  readonly #checked = new Set<string>();

  constructor(site: string) {
    this.#site = site;
  }

  /** Absolute path of what rests at `to`. A path that leads elsewhere is a defect, or a damaged record: it throws an Error. */
  locate(to: string): string {
    const [top = ''] = to.split('/');
    const path = join(this.#site, to);
    if (!RESTING_FOLDERS.has(top) || !path.startsWith(join(this.#site, top) + sep))
      throw new Error(`not a resting place: ${to}`);
    return path;
  }

  /** The same, with its folder made and checked. Throws a `Fault` when it cannot be made. */
  async pathFor(to: string): Promise<string> {
    const path = this.locate(to);
    const folder = dirname(path);
    if (!this.#checked.has(folder)) await this.#makeAndCheck(join(this.#site, to.split('/')[0] ?? ''), folder);
    return path;
  }

  /** Somebody removed folders that were there: they are made and checked again when next asked for. */
  forget(): void {
    this.#checked.clear();
  }

  async #makeAndCheck(root: string, folder: string): Promise<void> {
    try {
      await mkdirWithParents(folder);
      const way = relative(await realpath(root), await realpath(folder));
      if (way.startsWith('..') || isAbsolute(way)) {
        throw new Fault('FOLDER_NOT_ACCESSIBLE', `${folder} is a link that leads out of ${root}.`, {
          hint: 'Replace the link by a folder. Only archive and failed themselves may be links to another disk.',
          at: { file: folder },
        });
      }
    } catch (error) {
      throw worldFault(error, 'writing', folder);
    }
    this.#checked.add(folder);
  }
}
