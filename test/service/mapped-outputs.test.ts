import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/domain/fault.ts';
import type { OutMapping } from '../../src/mapping/language/mapping-set.ts';
import { doAction } from '../../src/service/do-action.ts';
import { openSite } from '../../src/service/open-site.ts';
import { showFile } from '../../src/service/show-file.ts';
import { invoiceFile, logOf, namesIn, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { SHIPPED } from '../support/shipped-mappings.ts';
import { dropFile, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'the mapping is mended' };
const LINES = [{ sku: 'A-100', quantity: '10', price: '90.00' }];

type Write = (document: Record<string, unknown>) => string;

/** A mapping out that writes what it is told. */
function mapping(document: string, write: Write): OutMapping {
  return {
    ...{ name: `${document}-as-text`, version: '1', file: `mappings/${document}.yaml`, shipped: false, document },
    ...{ claims: { channel: 'visma' }, direction: 'out', target: { format: 'csv' }, ending: 'txt', rows: [] },
    write: (content) => Buffer.from(write({ ...content })),
  };
}

const ONE_LINE: Write = (document) => `${document['deliveryId']};${document['documentId']};${document['revision']}\n`;

/** Results with this invoice number do not fit. */
const notFor =
  (invoiceNo: string): Write =>
  (document) => {
    if ((document['supplierInvoice'] as { invoiceNo: string }).invoiceNo !== invoiceNo) return ONE_LINE(document);
    throw new Fault('MAPPING_NOT_APPLICABLE', 'mappings/order-match-result.yaml:7: no value for "project".', {
      hint: 'Give the row a default.',
    });
  };

/** What runs, with the mappings that write. */
async function open(site: TestSite, writes: Record<string, Write>) {
  const out = new Map(
    Object.entries(writes).map(([document, write]) => [`${document}-as-text`, mapping(document, write)]),
  );
  const outputs = Object.fromEntries([...out.values()].map(({ document, name }) => [document, name]));
  return openSession(site, undefined, {
    mappings: () => ({ ...SHIPPED, set: { ...SHIPPED.set, out } }),
    outputs,
  });
}

async function run(site: TestSite, writes: Record<string, Write>): Promise<void> {
  const { session, close } = await open(site, writes);
  await session.run();
  await close();
}

async function resend(site: TestSite, key: string, writes: Record<string, Write>) {
  const { session, desk, close } = await open(site, writes);
  const outcome = await doAction(session, desk, { action: 'delivery-resend', key }, ACTOR);
  await close();
  return outcome;
}

const drop = (site: TestSite, number: string) =>
  dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines: LINES }));

/** The deliveries of the only file of this name, with the open alerts. */
async function told(site: TestSite, name: string) {
  const opened = await openSite(site.dir);
  const files = await opened.ledger.list({ kind: 'file', conditions: [], limit: 100, offset: 0 });
  const id = String(files.rows.find((row) => row['name'] === name)?.['key']);
  const { deliveries } = await showFile(opened.ledger, id);
  const alerts = (await opened.ledger.openAlerts()).map(({ code, text }) => `${code}: ${text}`);
  await opened.close();
  return { deliveries, alerts };
}

const outText = (site: TestSite, name: string | undefined) =>
  readFileSync(join(site.outbox('visma'), name ?? ''), 'utf8');

describe('a document that leaves by a mapping', () => {
  it('is written by it, with its delivery id inside and the ending of the form in its name', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await run(site, {
      'order-match-result': ONE_LINE,
      acknowledgement: ({ deliveryId, outcome }) => `${deliveryId} ${outcome}`,
    });
    const { deliveries } = await told(site, 'F-1.xml');
    const result = deliveries.find(({ folder }) => folder === 'visma');
    const ack = deliveries.find(({ folder }) => folder === 'acknowledgements');
    expect(result?.name).toMatch(/^\d{10}_order-match-result_.*\.txt$/);
    expect(outText(site, result?.name)).toMatch(new RegExp(`^${result?.id};[a-z0-9]+;1\n$`));
    expect(ack?.name).toMatch(/^F-1\.xml\.\w+\.ack\.txt$/);
    expect(readFileSync(join(site.outbox('acknowledgements'), ack?.name ?? ''), 'utf8')).toBe(`${ack?.id} held`);
  });

  it('is sent again as its mapping says then: the same content under a new id', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await run(site, { 'order-match-result': ONE_LINE });
    const [first] = (await told(site, 'F-1.xml')).deliveries.filter(({ folder }) => folder === 'visma');
    const more: Write = (document) => `v2;${ONE_LINE(document)}`;
    expect(await resend(site, first?.id ?? '', { 'order-match-result': more })).toMatchObject({ done: true });
    const all = (await told(site, 'F-1.xml')).deliveries.filter(({ folder }) => folder === 'visma');
    const again = all.find(({ id }) => id !== first?.id);
    expect(again?.name).toMatch(/\.r2\.txt$/);
    const [, documentId] = outText(site, first?.name).split(';');
    expect(outText(site, again?.name)).toBe(`v2;${again?.id};${documentId};1\n`);
    expect(await resend(site, again?.id ?? '', {})).toMatchObject({ done: true });
    const last = (await namesIn(site, 'outbox/visma')).filter((name) => name.includes('order-match-result')).at(-1);
    expect(JSON.parse(outText(site, last))).toMatchObject({ document: 'order-match-result', documentId, revision: 1 });
  });
});

describe('a document that does not fit its mapping', () => {
  const BROKEN = { 'order-match-result': notFor('F-1') };

  it('is kept and stopped, a person is told why, and the others go on', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await drop(site, 'F-2');
    await run(site, BROKEN);
    const { deliveries, alerts } = await told(site, 'F-1.xml');
    expect(deliveries.map(({ folder, status }) => `${folder} ${status}`).sort()).toEqual([
      'acknowledgements delivered',
      'acknowledgements withdrawn',
      'visma stopped',
    ]);
    expect(alerts).toEqual([
      'DELIVERY_STOPPED: mappings/order-match-result.yaml:7: no value for "project". Give the row a default.',
    ]);
    expect((await told(site, 'F-2.xml')).deliveries.map(({ status }) => status)).toEqual(['delivered', 'delivered']);
    expect((await namesIn(site, 'outbox/visma')).filter((name) => name.includes('order-match-result'))).toHaveLength(1);
    expect(await logOf(site)).toContain('MAPPING_NOT_APPLICABLE');
  });

  it('is not taken for delivered by a start, and is refused again while it does not fit', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await run(site, BROKEN);
    await run(site, BROKEN);
    const stopped = (await told(site, 'F-1.xml')).deliveries.find(({ status }) => status === 'stopped');
    expect(await resend(site, stopped?.id ?? '', BROKEN)).toMatchObject({
      done: false,
      code: 'MAPPING_NOT_APPLICABLE',
    });
    const { deliveries, alerts } = await told(site, 'F-1.xml');
    expect(deliveries.find(({ id }) => id === stopped?.id)).toMatchObject({ status: 'stopped' });
    expect(alerts).toHaveLength(1);
    expect((await namesIn(site, 'outbox/visma')).filter((name) => name.includes('order-match-result'))).toEqual([]);
  });

  it('goes out once, when its mapping is mended and it is sent again', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await run(site, BROKEN);
    const stopped = (await told(site, 'F-1.xml')).deliveries.find(({ status }) => status === 'stopped');
    expect(await resend(site, stopped?.id ?? '', { 'order-match-result': ONE_LINE })).toMatchObject({ done: true });
    await run(site, { 'order-match-result': ONE_LINE });
    const { deliveries, alerts } = await told(site, 'F-1.xml');
    expect(deliveries.filter(({ folder }) => folder === 'visma').map(({ status }) => status)).toEqual([
      'withdrawn',
      'delivered',
    ]);
    expect(alerts).toEqual([]);
    expect((await namesIn(site, 'outbox/visma')).filter((name) => name.includes('order-match-result'))).toHaveLength(1);
    expect(await namesIn(site, 'outbox/visma/.staging')).toEqual([]);
  });

  it('that is an acknowledgement answers the sender when it is mended: once', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    const fails: Write = () => {
      throw new TypeError('a defect of the mapping');
    };
    await run(site, { acknowledgement: fails });
    const stopped = (await told(site, 'F-1.xml')).deliveries.find(({ status }) => status === 'stopped');
    expect(stopped?.folder).toBe('acknowledgements');
    const before = await namesIn(site, 'outbox/acknowledgements');
    expect(before.filter((name) => name.startsWith('F-1'))).toEqual([]);
    expect(await resend(site, stopped?.id ?? '', { acknowledgement: ({ outcome }) => `${outcome}` })).toMatchObject({
      done: true,
    });
    const answers = (await namesIn(site, 'outbox/acknowledgements')).filter((name) => name.startsWith('F-1'));
    expect(answers).toHaveLength(1);
    expect((await told(site, 'F-1.xml')).alerts).toEqual([]);
  });

  it('that was replaced by a newer result is nobody’s business any more', async () => {
    const site = await siteWithWorld();
    await drop(site, 'F-1');
    await run(site, BROKEN);
    const { session, desk, close } = await open(site, { 'order-match-result': ONE_LINE });
    expect(await doAction(session, desk, { action: 'invoice-receive', key: '50001/F-1' }, ACTOR)).toMatchObject({
      done: true,
    });
    await close();
    const { deliveries, alerts } = await told(site, 'F-1.xml');
    expect(deliveries.find(({ folder }) => folder === 'visma')).toMatchObject({ status: 'withdrawn' });
    expect(alerts).toEqual([]);
    const results = (await namesIn(site, 'outbox/visma')).filter((name) => name.includes('order-match-result'));
    expect(results.map((name) => outText(site, name).trim().split(';').at(-1))).toEqual(['2']);
  });
});
