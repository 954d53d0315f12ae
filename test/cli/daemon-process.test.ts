import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSite, newSiteValues } from '../../src/service/make-site.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

let site: string;
const started: ChildProcess[] = [];
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  await makeSite(site, newSiteValues(site));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(site, { recursive: true });
});

/** The program as a process of its own: what it says, and how it ends. */
function start(...words: string[]) {
  const child = spawn(process.execPath, [MAIN, ...words, '--site', site], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, said }));
  });
  const until = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (said.includes(words)) resolve();
      };
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8');
          look();
        });
      }
      child.on('close', () => reject(new Error(`it ended without saying "${words}": ${said}`)));
    });
  return { child, ended, until };
}

describe('the daemon as a process', () => {
  it.skipIf(process.platform === 'win32')(
    'says where to drop what, keeps a second one out, and stops cleanly on Ctrl-C',
    async () => {
      const daemon = start('run');
      await daemon.until('Ctrl-C stops it');
      const second = start('run');
      await second.until('SITE_ALREADY_RUNNING').catch(() => undefined);
      expect((await second.ended).code).toBe(75);
      daemon.child.kill('SIGINT');
      const { code, said } = await daemon.ended;
      expect(code).toBe(0);
      expect(said).toContain(join(site, 'inbox', 'invoices'));
      expect(said).toContain(join(site, 'outbox', 'acknowledgements'));
      expect(said).toContain('Stopping');
    },
  );
});
