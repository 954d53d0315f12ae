import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import type { FileRecord } from '../../src/domain/records.ts';
import { GOOD_MAPPINGS_FILE } from '../../src/service/good-mappings.ts';
import { openSite } from '../../src/service/open-site.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { ORDER_MAPPING, orderMapping, partnerOrder, remove, save } from '../support/order-mapping.ts';
import { emptySite, logOf } from '../support/run-in-process.ts';
import { dropFile, type TestSite } from '../support/site.ts';

let daemon: Daemon | undefined;
afterEach(() => daemon?.kill());

/** A site whose daemon runs with the partner's mapping. */
async function running(mapping: string | null = orderMapping()): Promise<TestSite> {
  const site = await emptySite({ channels: { visma: { rescanMs: 200, settleMs: 100 } } });
  if (mapping !== null) await save(site, ORDER_MAPPING, mapping);
  await start(site);
  return site;
}

async function start(site: TestSite): Promise<void> {
  daemon = startDaemon(site);
  await daemon.ready;
}

/** Asks until it is so; a daemon that does otherwise ends the test by its time limit. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await delay(50);
  }
}

async function look<T>(site: TestSite, at: (opened: Awaited<ReturnType<typeof openSite>>) => Promise<T>): Promise<T> {
  const opened = await openSite(site.dir);
  try {
    return await at(opened);
  } finally {
    await opened.close();
  }
}

const drop = (site: TestSite, orderNo: string) => dropFile(site, 'visma', `PO_${orderNo}.xml`, partnerOrder(orderNo));

/** The records of the files of these orders, when all have been answered. */
function answers(site: TestSite, orderNos: readonly string[]): Promise<FileRecord[]> {
  return until(() =>
    look(site, async ({ ledger }) => {
      const { rows } = await ledger.list({ kind: 'file', conditions: [], limit: 1000, offset: 0 });
      const keys = orderNos.map((orderNo) => rows.find((row) => row['name'] === `PO_${orderNo}.xml`)?.['key']);
      if (keys.includes(undefined)) return undefined;
      const files = await Promise.all(keys.map((key) => ledger.file(String(key))));
      const answered = files.filter((file) => file !== undefined && file.outcome !== null);
      return answered.length === orderNos.length ? (answered as FileRecord[]) : undefined;
    }),
  );
}

async function orders(site: TestSite, orderNos: readonly string[]): Promise<FileRecord[]> {
  for (const orderNo of orderNos) await drop(site, orderNo);
  return answers(site, orderNos);
}

async function order(site: TestSite, orderNo: string): Promise<FileRecord> {
  return (await orders(site, [orderNo]))[0] as FileRecord;
}

const currenciesOf = (site: TestSite, orderNos: readonly string[]) =>
  look(site, async ({ ledger }) => {
    const documents = await Promise.all(orderNos.map((orderNo) => ledger.document('purchase-order', orderNo)));
    return documents.map((document) => (document?.content as PurchaseOrder | undefined)?.currency);
  });
const currencyOf = async (site: TestSite, orderNo: string) => (await currenciesOf(site, [orderNo]))[0];

/** The event of the log, as often as it has been written. */
const times = async (site: TestSite, event: string) => (await logOf(site)).split(`"${event}"`).length - 1;
const happens = (site: TestSite, event: string, count: number) =>
  until(async () => ((await times(site, event)) >= count ? true : undefined));
const alerts = (site: TestSite) =>
  look(site, async ({ ledger }) =>
    (await ledger.openAlerts()).map(({ code, text }) => `${code}: ${text}`).filter((one) => one.startsWith('MAPPING')),
  );
const alertIs = (site: TestSite, text: string | null) =>
  until(async () => {
    const [first = null] = await alerts(site);
    return (text === null ? first === null : first?.includes(text)) ? true : undefined;
  });

const FAULTY = orderMapping('EUR').replace('to: supplierNo', 'too: supplierNo');

describe('a mapping in a running daemon', () => {
  it('stays in force while the folder of mappings is away', async () => {
    const site = await running();
    await rename(join(site.dir, 'mappings'), join(site.dir, 'mappings.away'));
    await alertIs(site, 'There is no folder mappings');
    await drop(site, '1');
    await delay(500);
    await rename(join(site.dir, 'mappings.away'), join(site.dir, 'mappings'));
    expect((await answers(site, ['1']))[0]).toMatchObject({ outcome: 'accepted', mapping: { name: 'partner-orders' } });
    await alertIs(site, null);
  });

  it('that is wrong in another way than before is alerted of anew, with the fault of now', async () => {
    const site = await running();
    await save(site, ORDER_MAPPING, orderMapping().replace('from: Supplier', 'form: Supplier'));
    await alertIs(site, 'There is no key "form"');
    await save(site, ORDER_MAPPING, orderMapping().replace('from: Supplier', 'fron: Supplier'));
    await alertIs(site, 'There is no key "fron"');
    expect(await alerts(site)).toHaveLength(1);
    await save(site, ORDER_MAPPING, orderMapping('EUR'));
    await alertIs(site, null);
  });

  it('reads the files that it claims, and each file tells by which version', async () => {
    const site = await running();
    const file = await order(site, '1');
    expect(file).toMatchObject({ outcome: 'accepted', mapping: { name: 'partner-orders' } });
    expect(await currencyOf(site, '1')).toBe('NOK');
  });

  it('that is changed, broken, mended, deleted and made anew counts from the next file on', async () => {
    const site = await running();
    const first = await order(site, '1');
    await save(site, ORDER_MAPPING, orderMapping('SEK'));
    await happens(site, 'mappings-changed', 1);
    const second = await order(site, '2');
    expect(second.mapping?.name).toBe('partner-orders');
    expect(second.mapping?.version).not.toBe(first.mapping?.version);
    expect([await currencyOf(site, '1'), await currencyOf(site, '2')]).toEqual(['NOK', 'SEK']);

    await save(site, ORDER_MAPPING, FAULTY);
    await alertIs(site, `${ORDER_MAPPING}:10:`);
    const third = await order(site, '3');
    expect(third).toMatchObject({ outcome: 'accepted', mapping: second.mapping });
    expect(await currencyOf(site, '3')).toBe('SEK');

    await save(site, ORDER_MAPPING, orderMapping('EUR'));
    await alertIs(site, null);
    const fourth = await order(site, '4');
    expect(await currencyOf(site, '4')).toBe('EUR');

    await remove(site, ORDER_MAPPING);
    await happens(site, 'mappings-changed', 3);
    expect(await order(site, '5')).toMatchObject({ outcome: 'rejected', findings: [{ code: 'UNKNOWN_DOCUMENT' }] });

    await save(site, 'mappings/other/new.yaml', orderMapping('EUR'));
    await happens(site, 'mappings-changed', 4);
    expect(await order(site, '6')).toMatchObject({ outcome: 'accepted', mapping: fourth.mapping });
  });

  it('whose example fails does not come into force, until the mapping or the example is mended', async () => {
    const site = await running();
    const example = 'mappings/partner/orders.examples/plain';
    await save(site, `${example}/in.xml`, partnerOrder('E1'));
    const lines = [{ lineNo: 1, productNo: 'A', quantity: '10.5', price: '100.00' }];
    const head = { document: 'purchase-order', orderNo: 'E1', orderType: 1, transactionType: 6, supplierNo: '50001' };
    await save(site, `${example}/expected.json`, JSON.stringify({ ...head, currency: 'SEK', lines }));
    await save(site, ORDER_MAPPING, orderMapping('DKK'));
    await alertIs(site, 'partner/orders.examples/plain');
    expect((await order(site, '1')).outcome).toBe('accepted');
    expect(await currencyOf(site, '1')).toBe('NOK');
    await save(site, `${example}/expected.json`, JSON.stringify({ ...head, currency: 'DKK', lines }));
    await alertIs(site, null);
    await order(site, '2');
    expect(await currencyOf(site, '2')).toBe('DKK');
  });

  it('that reads a backlog reads it on the worker thread by the version of now', async () => {
    const site = await running();
    const numbers = (from: number) => Array.from({ length: 60 }, (_, index) => `${from + index}`);
    for (const [from, currency] of [
      [100, 'NOK'],
      [200, 'SEK'],
      [300, 'DKK'],
      [400, 'NOK'],
    ] as const) {
      const changes = await times(site, 'mappings-changed');
      if (from > 100) {
        await save(site, ORDER_MAPPING, orderMapping(currency));
        await happens(site, 'mappings-changed', changes + 1);
      }
      const files = await orders(site, numbers(from));
      expect(new Set(files.map(({ outcome, mapping }) => `${outcome} ${mapping?.name}`))).toEqual(
        new Set(['accepted partner-orders']),
      );
      expect(new Set(files.map(({ mapping }) => mapping?.version)).size).toBe(1);
      for (const orderNo of numbers(from).slice(-1)) expect(await currencyOf(site, orderNo)).toBe(currency);
    }
  });

  it('that is edited while files come in: each file is read whole by one version, and none is lost', async () => {
    const site = await running();
    const rounds = ['SEK', 'DKK', null, 'EUR', null, 'NOK'];
    const numbers = rounds.map((_, round) => Array.from({ length: 20 }, (__, index) => `${round * 20 + index}`));
    const events = { 'mappings-changed': 0, 'mappings-refused': 0 };
    for (const [round, currency] of rounds.entries()) {
      await save(site, ORDER_MAPPING, currency === null ? FAULTY : orderMapping(currency));
      for (const orderNo of numbers[round] ?? []) await drop(site, orderNo);
      const event = currency === null ? 'mappings-refused' : 'mappings-changed';
      events[event] += 1;
      await happens(site, event, events[event]);
    }
    await order(site, 'last');
    const read = await answers(site, numbers.flat());
    expect(new Set(read.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
    const made = await currenciesOf(site, numbers.flat());
    const versions = new Map<string, Set<string | undefined>>();
    for (const [index, { mapping }] of read.entries())
      versions.set(`${mapping?.version}`, (versions.get(`${mapping?.version}`) ?? new Set()).add(made[index]));
    for (const currencies of versions.values()) expect(currencies.size).toBe(1);
    expect(await currencyOf(site, 'last')).toBe('NOK');
  });
});

describe('a start', () => {
  it('with a faulty mapping goes on with the last good one, and says so', async () => {
    const site = await running();
    const first = await order(site, '1');
    await daemon?.stop();
    await save(site, ORDER_MAPPING, FAULTY);
    await start(site);
    await alertIs(site, `${ORDER_MAPPING}:10:`);
    expect(await order(site, '2')).toMatchObject({ outcome: 'accepted', mapping: first.mapping });
    await save(site, ORDER_MAPPING, orderMapping('SEK'));
    await alertIs(site, null);
    await order(site, '3');
    expect(await currencyOf(site, '3')).toBe('SEK');
  });

  it('with a faulty mapping of a site that never ran is refused with the line, and 78', async () => {
    const site = await emptySite();
    await save(site, ORDER_MAPPING, FAULTY);
    daemon = startDaemon(site);
    const { code, stderr } = await daemon.ended;
    expect(code).toBe(78);
    expect(stderr).toContain(`${ORDER_MAPPING}:10:`);
    expect(stderr).toContain('^^^');
  });

  it('after a kill, wherever it fell between two edits, has a whole good set', async () => {
    const site = await running();
    const currencies = ['SEK', 'DKK', 'EUR', 'NOK'];
    for (const [round, currency] of currencies.entries()) {
      await save(site, ORDER_MAPPING, orderMapping(currency));
      await delay(350 * round);
      await daemon?.kill();
      await save(site, ORDER_MAPPING, FAULTY);
      await start(site);
      expect(await order(site, `${round}`)).toMatchObject({ outcome: 'accepted' });
      expect(currencies.slice(0, round + 1).concat('NOK')).toContain(await currencyOf(site, `${round}`));
      const kept = JSON.parse(await readFile(join(site.dir, GOOD_MAPPINGS_FILE), 'utf8')) as {
        own: { files: unknown[] };
      };
      expect(kept.own.files).toHaveLength(1);
      await daemon?.kill();
    }
  });
});
