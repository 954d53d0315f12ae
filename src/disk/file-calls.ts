import * as fs from 'node:fs';
import { promisify } from 'node:util';
import { isDistant } from './distant-folders.ts';

/*
 * The file calls of the hot path. All give promises, and a caller cannot tell how they are made.
 *
 * A call that only touches names or a few pages of memory (rename, lstat, open, a short read or write) takes some
 * 5 microseconds on a disk of this machine, and through the thread pool 20 of this thread's time and as much of
 * another's: it is made at once. What really waits for the disk (fsync, long reads and writes) goes through the
 * pool. On a network share every call may wait for ever, so there all of them go through the pool.
 * Measured with 3,000 invoices of 10 kB: see src/README.md, "What was measured".
 */

/** Longer reads and writes than this go through the pool. */
const SHORT_BYTES = 256 * 1024;
/** Handles of files on network shares. */
const distantHandles = new Set<number>();

type OnPath<Args extends unknown[], Result> = (path: string, ...rest: Args) => Result;

/** At once where the path is on this machine, through the pool where it is not. */
function atOnce<Args extends unknown[], Result>(
  now: OnPath<Args, Result>,
  pooled: OnPath<Args, Promise<Result>>,
): OnPath<Args, Promise<Result>> {
  return async (path, ...rest) => (isDistant(path) ? pooled(path, ...rest) : now(path, ...rest));
}

const pooledRename = promisify(fs.rename);
const pooledOpen = promisify(fs.open) as (path: string, flags: string | number) => Promise<number>;
const pooledClose = promisify(fs.close);
const pooledRead = promisify(fs.read) as (
  handle: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number | null,
) => Promise<{ bytesRead: number }>;
const pooledWrite = promisify(fs.write) as (
  handle: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
) => Promise<{ bytesWritten: number }>;

export const fsync: (handle: number) => Promise<void> = promisify(fs.fsync);
export const link: (from: string, to: string) => Promise<void> = promisify(fs.link);
export const copyFile: (from: string, to: string) => Promise<void> = promisify(fs.copyFile);
export const realpath: (path: string) => Promise<string> = promisify(fs.realpath.native);
export const unlink = atOnce<[], void>(fs.unlinkSync, promisify(fs.unlink));
export const rmdir = atOnce<[], void>(fs.rmdirSync, promisify(fs.rmdir));
export const utimes = atOnce<[accessed: number, modified: number], void>(fs.utimesSync, promisify(fs.utimes));

export async function rename(from: string, to: string): Promise<void> {
  if (isDistant(from) || isDistant(to)) return pooledRename(from, to);
  fs.renameSync(from, to);
}

export async function open(path: string, flags: string | number): Promise<number> {
  if (!isDistant(path)) return fs.openSync(path, flags);
  const handle = await pooledOpen(path, flags);
  distantHandles.add(handle);
  return handle;
}

export async function close(handle: number): Promise<void> {
  if (distantHandles.delete(handle)) return pooledClose(handle);
  fs.closeSync(handle);
}

export async function read(
  handle: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number | null,
): Promise<{ bytesRead: number }> {
  if (length > SHORT_BYTES || distantHandles.has(handle)) return pooledRead(handle, buffer, offset, length, position);
  return { bytesRead: fs.readSync(handle, buffer, offset, length, position) };
}

export async function write(
  handle: number,
  buffer: Uint8Array,
  offset: number,
  length: number,
): Promise<{ bytesWritten: number }> {
  if (length > SHORT_BYTES || distantHandles.has(handle)) return pooledWrite(handle, buffer, offset, length);
  return { bytesWritten: fs.writeSync(handle, buffer, offset, length) };
}

const pooledMkdir = promisify(fs.mkdir);
const pooledLstat = promisify(fs.lstat);
const pooledStat = promisify(fs.stat);
const pooledReaddir = promisify(fs.readdir);

/** Makes one folder; EEXIST where there is one. */
export async function mkdir(path: string): Promise<void> {
  if (isDistant(path)) await pooledMkdir(path);
  else fs.mkdirSync(path);
}

/** Makes a folder and those above it; one that is there is fine. */
export async function mkdirWithParents(path: string): Promise<void> {
  await pooledMkdir(path, { recursive: true });
}

/** What a name stands for, links not followed. 64-bit inodes and nanoseconds do not fit a number: always bigint. */
export async function lstat(path: string): Promise<fs.BigIntStats> {
  return isDistant(path) ? pooledLstat(path, { bigint: true }) : fs.lstatSync(path, { bigint: true });
}

/** The same; undefined where there is nothing of this name: an error for what is expected would cost four times the call. */
export async function lstatIfThere(path: string): Promise<fs.BigIntStats | undefined> {
  if (!isDistant(path)) return fs.lstatSync(path, { bigint: true, throwIfNoEntry: false });
  try {
    return await pooledLstat(path, { bigint: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The same, links followed: for the channel folders themselves, which an administrator may link to another disk. */
export async function stat(path: string): Promise<fs.BigIntStats> {
  return isDistant(path) ? pooledStat(path, { bigint: true }) : fs.statSync(path, { bigint: true });
}

/** The names in a folder, as text; bytes that are not UTF-8 become U+FFFD. */
export function namesIn(folder: string): Promise<string[]> {
  return pooledReaddir(folder);
}

/** The names in a folder as the bytes they are. */
export function rawNamesIn(folder: string): Promise<Buffer[]> {
  return pooledReaddir(folder, { encoding: 'buffer' });
}

/**
 * Flags for reading a file that a stranger put there: never through a link, and never waiting for a writer,
 * should it have become a fifo since we looked. Windows knows neither flag.
 */
export const READ_STRANGER: number =
  fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** The errno word of an error of the file system, else undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
