import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, writeSettings } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'test' };
const order = (orderNo: string) =>
  canonicalFile([purchaseOrder(orderNo, [{ lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' }])]);

describe('a file larger than the channel takes', () => {
  it('is refused with its size, and the next file goes on', async () => {
    const site = await siteWithWorld({ channels: { invoices: { maxBytes: 20_000 } } });
    await dropFile(site, 'invoices', 'a-large.xml', `${invoiceFile()}${' '.repeat(30_000)}`);
    await dropFile(site, 'invoices', 'b.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ files: 2, rejected: 1, accepted: 1 });
    expect((await readAcks(site)).get('a-large.xml')?.[0]).toMatchObject({ findings: [{ code: 'FILE_TOO_LARGE' }] });
    expect(await once(site)).toMatchObject({ files: 0 });
  });
});

describe('a result that has not gone out', () => {
  it('is withdrawn when a newer one of the same invoice is decided, and never goes out', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await dropFile(site, 'invoices', 'early.xml', invoiceFile({ orderRef: '3003' }));
    await once(site);
    // The order arrives through a channel that is not paused.
    await dropFile(site, 'epack', 'late.json', order('3003'));
    await once(site);
    expect(await readOutbox(site, 'visma')).toEqual([]);
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma' }, ACTOR);
    const results = await readOutbox(site, 'visma');
    expect(results.map(({ content }) => content['revision'])).toEqual([2]);
  });

  it('is not even planned when order and invoice come in one run', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'a-early.xml', invoiceFile({ orderRef: '3003' }));
    await dropFile(site, 'invoices', 'b-order.json', order('3003'));
    await once(site);
    const results = await readOutbox(site, 'visma');
    expect(results.map(({ content }) => (content['status'] as { code: number }).code)).toEqual([1]);
    expect((await readAcks(site)).get('a-early.xml')?.[0]).toMatchObject({ outcome: 'held' });
  });
});

describe('a held invoice that is replayed', () => {
  it('is decided again in its place, as the next revision, and is no duplicate of itself', async () => {
    const site = await siteWithWorld({
      company: { tolerancePercent: '0', orderProcessing: { automaticReceipt: true } },
    });
    const lines = [{ sku: 'A-100', quantity: '10', price: '101.00' }];
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines }));
    await once(site);
    const ack = (await readAcks(site)).get('f1.xml')?.[0] as { file: { id: string }; outcome: string };
    expect(ack.outcome).toBe('held');
    await writeSettings(site, {});
    expect(await performAction(site.dir, { action: 'file-replay', key: ack.file.id }, ACTOR)).toMatchObject({
      done: true,
    });
    await once(site);
    const results = (await readOutbox(site, 'visma')).map(({ content }) => content);
    expect(
      results.map((one) => [one['documentId'], one['revision'], (one['status'] as { code: number }).code]),
    ).toEqual([
      [ack.file.id, 1, 4],
      [ack.file.id, 2, 1],
    ]);
    const open = await openSite(site.dir);
    expect((await open.ledger.file(ack.file.id))?.status).toBe('completed');
    await open.close();
  });
});

describe('an outbox that cannot be reached at start', () => {
  it('stops nobody but those who need it', async () => {
    const site = await siteWithWorld();
    await rename(site.outbox('suppliers'), `${site.outbox('suppliers')}-away`);
    await writeFile(site.outbox('suppliers'), 'not a folder');
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ accepted: 1 });
    expect(await namesIn(site, 'inbox/invoices')).toEqual([]);
    const open = await openSite(site.dir);
    expect((await open.ledger.openAlerts()).map(({ subject }) => subject)).toEqual([
      { kind: 'channel', key: 'suppliers' },
    ]);
    await open.close();
    await rm(site.outbox('suppliers'));
    await rename(`${site.outbox('suppliers')}-away`, site.outbox('suppliers'));
    await once(site);
    const healed = await openSite(site.dir);
    expect(await healed.ledger.openAlerts()).toEqual([]);
    await healed.close();
  });
});

describe('an alert', () => {
  it('is written to the file of alerts.file when it is raised and when it is over', async () => {
    const site = await siteWithWorld();
    await rm(join(site.outbox('visma'), '.staging'), { recursive: true });
    await once(site);
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma', acceptNewOutbox: true }, ACTOR);
    const lines = (await readFile(join(site.dir, 'state', 'alerts.ndjson'), 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'raised', code: 'OUTBOX_REPLACED', subject: { kind: 'channel', key: 'visma' } },
    ]);
  });
});
