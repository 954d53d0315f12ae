import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { checkAuditHead } from '../../src/ledger/check-audit.ts';
import { openConnection } from '../../src/ledger/connection.ts';
import type { Ledger } from '../../src/pipeline/ledger-port.ts';
import { applied, auditChange, newLedger, NOW, putDocument } from './ledger-fixture.ts';

const write = (ledger: Ledger, number: number) =>
  applied(ledger, [
    putDocument({ key: `D${number % 50}`, content: { number } }),
    auditChange(`D${number % 50}`, 'match'),
  ]);

/** The findings of a full check in another process, while this one goes on writing. */
async function checkedBeside(file: string, rounds: number, goOn: () => Promise<void>): Promise<unknown> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'check-beside.ts'), file, String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = { yet: false };
  const exit = once(child, 'exit').then(([code]) => {
    ended.yet = true;
    return code as number;
  });
  const said = text(child.stdout);
  while (!ended.yet) {
    await goOn();
    await nextTurn();
  }
  expect(await exit).toBe(0);
  return JSON.parse(await said);
}

test('a full check in a process of its own reads beside a daemon that goes on writing, and finds nothing amiss', async () => {
  const { ledger, file } = await newLedger();
  let written = 0;
  while (written < 100) await write(ledger, written++);
  const before = written;
  expect(await checkedBeside(file, 20, () => write(ledger, written++))).toEqual([]);
  expect(written).toBeGreaterThan(before);
  expect(await ledger.check('full')).toEqual([]);
});

test('a full check beside a transaction that is open neither waits for it nor sees it', async () => {
  const { ledger, file } = await newLedger();
  await write(ledger, 1);
  const open = await ledger.begin();
  await open.apply([putDocument({ key: 'D2' }), auditChange('D2', 'match')], 'user:a', NOW, null);
  expect(await checkedBeside(file, 1, () => new Promise((done) => setTimeout(done, 5)))).toEqual([]);
  await open.commit();
});

test('a full check beside a daemon finds what somebody changed meanwhile', async () => {
  const { ledger, file } = await newLedger();
  await write(ledger, 1);
  const raw = new BetterSqlite3(file);
  raw.exec("UPDATE document_content SET content = '{}'");
  raw.close();
  const findings = await checkedBeside(file, 1, () => write(ledger, 2));
  expect(findings).toMatchObject([{ code: 'LEDGER_DAMAGED', where: expect.stringContaining('supplier-invoice D1') }]);
});

test('a commit between the two looks at the end of the audit is no broken chain', async () => {
  const { ledger, file } = await newLedger();
  await write(ledger, 1);
  const reading = openConnection(file, 'read');
  const writing = new BetterSqlite3(file);
  const prepare = reading.prepare.bind(reading);
  reading.prepare = ((sql: string) => {
    if (sql.includes('FROM audit_head')) writing.exec('UPDATE audit_head SET sequence = sequence + 1, hash = hash');
    return prepare(sql);
  }) as typeof reading.prepare;
  expect(checkAuditHead(reading, file)).toEqual([]);
  writing.exec('UPDATE audit_head SET sequence = sequence - 1');
  reading.close();
  writing.close();
});
