import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { inTransaction } from '../../src/pipeline/in-transaction.ts';
import { openDesk } from '../../src/service/desk.ts';
import { doAction } from '../../src/service/do-action.ts';
import { openReader } from '../../src/service/reader-pool.ts';
import { watchSettings } from '../../src/service/settings-watch.ts';
import { openSiteLog } from '../../src/service/site-log.ts';
import { SiteSession } from '../../src/service/site-session.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';

async function openSession(site: TestSite) {
  const settings = await watchSettings(site.dir);
  const log = await openSiteLog(site.dir, 'info', 90);
  const reader = openReader();
  const desk = await openDesk(site.dir);
  const { session } = await SiteSession.open({
    ...{ site: site.dir, once: true, desk, clock: systemClock(null), log, read: reader.read },
    ...{ settings: settings.current, abort: new AbortController() },
    onFatal: (error) => {
      throw error;
    },
  });
  const close = async () => {
    await session.close();
    await settings.close();
    await reader.close();
    await log.close();
  };
  return { session, desk, close };
}

describe('accepting a new outbox folder', () => {
  it('writes down first what was handed over: it must not go out once more', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const [output] = await readOutbox(site, 'visma');
    const deliveryId = String(output?.content['deliveryId']);
    const { session, desk, close } = await openSession(site);
    const { ledger, riders } = session.path;
    // handed over a moment ago: the row still says staged, and the mark waits for the next commit
    await inTransaction(ledger, (transaction) => transaction.setDeliveryStatus(deliveryId, 'staged'));
    riders.marks.push({ mark: 'delivered', deliveryId, at: '2026-11-21T12:00:00.000Z' });
    session.deliveries.closeFor('visma', new Fault('OUTBOX_REPLACED', 'replaced', { hint: 'accept it' }));
    const resume = { action: 'channel-resume', channel: 'visma', acceptNewOutbox: true } as const;
    const outcome = await doAction(session, desk, resume, { user: 'kari', reason: 'new disk' });
    expect(outcome).toEqual({ done: true, message: 'Channel visma is open again.' });
    expect(await ledger.read.delivery(deliveryId)).toMatchObject({ status: 'delivered' });
    expect(await ledger.read.openAlerts()).toEqual([]);
    await close();
  });
});
