import { join } from 'node:path';
import { OUTBOX_NAMES } from '../domain/channel.table.ts';
import { Fault } from '../domain/fault.ts';
import { findBackup, readBackup } from '../ledger/backup-manifest.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { type RestoreResult, restoreLedger } from '../ledger/restore-ledger.ts';
import { settingsForReading } from './good-settings.ts';
import { newId } from './new-id.ts';
import { readOutboxMarker } from './outbox-marker.ts';
import { systemClock } from './system-clock.ts';

/**
 * A consistent copy of a site's ledger in a new folder inside `toFolder`, also beside a running daemon; gives that
 * folder. Throws `SITE_NOT_FOUND`, `NOT_FOUND` for a site that never ran, `DISK_FULL`, `FOLDER_NOT_ACCESSIBLE`.
 */
export async function backupSite(
  site: string,
  toFolder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<string> {
  await settingsForReading(site);
  const ledger = await openLedger({
    file: join(site, 'state', 'ledger.db'),
    clock: systemClock(null),
    newId,
    readOnly: true,
  });
  try {
    return await ledger.backup(toFolder, onProgress);
  } finally {
    await ledger.close();
  }
}

/**
 * Puts a backup in the place of the site's ledger. The starts that the outboxes remember are looked up first, so that
 * the restored ledger counts on from beyond them. Throws what `restoreLedger` throws; the site is then as it was.
 */
export async function restoreSite(
  site: string,
  backupFolder: string,
  actor: { user: string; reason: string },
): Promise<RestoreResult> {
  await settingsForReading(site);
  const found = await Promise.all(OUTBOX_NAMES.map((name) => readOutboxMarker(join(site, 'outbox', name))));
  const markers = found.filter((marker) => typeof marker !== 'string');
  const { siteId } = await readBackup(await findBackup(backupFolder));
  const foreign = markers.find((marker) => marker.siteId !== siteId);
  if (foreign !== undefined) throw foreignBackup(backupFolder, siteId, foreign.siteId);
  return restoreLedger({
    backupFolder,
    stateFolder: join(site, 'state'),
    markers: markers.map(({ epoch }) => epoch),
    clock: systemClock(null),
    by: `user:${actor.user}`,
    reason: actor.reason,
  });
}

function foreignBackup(folder: string, siteId: string, ours: string): Fault {
  return new Fault(
    'ACTION_REFUSED',
    `The backup in ${folder} is of another site (${siteId}); the outboxes here belong to site ${ours}.`,
    {
      hint: 'Nothing was changed. Name a backup of this site. Should the outboxes be foreign, `ordrebro doctor` tells which.',
      at: { file: folder },
    },
  );
}
