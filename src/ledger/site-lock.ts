import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import type { Clock } from '../pipeline/ports.ts';
import { withFaults } from './ledger-fault.ts';
import { refuseNetworkShare } from './network-share.ts';
import type { Connection } from './sql.ts';

/*
 * The story of the lock: one process per site holds `state/lock.db` exclusively, as a SQLite file of its own with a
 * transaction that never ends. The system drops the lock with the process, however that ends, so there is nothing
 * stale to clean up. Nothing else may open this file: closing any other handle on it would drop the lock of this
 * process. Therefore who holds it stands in a file beside it, `lock.json`, which is read by people only, and
 * whether the lock is still ours is seen by comparing the file's number (inode) by path: somebody who deletes
 * the file makes room for a second holder.
 */

/** The lock of a site, held until it is released or the process ends. */
export interface SiteLock {
  /** Is the locked file still the one that lies there? */
  stillHeld(): Promise<boolean>;
  /** Throws `LOCK_LOST` where it is not. */
  requireHeld(): Promise<void>;
  release(): Promise<void>;
}

/** Who holds a lock, as far as it was written down. */
export interface LockHolder {
  pid: number;
  host: string;
  since: string;
}

/**
 * Takes the site's lock (`state/lock.db`), at once or not at all. Throws `SITE_ALREADY_RUNNING` with the holder's
 * process, machine and start, `LEDGER_ON_NETWORK_SHARE`, `FOLDER_NOT_ACCESSIBLE`.
 */
export async function acquireSiteLock(file: string, clock: Clock): Promise<SiteLock> {
  return withFaults(file, async () => {
    await mkdir(dirname(file), { recursive: true });
    await refuseNetworkShare(file);
    await makeWhereMissing(file);
    const inode = await inodeOf(file);
    const connection = await lockFile(file);
    if (inode === undefined || (await inodeOf(file)) !== inode) {
      connection.close();
      throw lockLost(file);
    }
    await writeHolder(file, { pid: process.pid, host: hostname(), since: clock.now() });
    return siteLock(file, connection, inode);
  });
}

/** Who holds the lock, or held it last; undefined where that was never written. For people: it decides nothing. */
export async function readLockHolder(file: string): Promise<LockHolder | undefined> {
  try {
    const { pid, host, since } = JSON.parse(await readFile(holderFile(file), 'utf8')) as LockHolder;
    return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string'
      ? { pid, host, since }
      : undefined;
  } catch {
    return undefined;
  }
}

function siteLock(file: string, connection: Connection, inode: bigint): SiteLock {
  const stillHeld = async (): Promise<boolean> => connection.open && (await inodeOf(file)) === inode;
  return {
    stillHeld,
    async requireHeld() {
      if (!(await stillHeld())) throw lockLost(file);
    },
    async release() {
      if (!connection.open) return;
      if (await stillHeld()) await rm(holderFile(file), { force: true });
      connection.close();
    },
  };
}

/** Opens the file only where it made it: on a file that this process holds already, closing the handle would drop the lock. */
async function makeWhereMissing(file: string): Promise<void> {
  if ((await inodeOf(file)) !== undefined) return;
  const made = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await made?.close();
}

async function lockFile(file: string): Promise<Connection> {
  const connection = new BetterSqlite3(file, { timeout: 0 });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN EXCLUSIVE');
    return connection;
  } catch (error) {
    connection.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw await alreadyRunning(file, error);
    throw error;
  }
}

async function alreadyRunning(file: string, cause: unknown): Promise<Fault> {
  const holder = await readLockHolder(file);
  const who =
    holder === undefined ? 'another process' : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
  return new Fault('SITE_ALREADY_RUNNING', `${dirname(dirname(file))} is in use by ${who}`, {
    hint: 'One daemon serves a site. Stop that one first, or give this command to it by leaving it running.',
    at: { file },
    cause,
  });
}

function lockLost(file: string): Fault {
  return new Fault('LOCK_LOST', `${file} was deleted or replaced while it was held`, {
    hint: 'Stop every Ordrebro of this site, then start one. Never delete files in the state folder.',
    at: { file },
  });
}

/** Written beside and renamed, so that nobody reads half of it. */
async function writeHolder(file: string, holder: LockHolder): Promise<void> {
  const unfinished = `${holderFile(file)}.tmp`;
  await writeFile(unfinished, `${JSON.stringify(holder)}\n`);
  await rename(unfinished, holderFile(file));
}

function holderFile(file: string): string {
  return join(dirname(file), 'lock.json');
}

/** Asks the folder, not the file: a handle on the file must never be opened and closed here once it is locked. */
async function inodeOf(file: string): Promise<bigint | undefined> {
  return stat(file, { bigint: true }).then(
    ({ ino }) => ino,
    () => undefined,
  );
}
