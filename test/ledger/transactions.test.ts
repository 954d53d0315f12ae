import { expect, test, vi } from 'vitest';
import type { Connection } from '../../src/ledger/sql.ts';
import { applied, auditChange, committed, newLedger, NOW, putDocument } from './ledger-fixture.ts';

// A disk that is full, for real: SQLite refuses to grow the file beyond this many pages.
const disk = vi.hoisted(() => ({ writing: undefined as Connection | undefined }));
vi.mock('../../src/ledger/connection.ts', async (original) => {
  const real = await original<typeof import('../../src/ledger/connection.ts')>();
  return {
    openConnection(file: string, access: Parameters<typeof real.openConnection>[1]) {
      const connection = real.openConnection(file, access);
      if (access === 'write') disk.writing = connection;
      return connection;
    },
  };
});

const product = (key: string, content: unknown = {}) => putDocument({ kind: 'product', key, content });
const subject = { kind: 'supplier-invoice', key: 'D1' };

test('reads see what is committed and never wait; the transaction sees its own writes', async () => {
  const { ledger } = await newLedger();
  const transaction = await ledger.begin();
  await transaction.apply([product('P1')], 'user:a', NOW, null);
  expect(await transaction.document('product', 'P1')).toBeDefined();
  expect(await ledger.read.document('product', 'P1')).toBeUndefined();
  await transaction.commit();
  expect(await ledger.read.document('product', 'P1')).toBeDefined();
});

test('a second transaction waits for the first to end, and they come in the order they asked', async () => {
  const { ledger } = await newLedger();
  const order: string[] = [];
  const first = await ledger.begin();
  const begun = async (name: string) => {
    const transaction = await ledger.begin();
    order.push(name);
    return transaction;
  };
  const second = begun('second');
  const third = begun('third');
  await new Promise((resolve) => setImmediate(resolve));
  order.push('first ends');
  await first.commit();
  await (await second).rollback();
  await (await third).commit();
  expect(order).toEqual(['first ends', 'second', 'third']);
});

test('a rollback leaves nothing behind, not even a number or a place in the audit', async () => {
  const { ledger } = await newLedger();
  const transaction = await ledger.begin();
  await transaction.apply([product('P1'), auditChange('D1', 'lost')], 'user:a', NOW, null);
  await transaction.nextNumber('output');
  await transaction.rollback();
  await transaction.rollback();
  await applied(ledger, [auditChange('D1', 'kept')]);
  expect(await ledger.read.document('product', 'P1')).toBeUndefined();
  expect((await ledger.read.auditOf(subject)).map(({ sequence, event }) => [sequence, event])).toEqual([[1, 'kept']]);
  expect(await committed(ledger, (next) => next.nextNumber('output'))).toBe(1);
  expect(await ledger.check('full')).toEqual([]);
});

test('a throw in a savepoint undoes its own work only, and is thrown on; savepoints nest', async () => {
  const { ledger } = await newLedger();
  const transaction = await ledger.begin();
  await transaction.savepoint(() => transaction.apply([product('A'), auditChange('D1', 'a')], 'user:a', NOW, null));
  await expect(
    transaction.savepoint(async () => {
      await transaction.apply([product('B'), auditChange('D1', 'b')], 'user:a', NOW, null);
      await transaction.savepoint(() => transaction.apply([product('C')], 'user:a', NOW, null));
      throw new Error('the decision failed');
    }),
  ).rejects.toThrow('the decision failed');
  await transaction.savepoint(async () => {
    await transaction.apply([product('D')], 'user:a', NOW, null);
    const inner = transaction.savepoint(async () => {
      await transaction.apply([product('E'), auditChange('D1', 'e')], 'user:a', NOW, null);
      throw new Error('inner');
    });
    await expect(inner).rejects.toThrow('inner');
    await transaction.apply([auditChange('D1', 'd')], 'user:a', NOW, null);
  });
  await transaction.commit();
  const kept = await ledger.read.documents('product', ['A', 'B', 'C', 'D', 'E']);
  expect(kept.map(({ key }) => key)).toEqual(['A', 'D']);
  expect((await ledger.read.auditOf(subject)).map(({ event }) => event)).toEqual(['a', 'd']);
  expect(await ledger.check('full')).toEqual([]);
});

test('savepoints that overlap instead of nesting are a defect: nothing of the transaction can be committed', async () => {
  const { ledger } = await newLedger();
  const transaction = await ledger.begin();
  const gate = Promise.withResolvers<void>();
  const first = transaction.savepoint(() => Promise.reject(new Error('the first fails')));
  const second = transaction.savepoint(() => gate.promise);
  await expect(first).rejects.toThrow('the first fails');
  gate.resolve();
  await expect(second).rejects.toThrow(/side by side/);
  await expect(transaction.commit()).rejects.toThrow(/side by side/);
  await expect(ledger.begin()).rejects.toThrow(/side by side/);
});

test('a transaction that has ended takes nothing more', async () => {
  const { ledger } = await newLedger();
  const transaction = await ledger.begin();
  await transaction.commit();
  await expect(transaction.nextNumber('output')).rejects.toThrow(/has ended/);
  await expect(transaction.commit()).rejects.toThrow(/has ended/);
});

test('closing undoes the open transaction and refuses those that wait', async () => {
  const site = await newLedger();
  const transaction = await site.ledger.begin();
  await transaction.apply([product('P1')], 'user:a', NOW, null);
  const waiting = site.ledger.begin();
  const reopened = site.reopen();
  await expect(waiting).rejects.toMatchObject({ name: 'Fault', message: 'the ledger was closed' });
  await expect(transaction.commit()).rejects.toThrow('the ledger was closed');
  expect(await (await reopened).read.document('product', 'P1')).toBeUndefined();
});

test('a full disk is a fault; what was committed stays, and the ledger goes on once it was opened again', async () => {
  const site = await newLedger();
  await applied(site.ledger, [product('before')]);
  disk.writing?.pragma('max_page_count = 1');
  const transaction = await site.ledger.begin();
  const big = Array.from({ length: 50 }, (_, number) => product(`P${number}`, 'x'.repeat(10_000)));
  const failed = await transaction.apply(big, 'user:a', NOW, null).catch((error: unknown) => error);
  expect(failed).toMatchObject({ name: 'Fault', code: 'DISK_FULL', transient: true, at: { file: site.file } });
  await transaction.rollback();
  const second = await site.ledger.begin();
  await second.apply(big, 'user:a', NOW, null).catch(() => undefined);
  if (disk.writing?.inTransaction === false) await expect(second.commit()).rejects.toMatchObject({ code: 'DISK_FULL' });
  const ledger = await site.reopen();
  await applied(ledger, [product('after')]);
  const kept = await ledger.read.documents('product', ['before', 'P0', 'after']);
  expect(kept.map(({ key }) => key)).toEqual(['before', 'after']);
});

test('a transaction that SQLite has undone by itself takes no write that would commit alone', async () => {
  const site = await newLedger();
  const transaction = await site.ledger.begin();
  await transaction.apply([product('P1')], 'user:a', NOW, null);
  disk.writing?.exec('ROLLBACK'); // what SQLite does on an I/O error
  await expect(transaction.nextNumber('output')).rejects.toThrow();
  await expect(transaction.commit()).rejects.toThrow();
  await expect(site.ledger.begin()).rejects.toThrow();
  const ledger = await site.reopen();
  expect(await ledger.read.document('product', 'P1')).toBeUndefined();
  expect(await committed(ledger, (next) => next.nextNumber('output'))).toBe(1);
});

test('the epoch counts up at each start and survives it; the site keeps its name', async () => {
  const site = await newLedger();
  const { siteId } = site.ledger;
  expect(site.ledger.epoch).toBe(0);
  expect(await site.ledger.beginEpoch()).toBe(1);
  const ledger = await site.reopen();
  expect([ledger.epoch, ledger.siteId]).toEqual([1, siteId]);
  expect(await ledger.beginEpoch()).toBe(2);
  expect(ledger.epoch).toBe(2);
});
