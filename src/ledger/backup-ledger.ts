import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { BACKUP_LEDGER, BACKUP_MANIFEST, BACKUP_PREFIX, type BackupManifest, fileSha256 } from './backup-manifest.ts';
import { openConnection } from './connection.ts';
import { withFaults } from './ledger-fault.ts';
import { LEDGER_VERSION } from './migrations/migrations.table.ts';
import { isThere } from './restore-files.ts';
import type { Connection } from './sql.ts';
import { syncFile } from '../disk/sync-file.ts';
import { syncFolder } from '../disk/sync-folder.ts';

/** Pages that are copied before others get their turn: 2 MB, a few milliseconds. */
const PAGES_A_STEP = 512;

export interface BackupOptions {
  file: string;
  toFolder: string;
  site: { siteId: string; epoch: number };
  at: string;
}

/**
 * Copies the ledger while it is in use, into a new folder inside `toFolder`, with a manifest; gives that folder.
 * The copy is what was committed when it began: a reading transaction of its own holds that state still,
 * so that writers neither wait for it nor make it start again. Until it is whole it has another name.
 * Throws `DISK_FULL`, `FOLDER_NOT_ACCESSIBLE`, `NOT_FOUND`.
 */
export async function backupLedger(
  { file, toFolder, site, at }: BackupOptions,
  onProgress?: (done: number, total: number) => void,
): Promise<string> {
  if (!(await isThere(file)))
    throw new Fault('NOT_FOUND', `${file} is not there yet`, {
      hint: 'Start the service once; there is nothing to copy before.',
      at: { file },
    });
  const folder = join(toFolder, `${BACKUP_PREFIX}${at.replace(/[-:.]/g, '')}-${site.epoch}`);
  const unfinished = `${folder}.tmp`;
  return withFaults(folder, async () => {
    await refuseExisting(folder);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
    const copy = join(unfinished, BACKUP_LEDGER);
    const source = openConnection(file, 'read');
    try {
      await copyPages(source, copy, onProgress);
    } finally {
      source.close();
    }
    await syncFile(copy);
    const manifest: BackupManifest = {
      ...site,
      schemaVersion: LEDGER_VERSION,
      at,
      sha256: await fileSha256(copy),
      bytes: (await stat(copy)).size,
    };
    await writeFile(join(unfinished, BACKUP_MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    await syncFolder(unfinished);
    await rename(unfinished, folder);
    await syncFolder(dirname(folder));
    return folder;
  });
}

async function copyPages(
  source: Connection,
  copy: string,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  source.exec('BEGIN');
  source.prepare('SELECT count(*) FROM sqlite_schema').get();
  const { totalPages } = await source.backup(copy, {
    progress: ({ totalPages: total, remainingPages }) => {
      onProgress?.(total - remainingPages, total);
      return PAGES_A_STEP;
    },
  });
  source.exec('COMMIT');
  onProgress?.(totalPages, totalPages);
}

async function refuseExisting(folder: string): Promise<void> {
  if (!(await isThere(folder))) return;
  throw new Fault('WRITE_FAILED', `${folder} is there already`, {
    hint: 'A backup of this very instant was made; try again.',
    at: { file: folder },
  });
}
