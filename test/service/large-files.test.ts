import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import { replayFile } from '../../src/service/actions/file-actions.ts';
import { EXPORT_MAPPING, justLarge, type LargeForm, NDJSON_EXPORT, XML_EXPORT } from '../support/large-files.ts';
import { emptySite, namesIn, once } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readAcks, type TestSite, writeSettings } from '../support/site.ts';

const BAD = 1_234;

async function siteThatTakes(partial: boolean): Promise<TestSite> {
  const site = await emptySite({ channels: { visma: { partial, settleMs: 100 } } });
  await mkdir(join(site.dir, 'mappings/partner'), { recursive: true });
  await writeFile(join(site.dir, 'mappings/partner/export.yaml'), EXPORT_MAPPING);
  return site;
}

async function onlyAck(site: TestSite, name: string): Promise<Record<string, unknown>> {
  const acks = (await readAcks(site)).get(name) ?? [];
  expect(acks).toHaveLength(1);
  return acks[0] ?? {};
}

/** The orders that the site has, by their numbers, and their contents. */
async function ordersOf(site: TestSite): Promise<Map<string, unknown>> {
  const { session, close } = await openSession(site);
  const orders = new Map<string, unknown>();
  const { read } = session.path.ledger;
  for (let rows = 1; rows > 0; ) {
    const page = await read.list({ kind: 'purchase-order', conditions: [], limit: 1_000, offset: orders.size });
    const keys = page.rows.map(({ key }) => String(key));
    for (const stored of await read.documents('purchase-order', keys)) orders.set(stored.key, stored.content);
    rows = keys.length;
  }
  await close();
  return orders;
}

const FORMS: [string, LargeForm][] = [
  ['mapped XML', XML_EXPORT],
  ['canonical NDJSON', NDJSON_EXPORT],
];

describe.each(FORMS)('a large file of %s with one bad record', (_, form) => {
  const name = `export.${form.ending}`;

  it('is taken but for that record where the channel says so, and the record is told by its line', async () => {
    const site = await siteThatTakes(true);
    const { count, text } = justLarge(form, { bad: BAD });
    await dropFile(site, 'visma', name, text);
    await once(site);
    const ack = await onlyAck(site, name);
    expect(ack).toMatchObject({
      outcome: 'partly-accepted',
      documents: [], // above 1,000 only those that need somebody
      counts: { documents: count - 1, accepted: count - 1, held: 0, rejected: 0, duplicate: 0 },
      findings: [{ severity: 'error', at: { line: form.lineOf(BAD), column: 1 } }],
    });
    const orders = await ordersOf(site);
    expect(orders.size).toBe(count - 1);
    expect(orders.has(`L${BAD}`)).toBe(false);
    const [archived] = await namesIn(site, 'archive/visma');
    expect(archived).toMatch(new RegExp(`^export\\.${form.ending}\\.`));
  });

  it('is refused where the channel takes whole files only, and taken by a replay when it does not any more', async () => {
    const site = await siteThatTakes(false);
    const { count, text } = justLarge(form, { bad: BAD });
    await dropFile(site, 'visma', name, text);
    await once(site);
    const ack = await onlyAck(site, name);
    expect(ack).toMatchObject({ outcome: 'rejected', documents: [], counts: { documents: 0 } });
    expect((await ordersOf(site)).size).toBe(0);
    const [failed = '', report = ''] = await namesIn(site, 'failed/visma');
    expect(await readFile(join(site.dir, 'failed/visma', failed), 'utf8')).toBe(text);
    expect(report).toBe(`${failed}.report.json`);

    await writeSettings(site, { channels: { visma: { partial: true } } });
    const { session, desk, close } = await openSession(site);
    const actor = { user: 'kari', reason: 'the rest is needed' };
    const scene = { session, desk, actor } as unknown as Parameters<typeof replayFile>[0];
    const outcome = await replayFile(scene, (ack['file'] as { id: string }).id);
    await close();
    expect(outcome).toMatchObject({ done: true, data: { outcome: 'partly-accepted' } });
    expect((await ordersOf(site)).size).toBe(count - 1);
  });
});

it('a large file leaves what the same content leaves that is read as a whole', async () => {
  const text = [...Array(40).keys()].map((number) => NDJSON_EXPORT.order(number + 1, number === 7, 10)).join('');
  const left = [];
  for (const largeBytes of [1_000, 1_000_000]) {
    const site = await siteThatTakes(true);
    await dropFile(site, 'visma', 'a.ndjson', text);
    await dropFile(site, 'visma', 'b.ndjson', `${text.replace('"10.01"', '"11.01"')}{"document":"produkt"}\n`);
    await dropFile(site, 'visma', 'c.json', '{"document":"product","productNo":"A"}');
    const { session, close } = await openSession(site, undefined, { largeBytes });
    await session.run();
    await close();
    const acks = [...(await readAcks(site))].map(([name, [ack]]) => {
      const { file: _file, processedAt: _at, deliveryId: _id, ...rest } = ack ?? {};
      return { name, ...rest };
    });
    left.push({ acks, orders: await ordersOf(site), archived: (await namesIn(site, 'archive/visma')).length });
  }
  expect(left[0]).toEqual(left[1]);
  expect(left[0]?.orders.size).toBe(39);
});

it('while a large file is decided, everything else has its turns', async () => {
  const site = await siteThatTakes(true);
  const { count, text } = justLarge(NDJSON_EXPORT);
  await dropFile(site, 'visma', 'export.ndjson', text);
  const { session, close } = await openSession(site);
  let turns = 0;
  const turn = () => {
    turns += 1;
    timer = setImmediate(turn);
  };
  let timer = setImmediate(turn);
  let most = 0;
  const { ledger } = session.path;
  const begin = ledger.begin.bind(ledger);
  ledger.begin = async () => {
    const transaction = await begin();
    const before = turns;
    const putFile: LedgerTransaction['putFile'] = (file) => {
      most = Math.max(most, turns - before); // its documents are decided by now
      return transaction.putFile(file);
    };
    return { ...transaction, putFile };
  };
  await session.run();
  clearImmediate(timer);
  await close();
  expect(most).toBeGreaterThan(count / 100);
});

it('a large file whose decision fails by a defect leaves nothing but its refusal', async () => {
  const site = await siteThatTakes(true);
  await dropFile(site, 'visma', 'export.ndjson', justLarge(NDJSON_EXPORT).text);
  const { session, close } = await openSession(site);
  const { ledger } = session.path;
  const begin = ledger.begin.bind(ledger);
  let failed = false;
  ledger.begin = async () => {
    const transaction = await begin();
    const putFile: LedgerTransaction['putFile'] = async (file) => {
      if (failed) return transaction.putFile(file);
      failed = true;
      throw new TypeError('a defect of ours');
    };
    return { ...transaction, putFile };
  };
  await session.run();
  await close();
  expect(await onlyAck(site, 'export.ndjson')).toMatchObject({ outcome: 'rejected', findings: [{ code: 'POISON' }] });
  expect((await ordersOf(site)).size).toBe(0);
  expect(await readdir(join(site.dir, 'failed/visma'))).toHaveLength(2);
});
