import { chmod, mkdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { performAction } from '../../src/service/operator-actions.ts';
import { type RunSummary, runSite } from '../../src/service/run-site.ts';
import { invoiceFile, namesIn, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'test' };
const FAST = { settleMs: 100, rescanMs: 200, stuckMs: 400 };
const running: { abort: AbortController; ended: Promise<RunSummary> }[] = [];

afterEach(async () => {
  for (const { abort, ended } of running.splice(0)) {
    abort.abort();
    await ended.catch(() => undefined);
  }
});

/** The daemon of a site, in this process; stopped after the test. */
async function startDaemon(site: TestSite): Promise<{ ended: Promise<RunSummary> }> {
  const abort = new AbortController();
  const { promise: ready, resolve: onReady } = Promise.withResolvers<void>();
  const ended = runSite({
    site: site.dir,
    once: false,
    now: null,
    logLevel: 'info',
    signal: abort.signal,
    onReady: () => onReady(),
  });
  running.push({ abort, ended });
  await Promise.race([ready, ended]);
  return { ended };
}

/** Waits until it holds, at most ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await delay(50);
  }
  throw new Error('it never came to hold');
}

const acks = async (site: TestSite) => (await readOutbox(site, 'acknowledgements')).length;

describe('a running daemon', () => {
  it('goes on when the acknowledgements are held back by a person', async () => {
    const site = await siteWithWorld({ channels: { invoices: FAST } });
    await startDaemon(site);
    const before = await acks(site);
    await performAction(site.dir, { action: 'channel-pause', channel: 'acknowledgements' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await until(async () => (await readOutbox(site, 'visma')).length === 1);
    expect(await acks(site)).toBe(before);
    await performAction(site.dir, { action: 'channel-resume', channel: 'acknowledgements' }, ACTOR);
    await until(async () => (await acks(site)) === before + 1);
  });

  it('writes nothing into a folder that took the place of its outbox, and goes on when the right one is back', async () => {
    const site = await siteWithWorld({ channels: { invoices: FAST } });
    await startDaemon(site);
    const right = site.outbox('visma');
    await rename(right, `${right}-unmounted`);
    await mkdir(join(right, '.staging'), { recursive: true });
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await delay(1000);
    expect(await readOutbox(site, 'visma')).toEqual([]);
    await rm(right, { recursive: true });
    await rename(`${right}-unmounted`, right);
    await until(async () => (await readOutbox(site, 'visma')).length === 1);
  }, 20_000);

  it('answers once a file whose rights and times change while it is taken', async () => {
    const site = await siteWithWorld({ channels: { invoices: FAST } });
    await startDaemon(site);
    const before = await acks(site);
    let stop = false;
    const meddler = (async () => {
      while (!stop) {
        for (const name of await namesIn(site, 'inbox/invoices')) await touch(join(site.inbox('invoices'), name));
        await delay(2);
      }
    })();
    for (let file = 0; file < 20; file += 1) {
      await dropFile(site, 'invoices', `f${file}.xml`, invoiceFile({ number: `F-${file}` }));
      await delay(10);
    }
    await until(async () => (await acks(site)) >= before + 20);
    stop = true;
    await meddler;
    await delay(500);
    expect(await acks(site)).toBe(before + 20);
  }, 20_000);

  it('stops when its ledger is removed under it, and says so', async () => {
    const site = await siteWithWorld();
    const { ended } = await startDaemon(site);
    await rm(join(site.dir, 'state', 'ledger.db'));
    await expect(ended).rejects.toMatchObject({ code: 'LEDGER_DAMAGED' });
  }, 20_000);
});

async function touch(path: string): Promise<void> {
  const now = new Date();
  await chmod(path, 0o640).catch(() => undefined);
  await utimes(path, now, new Date('2026-11-21T10:00:00Z')).catch(() => undefined);
}
