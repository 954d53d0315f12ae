import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
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
} from './ledger-fixture.ts';

const ROWS = 12;

/** A ledger with a few documents and audit rows, closed, to be damaged with another tool. */
async function closedLedger(rows = ROWS) {
  const site = await newLedger();
  await committed(site.ledger, async (transaction) => {
    await transaction.putFile(fileRecord({ id: 'f1' }));
    await transaction.putDelivery(deliveryRecord({ id: 'd1', fileId: 'f1' }));
    for (let row = 1; row <= rows; row += 1) {
      await transaction.apply(
        [putDocument({ key: `D${row}` }), auditChange(`D${row}`, 'match', { from: '2', to: '4' })],
        'user:kari',
        NOW,
        null,
      );
      const subject = { kind: 'supplier-invoice', key: `D${row}` };
      await transaction.audit({
        at: NOW,
        by: 'user:kari',
        subject,
        event: 'note',
        from: '4',
        to: '4',
        rule: 'r',
        reason: 'because',
        details: { row },
      });
    }
  });
  await site.ledger.close();
  return site.file;
}

/** Changes a closed ledger as somebody with a database browser could; triggers are put back, so that only the data differ. */
function damage(file: string, sql: string, ...parameters: unknown[]): void {
  const raw = new BetterSqlite3(file);
  const triggers = raw
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.pragma('foreign_keys = OFF');
  raw.prepare(sql).run(...parameters);
  for (const trigger of triggers) raw.exec(trigger.sql);
  raw.close();
}

async function findings(file: string, depth: 'quick' | 'full', onProgress?: (done: number, total: number) => void) {
  const ledger = await openLedger({ file, clock: countingClock(), newId: countingIds(), readOnly: true });
  try {
    return await ledger.check(depth, onProgress);
  } finally {
    await ledger.close();
  }
}

test('a ledger in order has no findings, and a full check tells how far it is', async () => {
  const file = await closedLedger();
  expect(await findings(file, 'quick')).toEqual([]);
  const told: [number, number][] = [];
  expect(await findings(file, 'full', (done, total) => told.push([done, total]))).toEqual([]);
  expect(told.at(-1)).toEqual([ROWS + 2 * ROWS, ROWS + 1 + 2 * ROWS]);
});

test('the chain shows any character of any column of any row that was changed', async () => {
  const file = await closedLedger(3);
  const columns = [
    'at',
    'actor',
    'subject_kind',
    'subject_key',
    'event',
    'from_status',
    'to_status',
    'rule',
    'reason',
    'details',
    'hash',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(2, 4, 6), fc.constantFrom(...columns), fc.nat(), async (sequence, column, at) => {
      const raw = new BetterSqlite3(file, { readonly: true });
      const value =
        raw.prepare<[number], string>(`SELECT ${column} FROM audit WHERE sequence = ?`).pluck().get(sequence) ?? '';
      raw.close();
      const place = at % value.length;
      const flipped = value.slice(0, place) + String.fromCharCode(value.charCodeAt(place) ^ 1) + value.slice(place + 1);
      damage(file, `UPDATE audit SET ${column} = ? WHERE sequence = ?`, flipped, sequence);
      for (const depth of ['quick', 'full'] as const) {
        expect((await findings(file, depth)).map(({ code }) => code)).toContain('AUDIT_CHAIN_BROKEN');
      }
      damage(file, `UPDATE audit SET ${column} = ? WHERE sequence = ?`, value, sequence);
      expect(await findings(file, 'full')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['a row taken out of the middle', 'DELETE FROM audit WHERE sequence = 3'],
  ['the last rows cut off', 'DELETE FROM audit WHERE sequence > 20'],
  ['all of it gone', 'DELETE FROM audit'],
  ['a value moved to another column', "UPDATE audit SET rule = NULL, reason = 'r' WHERE sequence = 4"],
  ['nothing turned into emptiness', "UPDATE audit SET from_status = '' WHERE from_status IS NULL OR sequence = 5"],
  ['another site', "UPDATE site SET site_id = 'somebodyelse'"],
])('the chain shows %s', async (_, sql) => {
  const file = await closedLedger();
  damage(file, sql);
  expect((await findings(file, 'quick')).map(({ code }) => code)).toContain('AUDIT_CHAIN_BROKEN');
  expect((await findings(file, 'full')).map(({ code }) => code)).toContain('AUDIT_CHAIN_BROKEN');
});

test('a quick check reads the end of the audit only, a full one all of it', async () => {
  const file = await closedLedger(600);
  damage(file, "UPDATE audit SET event = 'other' WHERE sequence = 100");
  expect(await findings(file, 'quick')).toEqual([]);
  expect(await findings(file, 'full')).toEqual([
    { code: 'AUDIT_CHAIN_BROKEN', what: expect.stringContaining('changed'), where: `${file}, audit row 100` },
  ]);
});

test.each([
  ['a document that was changed', "UPDATE document_content SET content = '{}' WHERE ordinal = 2", /D2$/],
  ['a document without its content', 'DELETE FROM document_content WHERE ordinal = 3', /D3$/],
  [
    'an index value of a document that is not there',
    "INSERT INTO document_index VALUES ('product', 'gtin', '1', 999)",
    /document_index/,
  ],
  ['a delivery whose file is not known', "UPDATE delivery SET file_id = 'f9'", /d1$/],
  ['an index that was dropped', 'DROP INDEX file_by_id', /ledger\.db$/],
])('a full check shows %s', async (_, sql, where) => {
  const file = await closedLedger();
  damage(file, sql);
  expect(await findings(file, 'full')).toContainEqual({
    code: 'LEDGER_DAMAGED',
    what: expect.any(String),
    where: expect.stringMatching(where),
  });
});
