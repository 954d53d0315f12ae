import { execFileSync } from 'node:child_process';
import { existsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import {
  auditChange,
  committed,
  countingClock,
  countingIds,
  newLedger,
  NOW,
  putDocument,
  temporaryFolder,
} from './ledger-fixture.ts';

/** What a crash leaves: the file and its log as they are, without the shared memory. A program of its own copies, so that no lock is dropped here. */
async function leftBehind(file: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'state');
  await mkdir(folder);
  execFileSync('cp', [file, `${file}-wal`, folder]);
  return join(folder, 'ledger.db');
}

const open = (file: string) => openLedger({ file, clock: countingClock(), newId: countingIds() });

/** One decision: a number, a document that carries it, an audit row. Either all of it is there, or nothing. */
async function decideOnce(ledger: Awaited<ReturnType<typeof open>>): Promise<void> {
  await committed(ledger, async (transaction) => {
    const number = await transaction.nextNumber('output');
    await transaction.apply(
      [putDocument({ key: `D${number}` }), auditChange('story', `decided ${number}`)],
      'user:a',
      NOW,
      null,
    );
  });
}

async function decisions(ledger: Awaited<ReturnType<typeof open>>): Promise<number> {
  const story = await ledger.read.auditOf({ kind: 'supplier-invoice', key: 'story' });
  const { total } = await ledger.read.list({ kind: 'supplier-invoice', conditions: [], limit: 1, offset: 0 });
  const next = await committed(ledger, (transaction) => transaction.nextNumber('output'));
  expect([story.length, total, next - 1]).toEqual([story.length, story.length, story.length]);
  return story.length;
}

test('after a crash everything that was committed is there, and nothing of what was not', async () => {
  const { ledger, file } = await newLedger();
  for (let count = 0; count < 5; count += 1) await decideOnce(ledger);
  const transaction = await ledger.begin();
  await transaction.nextNumber('output');
  await transaction.apply([putDocument({ key: 'half' }), auditChange('story', 'half')], 'user:a', NOW, null);
  const after = await open(await leftBehind(file));
  expect(await after.check('full')).toEqual([]);
  expect(await decisions(after)).toBe(5);
  await after.close();
});

test('a log that was cut at any byte gives whole decisions, as many as fit, and a chain that holds', async () => {
  const { ledger, file } = await newLedger();
  for (let count = 0; count < 12; count += 1) await decideOnce(ledger);
  const full = statSync(`${file}-wal`).size;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: full }), async (bytes) => {
      const copy = await leftBehind(file);
      truncateSync(`${copy}-wal`, bytes);
      const after = await open(copy);
      expect(await after.check('full')).toEqual([]);
      const kept = await decisions(after);
      if (bytes === full) expect(kept).toBe(12);
      expect(kept).toBeLessThanOrEqual(12);
      await decideOnce(after);
      expect(await after.check('full')).toEqual([]);
      await after.close();
    }),
    { numRuns: 25 },
  );
});

test('a ledger that is gone while its log is left, or in the middle of a restore, is not made anew', async () => {
  const folder = await temporaryFolder();
  for (const left of ['ledger.db-wal', 'ledger.db.restoring']) {
    const site = join(folder, left);
    await mkdir(site);
    writeFileSync(join(site, left), 'x');
    await expect(open(join(site, 'ledger.db'))).rejects.toMatchObject({
      code: 'LEDGER_DAMAGED',
      hint: expect.stringContaining('restore'),
    });
    expect(existsSync(join(site, 'ledger.db'))).toBe(false);
  }
});
