import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { runSite } from '../../src/service/run-site.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import { invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';

const ACTOR = { user: 'kari', reason: 'agreed with the supplier' };

async function onlyFile(site: TestSite, name: string): Promise<string> {
  const ack = (await readAcks(site)).get(name)?.[0] as { file: { id: string } };
  return ack.file.id;
}

async function auditOf(site: TestSite, kind: string, key: string) {
  const open = await openSite(site.dir);
  try {
    return (await open.ledger.auditOf({ kind, key })).map(({ event, by, reason }) => ({ event, by, reason }));
  } finally {
    await open.close();
  }
}

describe('file replay', () => {
  it('takes a rejected file in again, as a new file with an answer of its own', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'visma', 'wrong.xml', invoiceFile());
    await once(site);
    const id = await onlyFile(site, 'wrong.xml');
    const outcome = await performAction(site.dir, { action: 'file-replay', key: id }, ACTOR);
    expect(outcome).toMatchObject({ done: true });
    await once(site);
    const answers = (await readAcks(site)).get('wrong.xml') ?? [];
    expect(answers.map((one) => one['file'])).toMatchObject([{}, {}]);
    expect(answers.map((one) => (one['file'] as { replayOf?: string }).replayOf).filter(Boolean)).toEqual([id]);
    expect(await auditOf(site, 'file', id)).toContainEqual({ event: 'replay', by: 'user:kari', reason: ACTOR.reason });
  });

  it('is refused for an accepted file, with a pointer to what re-decides', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const outcome = await performAction(
      site.dir,
      { action: 'file-replay', key: await onlyFile(site, 'f1.xml') },
      ACTOR,
    );
    expect(outcome).toMatchObject({ done: false, code: 'ACTION_REFUSED', message: expect.stringContaining('show') });
  });
});

describe('delivery resend', () => {
  it('writes the same content under a new delivery id and a name that ends in .r2', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const [first] = await readOutbox(site, 'visma');
    const key = String(first?.content['deliveryId']);
    expect(await performAction(site.dir, { action: 'delivery-resend', key }, ACTOR)).toMatchObject({ done: true });
    const [, second] = await readOutbox(site, 'visma');
    expect(second?.name).toMatch(/\.r2\.json$/);
    const { deliveryId: one, ...content } = first?.content ?? {};
    const { deliveryId: other, ...same } = second?.content ?? {};
    expect(same).toEqual(content);
    expect(other).not.toBe(one);
  });
});

describe('channel pause and resume', () => {
  it('leaves what is dropped where it is, and goes on where it stopped', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'invoices' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ files: 0 });
    expect(await namesIn(site, 'inbox/invoices')).toEqual(['f1.xml']);
    await performAction(site.dir, { action: 'channel-resume', channel: 'invoices' }, ACTOR);
    expect(await once(site)).toMatchObject({ files: 1 });
  });

  it('holds the results of a paused outbox back, and answers that they are pending', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    expect(await readOutbox(site, 'visma')).toEqual([]);
    expect((await readAcks(site)).get('f1.xml')?.[0]).toMatchObject({ findings: [{ code: 'DELIVERY_PENDING' }] });
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma' }, ACTOR);
    expect((await readOutbox(site, 'visma')).length).toBe(1);
    expect((await readAcks(site)).get('f1.xml')?.length).toBe(1);
  });

  it('works beside a running daemon', async () => {
    const site = await siteWithWorld();
    const abort = new AbortController();
    let ready = (): void => undefined;
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const daemon = runSite({
      site: site.dir,
      once: false,
      now: null,
      logLevel: 'info',
      signal: abort.signal,
      onReady: ready,
    });
    await isReady;
    await expect(once(site)).rejects.toMatchObject({ code: 'SITE_ALREADY_RUNNING' });
    expect(await performAction(site.dir, { action: 'channel-pause', channel: 'bank' }, ACTOR)).toMatchObject({
      done: true,
    });
    expect(await performAction(site.dir, { action: 'channel-pause', channel: 'bank' }, ACTOR)).toMatchObject({
      code: 'ACTION_REFUSED',
    });
    expect(await performAction(site.dir, { action: 'channel-pause', channel: 'bnak' }, ACTOR)).toMatchObject({
      code: 'NOT_FOUND',
    });
    abort.abort();
    await daemon;
  });
});

describe('an outbox folder that was replaced', () => {
  it('gets nothing until a person accepts it; then what waited is written from the kept bytes', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    await rm(join(site.outbox('visma'), '.staging'), { recursive: true });
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma' }, ACTOR);
    expect(await readOutbox(site, 'visma')).toEqual([]);
    const accepted = await performAction(
      site.dir,
      { action: 'channel-resume', channel: 'visma', acceptNewOutbox: true },
      ACTOR,
    );
    expect(accepted).toMatchObject({ done: true, message: expect.stringContaining('1 waiting output') });
    expect((await readOutbox(site, 'visma')).length).toBe(1);
    expect(await once(site)).toMatchObject({ deliveries: 0, failed: 0 });
  });
});
