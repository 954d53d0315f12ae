import { existsSync, readFileSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LEDGER_VERSION } from '../../src/ledger/migrations/migrations.table.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { type RestoreOptions, restoreLedger } from '../../src/ledger/restore-ledger.ts';
import { acquireSiteLock } from '../../src/ledger/site-lock.ts';
import type { Ledger } from '../../src/pipeline/ledger-port.ts';
import {
  auditChange,
  committed,
  countingClock,
  countingIds,
  deliveryRecord,
  fileRecord,
  newLedger,
  NOW,
  putDocument,
  temporaryFolder,
} from './ledger-fixture.ts';

/** A file with one output, as the path writes them. */
async function takeIn(ledger: Ledger, id: string, status: 'staged' | 'delivered' = 'delivered'): Promise<void> {
  await committed(ledger, async (transaction) => {
    const sequence = await transaction.nextNumber('output');
    await transaction.putFile(fileRecord({ id, sequence: await transaction.nextNumber('file:invoices') }));
    await transaction.putDelivery(deliveryRecord({ id: `out-${id}`, sequence, fileId: id, key: id, status }));
    await transaction.apply(
      [putDocument({ key: id, content: 'x'.repeat(5000) }), auditChange(id, 'match')],
      `file:${id}`,
      NOW,
      null,
    );
  });
}

function options(file: string, backupFolder: string, markers: number[] = []): RestoreOptions {
  return {
    backupFolder,
    stateFolder: dirname(file),
    markers,
    clock: countingClock(),
    by: 'user:kari',
    reason: 'the disk died',
  };
}

test('a copy made while others write is whole, is of one moment, and says whose it is', async () => {
  const { ledger } = await newLedger();
  for (let count = 0; count < 300; count += 1) await takeIn(ledger, `before${count}`);
  let writing = true;
  const writer = (async () => {
    for (let count = 0; writing; count += 1) {
      await takeIn(ledger, `during${count}`);
      await nextTurn();
    }
  })();
  const told: number[] = [];
  const folder = await ledger.backup(await temporaryFolder(), (done, total) => told.push(done / total));
  writing = false;
  await writer;
  expect(told.at(-1)).toBe(1);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({
    siteId: ledger.siteId,
    epoch: ledger.epoch,
    schemaVersion: LEDGER_VERSION,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const copy = await openLedger({ file: join(folder, 'ledger.db'), clock: countingClock(), newId: countingIds() });
  expect(await copy.check('full')).toEqual([]);
  expect((await copy.read.list({ kind: 'file', conditions: [], limit: 1, offset: 0 })).total).toBeGreaterThanOrEqual(
    300,
  );
  await copy.close();
});

test('a restore puts the backup in place, keeps the former ledger, and tells what went out since', async () => {
  const site = await newLedger();
  await takeIn(site.ledger, 'f1');
  await takeIn(site.ledger, 'f2', 'staged');
  const folder = await site.ledger.backup(await temporaryFolder());
  await committed(site.ledger, (transaction) => transaction.setDeliveryStatus('out-f2', 'delivered'));
  await takeIn(site.ledger, 'f3');
  await site.ledger.beginEpoch();
  await site.ledger.close();

  const result = await restoreLedger(options(site.file, folder, [4, 7]));
  expect(result.epoch).toBe(8);
  expect(result.backup).toMatchObject({ folder, siteId: site.ledger.siteId });
  expect(result.since?.deliveries.first.map(({ id, status }) => [id, status])).toEqual([
    ['out-f2', 'delivered'],
    ['out-f3', 'delivered'],
  ]);
  expect(result.since?.files).toMatchObject({ total: 1, first: [{ id: 'f3', channel: 'invoices' }] });
  expect(await readdir(result.setAside ?? '')).toContain('ledger.db');

  const ledger = await site.reopen();
  expect(await ledger.check('full')).toEqual([]);
  expect([ledger.epoch, ledger.siteId]).toEqual([8, result.backup.siteId]);
  expect(await ledger.read.file('f3')).toBeUndefined();
  expect((await ledger.read.auditOf({ kind: 'site', key: ledger.siteId })).at(-1)).toMatchObject({
    by: 'user:kari',
    event: 'restore',
    reason: 'the disk died',
  });
});

test('no number that may have been given since is given again', async () => {
  const site = await newLedger();
  await takeIn(site.ledger, 'f1');
  const folder = await site.ledger.backup(await temporaryFolder());
  const used = await committed(site.ledger, async (transaction) => {
    await transaction.nextNumber('accounting-document');
    return transaction.nextNumber('output');
  });
  await site.ledger.close();
  const { counters } = await restoreLedger(options(site.file, folder));
  expect(counters.map(({ name }) => name).sort()).toEqual(['accounting-document', 'file:invoices', 'output']);
  const ledger = await site.reopen();
  await committed(ledger, async (transaction) => {
    expect(await transaction.nextNumber('output')).toBeGreaterThan(used + 999_999);
    expect(await transaction.nextNumber('accounting-document')).toBeGreaterThan(1);
  });
});

test('the newest of several backups in a folder is used, also for a site whose ledger is gone or unreadable', async () => {
  const site = await newLedger();
  const backups = await temporaryFolder();
  await takeIn(site.ledger, 'f1');
  await site.ledger.backup(backups);
  await takeIn(site.ledger, 'f2');
  const newest = await site.ledger.backup(backups);
  await site.ledger.close();
  await writeFile(site.file, 'garbage');
  const first = await restoreLedger(options(site.file, backups));
  expect([first.backup.folder, first.since]).toEqual([newest, null]);
  expect(readFileSync(join(first.setAside ?? '', 'ledger.db'), 'utf8')).toBe('garbage');

  await rename(site.file, `${site.file}.lost`);
  const second = await restoreLedger(options(site.file, backups));
  expect([second.setAside, second.since]).toEqual([null, null]);
  expect(await (await site.reopen()).read.file('f2')).toBeDefined();
});

test('an interrupted restore is finished by running it again', async () => {
  const site = await newLedger();
  await takeIn(site.ledger, 'f1');
  const folder = await site.ledger.backup(await temporaryFolder());
  await site.ledger.close();
  await rename(site.file, `${site.file}.restoring`);
  const open = () => openLedger({ file: site.file, clock: site.clock, newId: site.newId });
  await expect(open()).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  await restoreLedger(options(site.file, folder));
  const ledger = await open();
  expect(await ledger.read.file('f1')).toBeDefined();
  await ledger.close();
});

test('a backup that is missing, damaged or forged changes nothing', async () => {
  const site = await newLedger();
  await takeIn(site.ledger, 'f1');
  const folder = await site.ledger.backup(await temporaryFolder());
  await takeIn(site.ledger, 'f2');
  await site.ledger.close();
  const copy = join(folder, 'ledger.db');
  const whole = readFileSync(copy);
  await expect(restoreLedger(options(site.file, await temporaryFolder()))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
  await writeFile(copy, flipped);
  await expect(restoreLedger(options(site.file, folder))).rejects.toMatchObject({
    code: 'LEDGER_DAMAGED',
    hint: expect.stringContaining('another backup'),
  });
  await writeFile(copy, whole);
  await writeFile(join(folder, 'manifest.json'), '{}');
  await expect(restoreLedger(options(site.file, folder))).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  expect(existsSync(join(dirname(site.file), 'set-aside'))).toBe(false);
  expect(await (await site.reopen()).read.file('f2')).toBeDefined();
});

test('beside a running daemon nothing is restored', async () => {
  const site = await newLedger();
  const folder = await site.ledger.backup(await temporaryFolder());
  const lock = await acquireSiteLock(join(dirname(site.file), 'lock.db'), site.clock);
  await expect(restoreLedger(options(site.file, folder))).rejects.toMatchObject({ code: 'SITE_ALREADY_RUNNING' });
  expect(await lock.stillHeld()).toBe(true);
  await lock.release();
});
