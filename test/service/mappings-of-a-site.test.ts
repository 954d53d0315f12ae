import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import { makeSite, newSiteValues } from '../../src/service/make-site.ts';
import { runExamples } from '../../src/service/mapping-tools/run-examples.ts';
import { watchMappings } from '../../src/service/mappings-watch.ts';
import { openSite } from '../../src/service/open-site.ts';
import { watchSettings } from '../../src/service/settings-watch.ts';
import { shippedMappingPaths } from '../../src/settings/mappings/shipped-mapping-files.ts';
import { commandInProcess } from '../support/command-in-process.ts';
import { ORDER_MAPPING, orderMapping, partnerOrder, remove, save } from '../support/order-mapping.ts';
import { emptySite, invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, type TestSite, writeSettings } from '../support/site.ts';

const CSV_MAPPING = `mapping: partner-csv
direction: in
claims: { channel: visma, name: "orders*.csv", header: [Order No, Item] }
source: { format: csv, separator: ";", decimal: "," }
document: product
rows:
  - { to: productNo, from: Item }
  - { to: unit, value: '"H87"' }
`;

const EVERYTHING_CLAIMED = `mapping: all-json
direction: in
claims: { channel: visma, name: "*.json" }
source: { format: json }
document: product
rows:
  - { to: productNo, from: /number }
`;

/** What became of the only file of this name. */
async function answer(site: TestSite, name: string) {
  const [first] = (await readAcks(site)).get(name) ?? [];
  return first as {
    outcome: string;
    findings: { code: string; message: string; hint: string }[];
    documents: { key: string }[];
  };
}

const exit = (site: TestSite, ...words: string[]) => commandInProcess(words, { site: site.dir });

describe('a file that a mapping claims', () => {
  it('is read by it, in any format', async () => {
    const site = await emptySite();
    await save(site, 'mappings/partner/csv.yaml', CSV_MAPPING);
    await save(site, ORDER_MAPPING, orderMapping());
    await dropFile(site, 'visma', 'orders-1.csv', 'Order No;Item\r\n1;A-1\r\n2;A-2\r\n');
    await dropFile(site, 'visma', 'PO_1.xml', partnerOrder('7001'));
    await once(site);
    expect(await answer(site, 'orders-1.csv')).toMatchObject({
      outcome: 'accepted',
      documents: [{ key: 'A-1' }, { key: 'A-2' }],
    });
    expect(await answer(site, 'PO_1.xml')).toMatchObject({ outcome: 'accepted', documents: [{ key: '7001' }] });
    const opened = await openSite(site.dir);
    const stored = (await opened.ledger.document('purchase-order', '7001'))?.content as PurchaseOrder;
    await opened.close();
    expect(stored.lines).toEqual([{ lineNo: 1, productNo: 'A', quantity: '10.5', price: '100.00' }]);
  });

  it('and that is canonical JSON needs none, whatever a mapping claims', async () => {
    const site = await emptySite();
    await save(site, 'mappings/all.yaml', EVERYTHING_CLAIMED);
    await dropFile(site, 'visma', 'ours.json', JSON.stringify({ document: 'product', productNo: 'OURS' }));
    await dropFile(site, 'visma', 'bad.json', JSON.stringify({ document: 'product', productNr: 'X', number: 'X' }));
    await dropFile(site, 'visma', 'theirs.json', JSON.stringify({ number: 'THEIRS' }));
    await once(site);
    expect(await answer(site, 'ours.json')).toMatchObject({ outcome: 'accepted', documents: [{ key: 'OURS' }] });
    expect(await answer(site, 'bad.json')).toMatchObject({
      outcome: 'rejected',
      findings: [{ code: 'SCHEMA_VIOLATION' }, { code: 'UNKNOWN_PROPERTY' }, { code: 'UNKNOWN_PROPERTY' }],
    });
    expect(await answer(site, 'theirs.json')).toMatchObject({ outcome: 'accepted', documents: [{ key: 'THEIRS' }] });
  });

  it('is refused where its documents are none that this version decides', async () => {
    const site = await emptySite();
    const text = orderMapping()
      .replace('document: purchase-order', 'document: sales-order-delete')
      .replace(/rows:[\s\S]*/, 'rows:\n  - { to: entity, value: \'"NO01"\' }\n  - { to: orderNo, from: No }\n');
    await save(site, ORDER_MAPPING, text);
    await dropFile(site, 'visma', 'PO_1.xml', partnerOrder('7001'));
    await once(site);
    expect(await answer(site, 'PO_1.xml')).toMatchObject({
      outcome: 'rejected',
      findings: [
        { code: 'UNKNOWN_DOCUMENT', message: expect.stringContaining('"sales-order-delete" are not taken in') },
      ],
    });
  });

  it.each([
    ['visma', 'XX_1.xml', '<Order/>'],
    ['visma', 'stock.csv', 'a;b\n1;2\n'],
    ['invoices', 'PO_1.xml', '<Other/>'],
  ])('by none in %s, such as %s, is told what is claimed there', async (channel, name, content) => {
    const site = await emptySite({ channels: { visma: { settleMs: 50 } } });
    await save(site, ORDER_MAPPING, orderMapping());
    await save(
      site,
      'mappings/invoices.yaml',
      orderMapping('NOK', { name: 'odd-invoices' }).replace('channel: visma, name: "PO_*.xml"', 'channel: invoices'),
    );
    await dropFile(site, channel, name, content);
    await once(site);
    const { outcome, findings } = await answer(site, name);
    expect({ outcome, code: findings[0]?.code }).toEqual({ outcome: 'rejected', code: 'UNKNOWN_DOCUMENT' });
    const claimed =
      channel === 'visma'
        ? `${ORDER_MAPPING} claims names PO_*.xml with the root Order.`
        : 'mappings/invoices.yaml claims xml files with the root Order.';
    expect(findings[0]?.hint).toContain(claimed);
  });

  it('is previewed by the mapping of now', async () => {
    const site = await emptySite();
    await save(site, ORDER_MAPPING, orderMapping('SEK'));
    await save(site, 'inbox/visma/PO_5.xml', partnerOrder('5'));
    const { code, stdout } = await exit(site, 'preview', join(site.inbox('visma'), 'PO_5.xml'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      data: { channel: 'visma', mapping: { name: 'partner-orders' }, documents: [{ content: { currency: 'SEK' } }] },
    });
  });
});

describe('what leaves', () => {
  const company = {
    ...{ organisationNo: '991825827', feeAndRoundingProduct: 'G900', freightProduct: 'F400', tolerancePercent: '2' },
    ...{ toleranceAmount: '50.00', preregistrationVoucherSeries: 40 },
    orderProcessing: { preregisterIncomingDocuments: true },
  };
  const PREREGISTERING = {
    ...{ company, voucherSeries: [{ no: 40, voucherType: 21 }], voucherTypes: [{ no: 21, debitAccount: '1479' }] },
    outputs: { acknowledgement: 'acknowledgement-csv' },
  };

  it('leaves by the mappings that the contract names, or that the site chooses', async () => {
    const site = await siteWithWorld(PREREGISTERING);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const names = await namesIn(site, 'outbox/visma');
    const batch = names.find((name) => name.includes('_voucher-batch_')) ?? '';
    const id = /_([a-z2-7]{16})\.\w+$/.exec(batch)?.[1] ?? 'none';
    const text = await readFile(join(site.outbox('visma'), batch), 'latin1');
    expect(text).toMatch(/^@IMPORT_METHOD\(3\)\r?\n@WaBnd\(ValDt,VoSr,Descr\)/);
    expect(text.split(id)).toHaveLength(2);
    const [ack = ''] = (await namesIn(site, 'outbox/acknowledgements')).filter((name) => name.startsWith('f1.xml'));
    expect(ack).toMatch(/^f1\.xml\.\w+\.ack\.csv$/);
    expect(await readFile(join(site.outbox('acknowledgements'), ack), 'utf8')).toContain('held');
  });
});

describe('site.yaml and the mappings', () => {
  /** Both watched, as a daemon does. */
  async function watched(site: TestSite) {
    const settings = await watchSettings(site.dir);
    const mappings = await watchMappings(site.dir, settings, runExamples);
    onTestFinished(async () => {
      await mappings.close();
      await settings.close();
    });
    return { settings, mappings };
  }

  const ACK = (name: string) =>
    `mapping: ${name}\ndirection: out\nclaims: { channel: acknowledgements }\ntarget: { format: json }\ndocument: acknowledgement\nrows:\n  - { to: id, from: deliveryId }\n`;

  it('come into force together where one needs the other, in whatever order they are saved', async () => {
    const site = await emptySite({ outputs: { acknowledgement: 'mine' } });
    await save(site, 'mappings/ack.yaml', ACK('mine'));
    const { settings, mappings } = await watched(site);
    const chosen = () => settings.current().outputs.acknowledgement;
    for (const [name, first] of [
      ['yours', 'mapping'],
      ['theirs', 'settings'],
      ['ours', 'mapping'],
    ] as const) {
      const saves = [
        () => save(site, 'mappings/ack.yaml', ACK(name)),
        () => writeSettings(site, { outputs: { acknowledgement: name } }),
      ];
      for (const one of first === 'mapping' ? saves : saves.toReversed()) {
        await one();
        expect(mappings.current().set.out.has(chosen())).toBe(true);
      }
      await expect
        .poll(() => [chosen(), mappings.current().set.out.has(name)], { timeout: 30_000 })
        .toEqual([name, true]);
    }
  });

  it('a start with a mapping that is not there is refused with its line', async () => {
    const site = await emptySite({ outputs: { acknowledgement: 'acknowledgement-cvs' } });
    await expect(once(site)).rejects.toMatchObject({
      code: 'SETTINGS_INVALID',
      hint: expect.stringContaining('Did you mean "acknowledgement-csv"?'),
      at: { file: 'mappings/site.yaml', line: expect.any(Number), path: 'outputs.acknowledgement' },
    });
  });
});

describe('check', () => {
  it('shows every fault of every mapping with its line and a caret, and ends 78', async () => {
    const site = await emptySite();
    await save(
      site,
      ORDER_MAPPING,
      orderMapping().replace('to: supplierNo', 'too: supplierNo').replace('to: quantity', 'to: quantty'),
    );
    await save(site, 'mappings/second.yaml', 'mapping: [\n');
    const { code, said } = await exit(site, 'check');
    expect(code).toBe(78);
    expect(said).toContain(`${ORDER_MAPPING}:10:`);
    expect(said).toContain(`${ORDER_MAPPING}:17:`);
    expect(said).toContain('mappings/second.yaml:');
    expect(said).toContain('^^^');
    expect(said).toContain('the mappings cannot be used');
  });

  it('is content with the mappings of the program', async () => {
    expect(await exit(await emptySite(), 'check')).toMatchObject({ code: 0 });
  });
});

describe('doctor', () => {
  it('lists the mappings in force: whose they are, and in which version', async () => {
    const site = await emptySite();
    await save(site, ORDER_MAPPING, orderMapping());
    const { stdout } = await exit(site, 'doctor', '--json');
    const { mappings } = (
      JSON.parse(stdout) as { data: { mappings: { name: string; shipped: boolean; version: string }[] } }
    ).data;
    expect(mappings.find(({ name }) => name === 'partner-orders')).toMatchObject({
      ...{ shipped: false, file: ORDER_MAPPING, direction: 'in', channel: 'visma', document: 'purchase-order' },
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(mappings.find(({ name }) => name === 'acknowledgement-csv')).toMatchObject({ shipped: true });
  });
});

describe('init', () => {
  it('copies the mappings of the program with their examples, which then are the site’s own and mean the same', async () => {
    const site = await emptySite();
    await remove(site, 'mappings');
    await remove(site, '.');
    await makeSite(site.dir, newSiteValues(site.dir));
    for (const path of await shippedMappingPaths()) expect((await stat(join(site.dir, path))).isFile()).toBe(true);
    expect(await readdir(join(site.dir, 'schemas', 'settings'))).toEqual(['mapping.schema.json', 'site.schema.json']);
    const inForce = async (dir: string) => {
      const { stdout } = await commandInProcess(['doctor', '--json'], { site: dir });
      const { mappings } = (JSON.parse(stdout) as { data: { mappings: { name: string; version: string }[] } }).data;
      return mappings.map(({ name, version }) => `${name} ${version}`);
    };
    const bare = await emptySite();
    expect(await inForce(site.dir)).toEqual(await inForce(bare.dir));
    await once(site);
  });
});
