import { extname, join } from 'node:path';
import { close, errnoOf, link, lstat, open, unlink } from '../disk/file-calls.ts';
import { renamePatiently } from '../disk/rename-patiently.ts';

/** What a file system answers that has no hard links. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);
/** Names that are tried beside a taken one, before giving up: nobody has so many files of one name. */
const MAX_BESIDE = 1_000;

/**
 * Puts the file `from` into the folder `into` under `name`, or under a name beside it (`order.2.xml`) where that
 * is taken. The file itself moves, not a copy: a writer that still has it open goes on writing into the inbox
 * and loses nothing. Never overwrites. Killed half-way, the file has two names, and doing it again finishes it.
 * Gives the name; undefined when the file is gone. Rejects with the error of the file system.
 */
export async function putBack(from: string, into: string, name: string): Promise<string | undefined> {
  for (let number = 1; number <= MAX_BESIDE; number += 1) {
    const candidate = number === 1 ? name : nameBeside(name, number);
    const outcome = await moveWithoutOverwriting(from, join(into, candidate));
    if (outcome === 'moved') return candidate;
    if (outcome === 'gone') return undefined;
  }
  throw new Error(`no free name beside ${name}`);
}

/** `order.xml` -> `order.2.xml`: the ending stays, since mappings choose by it; cut to fit the 255 bytes of a name. */
export function nameBeside(name: string, number: number): string {
  const extension = Buffer.byteLength(extname(name)) <= 20 ? extname(name) : '';
  const ending = `.${number}${extension}`;
  let stem = name.slice(0, name.length - extension.length);
  while (Buffer.byteLength(stem + ending) > 255) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}

async function moveWithoutOverwriting(from: string, to: string): Promise<'moved' | 'taken' | 'gone'> {
  try {
    await link(from, to);
  } catch (error) {
    const errno = errnoOf(error) ?? '';
    if (errno === 'ENOENT' && (await isGone(from))) return 'gone';
    if (NO_LINKS.has(errno)) return await moveOverPlaceholder(from, to);
    if (errno !== 'EEXIST') throw error;
    if (!(await isSameFile(from, to))) return 'taken';
  }
  await unlink(from);
  return 'moved';
}

/** Without hard links: an empty file of our own holds the name, and the rename replaces it at once. */
async function moveOverPlaceholder(from: string, to: string): Promise<'moved' | 'taken'> {
  try {
    await close(await open(to, 'wx'));
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return 'taken';
    throw error;
  }
  try {
    await renamePatiently(from, to);
  } catch (error) {
    await unlink(to).catch(() => undefined);
    throw error;
  }
  return 'moved';
}

/**
 * Was the process killed while it put this claimed file back? Then the inbox has the same file (the same inode)
 * under its name or a name beside it already. A sender's own hard link under another name is something else.
 */
export async function isHalfPutBack(from: string, into: string, name: string): Promise<boolean> {
  const { nlink } = await lstat(from);
  if (nlink < 2n) return false;
  for (let number = 1; number <= 9; number += 1) {
    const candidate = join(into, number === 1 ? name : nameBeside(name, number));
    if (await isSameFile(from, candidate).catch(() => false)) return true;
  }
  return false;
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([lstat(one), lstat(other)]);
  return a.ino === b.ino && a.dev === b.dev;
}

async function isGone(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    return errnoOf(error) === 'ENOENT';
  }
}
