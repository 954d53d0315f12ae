import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import { inTransaction } from '../../src/pipeline/in-transaction.ts';
import { doAction } from '../../src/service/do-action.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readOutbox } from '../support/site.ts';

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
