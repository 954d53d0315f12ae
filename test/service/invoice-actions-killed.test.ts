import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import type { Outbox } from '../../src/pipeline/ports.ts';
import { doAction } from '../../src/service/do-action.ts';
import { invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'approved' };
const RECEIVE = { action: 'invoice-receive', key: '50001/F-1' } as const;

async function statuses(site: TestSite): Promise<string[]> {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
  return all.map((one) =>
    `${one.revision} ${one.status.code} ${one.receipt?.receiptId ?? '-'}`.replace(one.documentId, ''),
  );
}

async function held(): Promise<TestSite> {
  const site = await siteWithWorld();
  await dropFile(
    site,
    'invoices',
    'f1.xml',
    invoiceFile({ lines: [{ sku: 'A-100', quantity: '10', price: '90.00' }] }),
  );
  await once(site);
  return site;
}

/** An action that dies in one call of the outbox: the process is gone, and a new one starts. */
async function dieIn(site: TestSite, call: keyof Outbox): Promise<void> {
  const { session, desk, close } = await openSession(site);
  Object.assign(session.path.outboxes.visma, { [call]: () => Promise.reject(new Error('killed')) });
  await expect(doAction(session, desk, RECEIVE, ACTOR)).rejects.toThrow('killed');
  await close();
}

describe('an operator action that is killed', () => {
  it.each(['stage', 'syncStaging'] as const)('in %s, before the commit: nothing has happened', async (call) => {
    const site = await held();
    await dieIn(site, call);
    await once(site);
    expect(await statuses(site)).toEqual(['1 4 -']);
    expect(await namesIn(site, 'outbox/visma/.staging')).toEqual([]);
    const { session, desk, close } = await openSession(site);
    expect(await doAction(session, desk, RECEIVE, ACTOR)).toMatchObject({ done: true });
    await close();
    expect(await statuses(site)).toEqual(['1 4 -', '2 5 -1']);
  });

  it.each(['handOver', 'syncHandOvers'] as const)(
    'in %s, after the commit: it is done, and goes out once',
    async (call) => {
      const site = await held();
      await dieIn(site, call);
      await once(site);
      expect(await statuses(site)).toEqual(['1 4 -', '2 5 -1']);
      expect(await once(site)).toMatchObject({ deliveries: 0 });
      const { session, desk, close } = await openSession(site);
      expect(await doAction(session, desk, RECEIVE, ACTOR)).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
      await close();
      expect(await statuses(site)).toEqual(['1 4 -', '2 5 -1']);
    },
  );
});
