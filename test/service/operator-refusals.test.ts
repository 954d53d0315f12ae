import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DELIVERY_TRANSITIONS } from '../../src/domain/delivery-status.table.ts';
import { next } from '../../src/domain/next-status.ts';
import type { Change } from '../../src/domain/decision.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import type { LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import { newId } from '../../src/service/new-id.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { showDocument } from '../../src/service/show-document.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';

const ACTOR = { user: 'kari', reason: 'agreed with the supplier' };

/** A site with one invoice taken, decided and delivered; gives the delivery of its result. */
async function siteWithDelivery(): Promise<{ site: TestSite; key: string }> {
  const site = await siteWithWorld();
  await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
  await once(site);
  const [output] = await readOutbox(site, 'visma');
  return { site, key: String(output?.content['deliveryId']) };
}

async function alertsOf(site: TestSite): Promise<string[]> {
  const open = await openSite(site.dir);
  return open.ledger
    .openAlerts()
    .then((alerts) => alerts.map(({ code }) => code))
    .finally(() => open.close());
}

async function inLedger(site: TestSite, work: (transaction: LedgerTransaction) => Promise<void>): Promise<void> {
  const file = join(site.dir, 'state', 'ledger.db');
  const ledger = await openLedger({ file, clock: systemClock(null), newId });
  const transaction = await ledger.begin();
  await work(transaction);
  await transaction.commit();
  await ledger.close();
}

/** The outbox gave up on the delivery, whose bytes still wait in staging. */
async function giveUp(site: TestSite, key: string): Promise<void> {
  await writeFile(join(site.outbox('visma'), '.staging', key), '{}');
  const alert: Change = {
    change: 'raise-alert',
    code: 'DELIVERY_STOPPED',
    subject: { kind: 'delivery', key },
    text: 'gave up',
  };
  await inLedger(site, async (transaction) => {
    await transaction.setDeliveryStatus(key, 'stopped');
    await transaction.apply([alert], 'path', '2026-11-21T12:00:00.000Z', null);
  });
}

const resume = (site: TestSite, acceptNewOutbox: boolean) =>
  performAction(site.dir, { action: 'channel-resume', channel: 'visma', acceptNewOutbox }, ACTOR);

describe('channel resume --accept-new-outbox', () => {
  it('is refused where no fault has paused the outbox: it would send again what went out', async () => {
    const { site } = await siteWithDelivery();
    expect(await resume(site, true)).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    expect(await resume(site, true)).toMatchObject({ done: false, message: expect.stringContaining('without') });
    expect(await resume(site, false)).toMatchObject({ done: true });
    expect((await readOutbox(site, 'visma')).length).toBe(1);
  });

  it('takes the alert back; a resume without it says that the outbox waits all the same', async () => {
    const { site } = await siteWithDelivery();
    await rm(join(site.outbox('visma'), '.staging'), { recursive: true });
    await once(site);
    expect(await alertsOf(site)).toEqual(['OUTBOX_REPLACED']);
    expect(await resume(site, false)).toMatchObject({
      done: false,
      message: expect.stringContaining('waits all the same'),
    });
    expect(await resume(site, true)).toMatchObject({ done: true });
    expect(await alertsOf(site)).toEqual([]);
  });

  it('leaves nothing in the audit when it fails', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    await rm(join(site.outbox('visma'), '.staging'), { recursive: true });
    await rm(join(site.dir, 'archive', 'outputs'), { recursive: true });
    expect(await resume(site, true)).toMatchObject({ done: false, code: 'NOT_FOUND' });
    const open = await openSite(site.dir);
    const events = (await open.ledger.auditOf({ kind: 'channel', key: 'visma' })).map(({ event }) => event);
    await open.close();
    expect(events).toEqual(['pause']);
  });
});

describe('delivery resend', () => {
  it('is offered for what is delivered, and takes back the alert of one that was given up', async () => {
    const { site, key } = await siteWithDelivery();
    const open = await openSite(site.dir);
    expect(await showDocument(open, 'delivery', key)).toMatchObject({
      key,
      status: 'delivered',
      allowedActions: ['delivery resend', 'delivery handle'],
    });
    await open.close();
    await giveUp(site, key);
    expect(await alertsOf(site)).toEqual(['DELIVERY_STOPPED']);
    expect(await performAction(site.dir, { action: 'delivery-resend', key }, ACTOR)).toMatchObject({ done: true });
    expect(await alertsOf(site)).toEqual([]);
    expect((await readOutbox(site, 'visma')).length).toBe(2);
    const after = await openSite(site.dir);
    const { status } = (await showDocument(after, 'delivery', key)) as { status: string };
    await after.close();
    expect(status).toBe('withdrawn');
    expect(next(DELIVERY_TRANSITIONS, 'stopped', 'resend')).toBe(status);
  });

  it('stages nothing in a folder that was replaced', async () => {
    const { site, key } = await siteWithDelivery();
    const staging = join(site.outbox('visma'), '.staging');
    await rm(staging, { recursive: true });
    await mkdir(staging);
    const outcome = await performAction(site.dir, { action: 'delivery-resend', key }, ACTOR);
    expect(outcome).toMatchObject({ done: false, code: 'OUTBOX_REPLACED' });
    expect((await readOutbox(site, 'visma')).length).toBe(1);
  });
});

describe('file handle', () => {
  it('is refused for a file that waits for nobody', async () => {
    const { site } = await siteWithDelivery();
    const ack = (await readAcks(site)).get('f1.xml')?.[0] as { file: { id: string } };
    expect(await performAction(site.dir, { action: 'file-handle', key: ack.file.id }, ACTOR)).toMatchObject({
      done: false,
      code: 'ACTION_REFUSED',
    });
  });
});
