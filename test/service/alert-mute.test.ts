import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../src/service/list-documents.ts';
import { openDesk } from '../../src/service/desk.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { statusReport } from '../../src/service/status-report.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'known; settled with the supplier' };
const NOW = '2026-11-21T18:00:00.000Z';
const OTHER_BUYER = { company: { organisationNo: '912345674', orderProcessing: { automaticReceipt: false } } };

/** Two invoices to another buyer: two open alerts, the older one first. */
async function siteWithAlerts(): Promise<{ site: TestSite; first: string; second: string }> {
  const site = await siteWithWorld(OTHER_BUYER);
  for (const number of ['F-1', 'F-2']) {
    const lines = [{ sku: 'A-100', quantity: '1', price: '100.00' }];
    await dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines }));
    await once(site);
  }
  const [second = '', first = '', ...none] = await listed(site, '');
  expect(none).toEqual([]);
  return { site, first, second };
}

async function listed(site: TestSite, query: string): Promise<string[]> {
  const open = await openSite(site.dir);
  try {
    const { mutedAlerts: muted } = (await openDesk(site.dir)).data;
    const { rows, total } = await listDocuments(open, 'alert', query, { limit: 50, offset: 0, now: NOW, muted });
    expect(total).toBe(rows.length);
    return rows.map(({ key }) => String(key));
  } finally {
    await open.close();
  }
}

const mute = (site: TestSite, key: string) => performAction(site.dir, { action: 'alert-mute', key }, ACTOR);

describe('alert mute', () => {
  it('takes an open alert out of status and lists, and it is there where it is asked for', async () => {
    const { site, first, second } = await siteWithAlerts();
    expect(await mute(site, first)).toMatchObject({ done: true });
    for (const query of ['', 'status:open']) expect(await listed(site, query)).toEqual([second]);
    expect(await listed(site, 'status:muted')).toEqual([first]);
    expect(await listed(site, 'status:muted number:nothing')).toEqual([]);
    const { alerts, alertsMuted } = await statusReport(site.dir, NOW);
    expect([alerts.map(({ id }) => id), alertsMuted]).toEqual([[second], 1]);
  });

  it('stands in the audit and in the desk, once', async () => {
    const { site, first } = await siteWithAlerts();
    await mute(site, first);
    expect(await mute(site, first)).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
    expect((await openDesk(site.dir)).data.mutedAlerts).toEqual([first]);
    const open = await openSite(site.dir);
    const rows = await open.ledger.auditOf({ kind: 'alert', key: first });
    await open.close();
    expect(rows.map(({ event, by, reason }) => ({ event, by, reason }))).toEqual([
      { event: 'mute', by: 'user:kari', reason: ACTOR.reason },
    ]);
  });

  it('is refused for what is no open alert, and changes nothing then', async () => {
    const { site, first } = await siteWithAlerts();
    expect(await mute(site, first.slice(0, 8))).toMatchObject({ done: false, code: 'NOT_FOUND' });
    const key = '50001/F-1';
    expect(await performAction(site.dir, { action: 'invoice-reject', key }, ACTOR)).toMatchObject({ done: true });
    expect(await mute(site, first)).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
    expect((await openDesk(site.dir)).data.mutedAlerts).toEqual([]);
  });

  it('a muted alert that has ended is an ended one, and its place in the desk goes with the next', async () => {
    const { site, first, second } = await siteWithAlerts();
    await mute(site, first);
    await performAction(site.dir, { action: 'invoice-reject', key: '50001/F-1' }, ACTOR);
    expect(await listed(site, 'status:muted')).toEqual([]);
    expect(await listed(site, '')).toEqual([second, first]);
    expect(await listed(site, 'status:cleared')).toEqual([first]);
    await mute(site, second);
    expect((await openDesk(site.dir)).data.mutedAlerts).toEqual([second]);
  });
});
