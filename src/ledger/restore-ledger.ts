import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { Clock } from '../pipeline/ports.ts';
import { type Advance, advanceRestored } from './advance-restored.ts';
import { BACKUP_LEDGER, type BackupManifest, findBackup, readBackup } from './backup-manifest.ts';
import { checkLedger } from './check-ledger.ts';
import { openConnection } from './connection.ts';
import { withFaults } from './ledger-fault.ts';
import { migrate } from './migrate.ts';
import { refuseNetworkShare } from './network-share.ts';
import { isThere, LEDGER_FILES, restoringFile } from './restore-files.ts';
import { acquireSiteLock } from './site-lock.ts';
import type { Connection } from './sql.ts';
import { syncFile } from '../disk/sync-file.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { type SinceBackup, sinceBackup } from './since-backup.ts';

export interface RestoreOptions {
  /** What `backup` gave, or the folder that it was given: then the newest backup in it. */
  backupFolder: string;
  /** `state` of the site. */
  stateFolder: string;
  /** Epochs found in the markers of the outboxes: the restored ledger gets a later one. */
  markers: readonly number[];
  clock: Clock;
  /** `user:<name>` and why: for the audit. */
  by: string;
  reason: string;
}

export interface RestoreResult {
  /** The backup that was used. */
  backup: BackupManifest & { folder: string };
  /** Where the former ledger lies now; null where there was none. */
  setAside: string | null;
  epoch: number;
  counters: Advance['counters'];
  /** What the former ledger knew beyond the backup; null where it could not be read. */
  since: SinceBackup | null;
}

/**
 * Puts a backup in the place of the ledger. The copy is checked in full first, with the audit chain; the present
 * ledger is moved aside and never deleted; numbers are skipped and the epoch is set beyond every marker, so that
 * deliveries go on. Takes the site's lock itself: throws `SITE_ALREADY_RUNNING` beside a daemon,
 * `NOT_FOUND` or `LEDGER_DAMAGED` for a backup that cannot be used; the site is then as it was.
 */
export async function restoreLedger(options: RestoreOptions): Promise<RestoreResult> {
  const file = join(options.stateFolder, 'ledger.db');
  return withFaults(file, async () => {
    const folder = await findBackup(options.backupFolder);
    const manifest = await readBackup(folder);
    await mkdir(options.stateFolder, { recursive: true });
    await refuseNetworkShare(file);
    const lock = await acquireSiteLock(join(options.stateFolder, 'lock.db'), options.clock);
    try {
      const restored = await prepareCopy(options, file, folder);
      const setAside = await moveAside(file, options);
      await rename(restoringFile(file), file);
      await syncFolder(options.stateFolder);
      return { backup: { ...manifest, folder }, setAside, ...restored };
    } finally {
      await lock.release();
    }
  });
}

/** Copies, checks and advances the ledger that takes over, beside the present one. */
async function prepareCopy(
  options: RestoreOptions,
  file: string,
  folder: string,
): Promise<Pick<RestoreResult, 'epoch' | 'counters' | 'since'>> {
  const copy = restoringFile(file);
  for (const ending of LEDGER_FILES) await rm(`${copy}${ending}`, { force: true });
  await copyFile(join(folder, BACKUP_LEDGER), copy);
  const connection = openConnection(copy, 'write');
  try {
    migrate(connection, copy);
    await refuseDamaged(connection, folder);
    const since = sinceBackup(connection, file);
    const advanced = advanceRestored(connection, copy, { ...options, at: options.clock.now() }, since);
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return { ...advanced, since };
  } finally {
    connection.close();
    await syncFile(copy);
  }
}

async function refuseDamaged(connection: Connection, folder: string): Promise<void> {
  const findings = await checkLedger(connection, join(folder, BACKUP_LEDGER), 'full');
  const [first] = findings;
  if (first === undefined) return;
  throw new Fault('LEDGER_DAMAGED', `${first.where}: ${first.what}`, {
    hint: 'Use another backup; nothing of the site was changed.',
    at: { file: first.where },
  });
}

/**
 * Moves the present ledger with its log into a folder of its own. The ledger itself goes first: from then on an
 * interruption leaves no ledger, which opening refuses, and never an old ledger without its log.
 */
async function moveAside(file: string, { stateFolder, clock }: RestoreOptions): Promise<string | null> {
  const present: string[] = [];
  for (const ending of LEDGER_FILES) if (await isThere(`${file}${ending}`)) present.push(ending);
  if (present.length === 0) return null;
  const aside = join(stateFolder, 'set-aside', clock.now().replace(/[-:.]/g, ''));
  await mkdir(aside, { recursive: true });
  for (const ending of present) {
    await rename(`${file}${ending}`, join(aside, `ledger.db${ending}`));
    await syncFolder(aside);
    await syncFolder(stateFolder);
  }
  return aside;
}
