import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { acquireSiteLock, readLockHolder } from '../../src/ledger/site-lock.ts';
import { countingClock, temporaryFolder } from './ledger-fixture.ts';

const clock = countingClock();
const lockFile = async () => join(await temporaryFolder(), 'state', 'lock.db');

async function holder(file: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-lock.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}

test('one process holds a site; the second is told who; a kill frees it at once', async () => {
  const file = await lockFile();
  const child = await holder(file);
  await expect(acquireSiteLock(file, clock)).rejects.toMatchObject({
    code: 'SITE_ALREADY_RUNNING',
    message: expect.stringMatching(new RegExp(`process ${child.pid} on .+, since 2026-11-21`)),
    at: { file },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = await acquireSiteLock(file, clock);
  expect(await readLockHolder(file)).toMatchObject({ pid: process.pid });
  await lock.release();
  expect(await readLockHolder(file)).toBeUndefined();
});

test('a refused attempt in the same process does not drop the lock', async () => {
  const file = await lockFile();
  const lock = await acquireSiteLock(file, clock);
  await expect(acquireSiteLock(file, clock)).rejects.toMatchObject({ code: 'SITE_ALREADY_RUNNING' });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-lock.ts'), file], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const [code] = await once(child, 'exit');
  expect(code).not.toBe(0);
  expect(await lock.stillHeld()).toBe(true);
  await lock.release();
  await lock.release();
  expect(await lock.stillHeld()).toBe(false);
});

test('a lock file that was deleted or replaced is noticed, and what stands beside the new one is left alone', async () => {
  const file = await lockFile();
  const lock = await acquireSiteLock(file, clock);
  await lock.requireHeld();
  await unlink(file);
  await expect(lock.requireHeld()).rejects.toMatchObject({ code: 'LOCK_LOST', at: { file } });
  const other = await acquireSiteLock(file, clock);
  expect([await lock.stillHeld(), await other.stillHeld()]).toEqual([false, true]);
  await lock.release();
  expect(await readLockHolder(file)).toBeDefined();
  await rename(file, `${file}.old`);
  await writeFile(file, '');
  expect(await other.stillHeld()).toBe(false);
  await other.release();
});

test('a holder that cannot be read is another process: the note decides nothing', async () => {
  const file = await lockFile();
  const child = await holder(file);
  await writeFile(join(file, '..', 'lock.json'), 'not json');
  await expect(acquireSiteLock(file, clock)).rejects.toThrow(/another process/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(file)).toBe(true);
});
