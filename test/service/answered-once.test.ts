import { describe, expect, it } from 'vitest';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { dropFile, readAcks, readOutbox } from '../support/site.ts';
import { emptySite, invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';

const outcomes = async (site: Parameters<typeof readAcks>[0], name: string) =>
  ((await readAcks(site)).get(name) ?? []).map((one) => one['outcome']);

describe('every dropped file is answered once', () => {
  it('an invoice that matches: one result, one acknowledgement, the original archived as it was', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ files: 1, accepted: 1, failed: 0, deliveries: 2 });
    const [result] = await readOutbox(site, 'visma');
    expect(result?.content).toMatchObject({ status: { code: 1, name: 'completed-automatically' }, revision: 1 });
    expect(result?.name).toContain(String(result?.content['deliveryId']));
    expect(await outcomes(site, 'f1.xml')).toEqual(['accepted']);
    expect((await namesIn(site, 'archive/invoices')).length).toBe(1);
    expect(await namesIn(site, 'inbox')).toEqual([]);
  });

  it('nothing is written by a second start that finds nothing to do', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const before = await namesIn(site, 'outbox');
    expect(await once(site)).toMatchObject({ files: 0, deliveries: 0 });
    expect(await namesIn(site, 'outbox')).toEqual(before);
  });

  it('a truncated invoice: refused, with a report beside the original, and never matched', async () => {
    const site = await siteWithWorld({ channels: { invoices: { settleMs: 50, stuckMs: 100 } } });
    await dropFile(site, 'invoices', 'cut.xml', invoiceFile().slice(0, 900));
    expect(await once(site)).toMatchObject({ rejected: 1 });
    expect(await readOutbox(site, 'visma')).toEqual([]);
    const [ack] = (await readAcks(site)).get('cut.xml') ?? [];
    expect(ack).toMatchObject({
      outcome: 'rejected',
      findings: [{ code: 'TRUNCATED', at: { line: expect.any(Number) } }],
    });
    expect((await namesIn(site, 'failed/invoices')).map((name) => name.replace(/\.[a-z2-7]{16}/, ''))).toEqual([
      'cut.xml',
      'cut.xml.report.json',
    ]);
  });

  it('the same invoice again: answered with the first acknowledgement, and no second result', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    await dropFile(site, 'invoices', 'again.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ duplicate: 1, deliveries: 1 });
    const [ack] = (await readAcks(site)).get('again.xml') ?? [];
    expect(ack).toMatchObject({
      outcome: 'duplicate',
      firstAcknowledgement: { outcome: 'accepted', file: { name: 'f1.xml' } },
    });
    expect((await readOutbox(site, 'visma')).length).toBe(1);
  });

  it.each([
    ['reject', ['rejected']],
    ['ignore', []],
  ])('a channel that says "duplicates: %s" answers %j', async (duplicates, expected) => {
    const site = await siteWithWorld({ channels: { invoices: { duplicates } } });
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await dropFile(site, 'invoices', 'f2.xml', invoiceFile());
    await once(site);
    expect(await outcomes(site, 'f2.xml')).toEqual(expected);
  });
});

describe('state documents', () => {
  const lines = (price: string) => [{ lineNo: 1, productNo: 'A', quantity: '10', price }];

  it('are duplicates only with nothing in between', async () => {
    const site = await siteWithWorld();
    const prices = ['100.00', '100.00', '110.00', '100.00'];
    for (const [index, price] of prices.entries()) {
      await dropFile(site, 'visma', `o${index}.json`, canonicalFile([purchaseOrder('2001', lines(price))]));
      await once(site);
    }
    const seen = await Promise.all(prices.map((_, index) => outcomes(site, `o${index}.json`)));
    expect(seen).toEqual([['accepted'], ['duplicate'], ['accepted'], ['accepted']]);
  });

  it('a file with one bad record is refused whole, or taken in part where the channel says so', async () => {
    const good = purchaseOrder('2001', lines('100.00'));
    const file = canonicalFile([good, { ...good, orderNo: '2002', curency: 'NOK' }]);
    const whole = await siteWithWorld();
    await dropFile(whole, 'visma', 'two.json', file);
    await once(whole);
    expect((await readAcks(whole)).get('two.json')?.[0]).toMatchObject({
      outcome: 'rejected',
      counts: { documents: 0 },
      findings: [{ code: 'UNKNOWN_PROPERTY', hint: expect.stringContaining('currency') }],
    });
    const partial = await siteWithWorld({ channels: { visma: { partial: true } } });
    await dropFile(partial, 'visma', 'two.json', file);
    await once(partial);
    expect((await readAcks(partial)).get('two.json')?.[0]).toMatchObject({
      outcome: 'partly-accepted',
      counts: { accepted: 1 },
    });
  });
});

describe('an invoice whose order is not here yet', () => {
  it('is held, and matched by itself when the order arrives', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'early.xml', invoiceFile({ orderRef: '3003' }));
    expect(await once(site)).toMatchObject({ held: 1 });
    const order = purchaseOrder('3003', [{ lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' }]);
    await dropFile(site, 'visma', 'late.json', canonicalFile([order]));
    expect(await once(site)).toMatchObject({ accepted: 1, deliveries: 2 });
    const results = (await readOutbox(site, 'visma')).map(({ content }) => [
      content['revision'],
      (content['status'] as { code: number }).code,
    ]);
    expect(results).toEqual([
      [1, 3],
      [2, 1],
    ]);
    expect(await outcomes(site, 'early.xml')).toEqual(['held']);
  });
});

describe('without any master data', () => {
  it('an invoice is held for what is missing, not refused', async () => {
    const site = await emptySite();
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    expect(await once(site)).toMatchObject({ held: 1 });
  });
});
