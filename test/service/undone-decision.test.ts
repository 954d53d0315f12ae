import { expect, test } from 'vitest';
import type { LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import { openDesk } from '../../src/service/desk.ts';
import { runExamples } from '../../src/service/mapping-tools/run-examples.ts';
import { watchMappings } from '../../src/service/mappings-watch.ts';
import { openReader } from '../../src/service/reader-pool.ts';
import { watchSettings } from '../../src/service/settings-watch.ts';
import { openSiteLog } from '../../src/service/site-log.ts';
import { SiteSession } from '../../src/service/site-session.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { canonicalFile, ORDER_1001, purchaseOrder } from '../support/base-world.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import { invoiceFile, siteWithWorld } from '../support/run-in-process.ts';

/** A run in which the file of this name makes the program fail once, when all but its row is decided. */
async function runWithDefect(site: TestSite, name: string): Promise<void> {
  const settings = await watchSettings(site.dir);
  const mappings = await watchMappings(site.dir, settings, runExamples);
  const log = await openSiteLog(site.dir, 'info', 90);
  const reader = openReader();
  const { session } = await SiteSession.open({
    ...{ site: site.dir, once: true, desk: await openDesk(site.dir), clock: systemClock(null), log, read: reader.read },
    ...{ mappings: mappings.current, settings: settings.current, abort: new AbortController() },
    onFatal: (error) => {
      throw error;
    },
  });
  const { ledger } = session.path;
  const begin = ledger.begin.bind(ledger);
  let failed = false;
  ledger.begin = async () => {
    const transaction = await begin();
    const putFile: LedgerTransaction['putFile'] = async (file) => {
      if (file.name !== name || failed) return transaction.putFile(file);
      failed = true;
      throw new TypeError('a defect of ours');
    };
    return { ...transaction, putFile };
  };
  await session.run();
  await session.close();
  await mappings.close();
  await settings.close();
  await reader.close();
  await log.close();
}

test('a decision that is undone gives back the result that it had replaced: that one still goes out', async () => {
  const site = await siteWithWorld();
  const order = { ...purchaseOrder('3003', []), lines: ORDER_1001['lines'] };
  await dropFile(site, 'invoices', 'a-early.xml', invoiceFile({ orderRef: '3003' }));
  await dropFile(site, 'invoices', 'b-order.json', canonicalFile([order]));
  await runWithDefect(site, 'b-order.json');
  const results = await readOutbox(site, 'visma');
  expect(results.map(({ content }) => [content['document'], content['revision']])).toEqual([['order-match-result', 1]]);
  const acks = await readAcks(site);
  expect(acks.get('a-early.xml')).toMatchObject([{ outcome: 'held', findings: [] }]);
  expect(acks.get('b-order.json')).toMatchObject([{ outcome: 'rejected', findings: [{ code: 'POISON' }] }]);
});
