import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { DELIVERY_STATUSES } from '../../src/domain/delivery-status.table.ts';
import { DOCUMENT_KINDS } from '../../src/domain/document-kinds.table.ts';
import { FILE_STATUSES } from '../../src/domain/file-status.table.ts';
import { openConnection } from '../../src/ledger/connection.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { LEDGER_VERSION, MIGRATIONS } from '../../src/ledger/migrations/migrations.table.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { expectedSchema } from '../../src/ledger/schema-dump.ts';
import {
  applied,
  auditChange,
  countingClock,
  countingIds,
  newLedger,
  putDocument,
  temporaryFolder,
} from './ledger-fixture.ts';

const GOLDEN = join(import.meta.dirname, '../golden/ledger-schema.sql');

test('the schema is the golden one: a change of it is a new migration, seen in review (UPDATE_GOLDEN=1 rewrites it)', async () => {
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(GOLDEN, expectedSchema());
  expect(expectedSchema()).toBe(await readFile(GOLDEN, 'utf8'));
});

test('migrations are numbered by their place', () => {
  for (const [place, { name }] of MIGRATIONS.entries())
    expect(name).toMatch(new RegExp(`^${String(place + 1).padStart(4, '0')}-[a-z-]+$`));
});

test('statuses and kinds in the ledger are those of the domain, also in a ledger that is older than a word', async () => {
  const site = await newLedger();
  await site.ledger.close();
  const raw = new BetterSqlite3(site.file);
  raw.exec(
    "DELETE FROM file_status WHERE status = 'held'; UPDATE delivery_status SET final = 1 - final WHERE status = 'staged'",
  );
  raw.close();
  await site.reopen();
  const connection = openConnection(site.file, 'read');
  const words = (sql: string) => Object.fromEntries(connection.prepare(sql).raw().all() as [string, unknown][]);
  expect(words('SELECT status, final FROM file_status')).toEqual(
    Object.fromEntries(Object.entries(FILE_STATUSES).map(([status, { final }]) => [status, Number(final)])),
  );
  expect(words('SELECT status, final FROM delivery_status')).toEqual(
    Object.fromEntries(Object.entries(DELIVERY_STATUSES).map(([status, { final }]) => [status, Number(final)])),
  );
  expect(Object.keys(words('SELECT kind, nature FROM document_kind')).sort()).toEqual(
    Object.keys(DOCUMENT_KINDS).sort(),
  );
  connection.close();
});

test('a ledger of a newer program, and a file that is no ledger, are refused and left as they are', async () => {
  const site = await newLedger();
  await site.ledger.close();
  const raw = new BetterSqlite3(site.file);
  raw.pragma(`user_version = ${LEDGER_VERSION + 1}`);
  raw.close();
  const open = (file: string, readOnly = false) =>
    openLedger({ file, clock: countingClock(), newId: countingIds(), readOnly });
  await expect(open(site.file)).rejects.toMatchObject({ code: 'LEDGER_OTHER_VERSION', at: { file: site.file } });
  await expect(open(site.file, true)).rejects.toMatchObject({ code: 'LEDGER_OTHER_VERSION' });

  const folder = await temporaryFolder();
  const text = join(folder, 'text.db');
  await writeFile(text, 'this is no database at all, and longer than a header of one hundred bytes. '.repeat(3));
  await expect(open(text)).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  const foreign = join(folder, 'foreign.db');
  const other = new BetterSqlite3(foreign);
  other.exec('CREATE TABLE shopping (item TEXT)');
  other.close();
  await expect(open(foreign)).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
});

test('a folder that may not be made is a fault with its path', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  const below = join(file, 'state', 'ledger.db');
  await expect(openLedger({ file: below, clock: countingClock(), newId: countingIds() })).rejects.toMatchObject({
    code: 'FOLDER_NOT_ACCESSIBLE',
    at: { file: below },
  });
});

test('opened for reading: an older ledger is not migrated, a missing one is empty, nothing can be written', async () => {
  const folder = await temporaryFolder();
  const options = { file: join(folder, 'ledger.db'), clock: countingClock(), newId: countingIds(), readOnly: true };
  const empty = await openLedger(options);
  expect(await empty.read.list({ kind: 'file', conditions: [], limit: 1, offset: 0 })).toEqual({ total: 0, rows: [] });
  await expect(empty.begin()).rejects.toThrow(/for reading/);
  await empty.close();
  await expect(readFile(options.file)).rejects.toMatchObject({ code: 'ENOENT' });
  const old = new BetterSqlite3(options.file);
  migrate(old, options.file);
  old.pragma('user_version = 0');
  old.close();
  await expect(openLedger(options)).rejects.toMatchObject({ code: 'LEDGER_OTHER_VERSION' });
});

test('a reader beside the daemon sees what it commits', async () => {
  const { ledger, file } = await newLedger();
  const reader = await openLedger({ file, clock: countingClock(), newId: countingIds(), readOnly: true });
  expect(reader.siteId).toBe(ledger.siteId);
  await applied(ledger, [putDocument({ key: 'D1' })]);
  expect((await reader.read.document('supplier-invoice', 'D1'))?.key).toBe('D1');
  await reader.close();
});

test('every connection waits for the disk, checks references, and the audit refuses changes', async () => {
  const { ledger, file } = await newLedger();
  await applied(ledger, [auditChange('D1', 'match')]);
  for (const access of ['write', 'read'] as const) {
    const connection = openConnection(file, access);
    expect(connection.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    connection.close();
  }
  const connection = openConnection(file, 'write');
  for (const sql of [
    "UPDATE audit SET event = 'other'",
    'DELETE FROM audit',
    'INSERT INTO audit SELECT sequence + 5, at, actor, subject_kind, subject_key, event, from_status, to_status, rule, reason, details, hash FROM audit',
    'INSERT OR REPLACE INTO audit SELECT * FROM audit',
  ]) {
    expect(() => connection.exec(sql)).toThrow(/append-only/);
  }
  connection.close();
});

test('waiting invoices of an older ledger are found by the orders that they were matched to, settled ones are not', async () => {
  const site = await newLedger();
  const indexes = [
    { name: 'number', value: 'n' },
    { name: 'order', value: 'PO-1' },
  ];
  await applied(site.ledger, [
    putDocument({ key: 'D1', status: '4', indexes }),
    putDocument({ key: 'D2', status: '5', indexes }),
    putDocument({ key: 'D3', status: '9', indexes: [...indexes, { name: 'order', value: 'PO-2' }] }),
  ]);
  await site.ledger.close();
  const raw = new BetterSqlite3(site.file);
  raw.pragma('user_version = 3');
  raw.close();
  await site.reopen();
  const waiting = (...orders: string[]) => site.ledger.read.keysByIndex('supplier-invoice', 'waits-for-order', orders);
  expect([await waiting('PO-1'), await waiting('PO-2'), await waiting('PO-3')]).toEqual([['D1', 'D3'], ['D3'], []]);
  await applied(site.ledger, [putDocument({ key: 'D1', status: '5', indexes })]); // written again, it waits no more
  expect(await waiting('PO-1', 'PO-2')).toEqual(['D3']);
  expect(await site.ledger.read.anyInStatus('supplier-invoice', ['4', '9'])).toBe(true);
  expect(await site.ledger.read.anyInStatus('supplier-invoice', ['4'])).toBe(false);
});
