import Database from 'better-sqlite3';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupSite, restoreSite } from '../../src/service/backup-site.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'test' };

/** Does something on a ledger's file, and lets go of it. */
async function onLedger<T>(file: string, work: (database: Database.Database) => Promise<T>): Promise<T> {
  const database = new Database(file);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

describe('a ledger that is an older copy', () => {
  it('is not worked with, though no start lies between: the archive knows more', async () => {
    const site = await siteWithWorld();
    const ledger = join(site.dir, 'state', 'ledger.db');
    const old = join(await mkdtemp(join(tmpdir(), 'ordrebro-old-')), 'ledger.db');
    await dropFile(site, 'invoices', 'f0.xml', invoiceFile({ number: 'F-0' }));
    await once(site);
    await onLedger(ledger, (database) => database.backup(old));
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ number: 'F-1' }));
    await once(site);
    const epoch = await onLedger(ledger, async (database) => database.prepare('SELECT epoch FROM site').pluck().get());
    await onLedger(old, async (database) => database.prepare('UPDATE site SET epoch = ?').run(epoch));
    for (const ending of ['', '-wal', '-shm']) await rm(`${ledger}${ending}`, { force: true });
    await copyFile(old, ledger);
    await expect(once(site)).rejects.toMatchObject({ code: 'LEDGER_OLDER_THAN_OUTBOX' });
  });

  it('is worked with once it was restored', async () => {
    const site = await siteWithWorld();
    const backups = await mkdtemp(join(tmpdir(), 'ordrebro-backups-'));
    const backup = await backupSite(site.dir, backups);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    await restoreSite(site.dir, backup, ACTOR);
    expect(await once(site)).toMatchObject({ files: 0 });
    await rm(backups, { recursive: true });
  });

  it('of another site is refused', async () => {
    const [mine, other] = [await siteWithWorld(), await siteWithWorld()];
    const backups = await mkdtemp(join(tmpdir(), 'ordrebro-backups-'));
    const backup = await backupSite(other.dir, backups);
    await expect(restoreSite(mine.dir, backup, ACTOR)).rejects.toMatchObject({ code: 'ACTION_REFUSED' });
    await rm(backups, { recursive: true });
  });
});
