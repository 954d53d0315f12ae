import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../domain/fault.ts';
import { isThere } from './restore-files.ts';

/** Names inside the folder of one backup. */
export const BACKUP_LEDGER = 'ledger.db';
export const BACKUP_MANIFEST = 'manifest.json';

/** Folders of backups sort by their instants. */
export const BACKUP_PREFIX = 'ordrebro-backup-';

/** What stands beside a backup: whose it is, how old, and how to see that it is whole. */
export interface BackupManifest {
  siteId: string;
  epoch: number;
  schemaVersion: number;
  /** Instant at which the copy was begun. */
  at: string;
  sha256: string;
  bytes: number;
}

/** The folder of one backup: this folder, or the newest backup inside it. Throws `NOT_FOUND` where there is none. */
export async function findBackup(folder: string): Promise<string> {
  if (await isThere(join(folder, BACKUP_MANIFEST))) return folder;
  const names = await readdir(folder).catch(() => []);
  for (const name of names
    .filter((one) => one.startsWith(BACKUP_PREFIX))
    .sort()
    .reverse()) {
    if (await isThere(join(folder, name, BACKUP_MANIFEST))) return join(folder, name);
  }
  throw new Fault('NOT_FOUND', `${folder} holds no backup`, {
    hint: `Name the folder that \`ordrebro export backup\` has written: it holds ${BACKUP_MANIFEST} and ${BACKUP_LEDGER}.`,
    at: { file: folder },
  });
}

/** The manifest of a backup, after its ledger was compared with it. Throws `LEDGER_DAMAGED` where they differ. */
export async function readBackup(folder: string): Promise<BackupManifest> {
  const file = join(folder, BACKUP_MANIFEST);
  const manifest = parseManifest(await readFile(file, 'utf8'));
  if (manifest === undefined) throw damagedBackup(file, 'is no manifest of a backup');
  const copy = join(folder, BACKUP_LEDGER);
  if ((await fileSha256(copy)) !== manifest.sha256)
    throw damagedBackup(copy, 'is not the file that was written when the backup was made');
  return manifest;
}

/** SHA-256 of a file of any size, hexadecimal. */
export async function fileSha256(path: string): Promise<string> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(path), sum);
  return sum.digest('hex');
}

function damagedBackup(file: string, what: string): Fault {
  return new Fault('LEDGER_DAMAGED', `${file} ${what}`, {
    hint: 'Use another backup; nothing of the site was changed.',
    at: { file },
  });
}

function parseManifest(text: string): BackupManifest | undefined {
  try {
    const { siteId, epoch, schemaVersion, at, sha256, bytes } = JSON.parse(text) as BackupManifest;
    const whole =
      [siteId, at, sha256].every((one) => typeof one === 'string') &&
      [epoch, schemaVersion, bytes].every(Number.isSafeInteger);
    return whole ? { siteId, epoch, schemaVersion, at, sha256, bytes } : undefined;
  } catch {
    return undefined;
  }
}
