import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { readXml } from '../../src/formats/xml/read-xml.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { seenBySecondReader, seenByUs } from '../formats/xml-second-reader.ts';
import { SHARED_INVOICES_THERE, sharedInvoices, WITHOUT_SHARED } from '../mapping/shared-invoices.ts';
import { againstT111 } from '../mapping/t111-structure.ts';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { emptySite, invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const ANSWERING = { channels: { invoices: { invoiceResponse: 'all' }, suppliers: { enabled: true } } };

/** The answers in the outbox, in their order: name, codes, and the invoice they speak of. Each is checked whole. */
async function answers(site: TestSite) {
  const names = await namesIn(site, 'outbox/suppliers');
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(site.outbox('suppliers'), name));
      const { root } = readXml(bytes);
      expect(seenBySecondReader(bytes.toString('utf8'))).toEqual(seenByUs(root));
      expect(againstT111(root)).toEqual([]);
      const text = (tag: string) => bytes.toString('utf8').match(new RegExp(`<cbc:${tag}[^>]*>([^<]*)<`, 'g')) ?? [];
      const values = (tag: string) => text(tag).map((one) => one.replace(/^[^>]*>|<$/g, ''));
      const [id = '', invoiceNo] = values('ID');
      return { name, id, invoiceNo, code: values('ResponseCode')[0], reasons: values('StatusReasonCode') };
    }),
  );
}

const codes = async (site: TestSite) => (await answers(site)).map(({ code }) => code);

describe('a site that answers its suppliers', () => {
  test('answers an invoice that is right, once, as XML with the delivery id in its name and inside', async () => {
    const site = await siteWithWorld(ANSWERING);
    await dropFile(site, 'invoices', 'a.xml', invoiceFile());
    await once(site);
    await once(site);
    const [answer, ...more] = await answers(site);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ code: 'AP', reasons: [], invoiceNo: 'F-1' });
    expect(answer?.name).toMatch(/^\d{10}_invoice-response_.+\.xml$/);
    expect(answer?.name).toContain(`_${answer?.id}.xml`);
  });

  test('asks when the order is not here, and accepts when it has come: one answer for each change of the code', async () => {
    const site = await siteWithWorld(ANSWERING);
    await dropFile(site, 'invoices', 'a.xml', invoiceFile({ orderRef: '1999' }));
    await once(site);
    expect(await answers(site)).toMatchObject([{ code: 'UQ', reasons: ['REF', 'PIN'] }]);
    const lines = [{ lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' }];
    await dropFile(site, 'visma', 'order.json', canonicalFile([purchaseOrder('1999', lines)]));
    await once(site);
    expect(await codes(site)).toEqual(['UQ', 'AP']);
    const results = await readOutbox(site, 'visma');
    expect(results.map(({ content }) => content['invoiceResponse'])).toEqual([
      { responseCode: 'UQ', revision: 1 },
      { responseCode: 'AP', revision: 2 },
    ]);
  });

  test('a question stays one question while its answer is not there', async () => {
    const site = await siteWithWorld(ANSWERING);
    await dropFile(site, 'invoices', 'a.xml', invoiceFile({ orderRef: '1999' }));
    await once(site);
    const dear = [{ lineNo: 1, productNo: 'A', quantity: '10', price: '50.00' }];
    await dropFile(site, 'visma', 'order.json', canonicalFile([purchaseOrder('1999', dear)]));
    await once(site);
    expect(
      (await readOutbox(site, 'visma')).map(({ content }) => (content['status'] as { code: number }).code),
    ).toEqual([3, 4]);
    expect(await codes(site)).toEqual(['UQ']);
  });

  test('the same bytes again are answered with the first acknowledgement, and the supplier hears nothing new', async () => {
    const site = await siteWithWorld(ANSWERING);
    await dropFile(site, 'invoices', 'a.xml', invoiceFile());
    await once(site);
    await dropFile(site, 'invoices', 'again.xml', invoiceFile());
    await once(site);
    expect(await codes(site)).toEqual(['AP']);
  });

  test('preview shows the answer, and writes nothing', async () => {
    const site = await siteWithWorld(ANSWERING);
    const file = join(site.dir, 'looked-at.xml');
    await writeFile(file, invoiceFile());
    const { decisions } = await previewFile(site.dir, file, { channel: 'invoices' });
    expect(
      decisions[0]?.outputs.map(({ document, folder, name }) => [document, folder, name.split('.').at(-1)]),
    ).toEqual([
      ['order-match-result', 'visma', 'json'],
      ['invoice-response', 'suppliers', 'xml'],
    ]);
    expect(await namesIn(site, 'outbox/suppliers')).toEqual([]);
  });

  test('an answer can be sent again: the same words under a new number', async () => {
    const site = await siteWithWorld(ANSWERING);
    await dropFile(site, 'invoices', 'a.xml', invoiceFile());
    await once(site);
    const [first] = await answers(site);
    const resend = { action: 'delivery-resend', key: first?.id ?? '' } as const;
    expect(await performAction(site.dir, resend, { user: 'kari', reason: 'lost' })).toMatchObject({ done: true });
    await once(site);
    const [, again, ...more] = await answers(site);
    expect(more).toEqual([]);
    expect(again).toMatchObject({ code: 'AP', invoiceNo: 'F-1' });
    expect(again?.name).toMatch(/_invoice-response_.+\.r2\.xml$/);
    const text = async (name = '') => readFile(join(site.outbox('suppliers'), name), 'utf8');
    expect(again?.id).not.toBe(first?.id);
    expect(await text(again?.name)).toBe((await text(first?.name)).replace(first?.id ?? '', again?.id ?? ''));
  });

  test('a supplier can be left out, or be the only one', async () => {
    const modes = [
      [ANSWERING, 'off', []],
      [{ channels: { suppliers: { enabled: true } } }, 'decisions', ['AP']],
      [{}, 'decisions', []],
    ] as const;
    for (const [settings, invoiceResponse, expected] of modes) {
      const site = await siteWithWorld(settings);
      const supplier = { document: 'supplier', supplierNo: '50001', name: 'Nordisk', organisationNo: '987654325' };
      await dropFile(site, 'visma', 'supplier.json', canonicalFile([{ ...supplier, invoiceResponse }]));
      await dropFile(site, 'invoices', 'a.xml', invoiceFile());
      await once(site);
      expect([invoiceResponse, await codes(site)]).toEqual([invoiceResponse, expected]);
    }
  });

  test('without the setting nothing is written to suppliers, and results are what they were', async () => {
    const site = await siteWithWorld();
    await dropFile(site, 'invoices', 'a.xml', invoiceFile());
    await once(site);
    expect(await namesIn(site, 'outbox/suppliers')).toEqual([]);
    expect((await readOutbox(site, 'visma'))[0]?.content).not.toHaveProperty('invoiceResponse');
  });
});

describe.runIf(SHARED_INVOICES_THERE)('real invoices of a supplier that we know', () => {
  const stated = sharedInvoices()
    .filter(({ ours, status }) => ours && status === 'valid')
    .map((example) => ({ example, supplier: example.understood().supplier ?? {} }))
    .filter(({ supplier }) => supplier.endpointId && supplier.endpointScheme)
    .slice(0, 40);

  test('are each answered once, every answer is sound, and the result says what was told', async () => {
    const site = await emptySite(ANSWERING);
    const endpoints = new Map(stated.map(({ supplier }) => [supplier.endpointId, supplier.endpointScheme]));
    const suppliers = [...endpoints].map(([id, scheme], index) => ({
      ...{ document: 'supplier', supplierNo: String(60_000 + index), name: `Supplier ${index}` },
      endpoints: [{ scheme, id }],
    }));
    await dropFile(site, 'visma', 'suppliers.json', canonicalFile(suppliers));
    await once(site);
    for (const [index, { example }] of stated.entries())
      await dropFile(site, 'invoices', `${index}.xml`, example.bytes());
    await once(site);
    const sent = await answers(site);
    const results = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
    const told = results.filter(({ invoiceResponse }) => invoiceResponse !== undefined);
    expect(sent.length).toBeGreaterThan(10);
    const byNumber = (a: string[], b: string[]) => (a.join() < b.join() ? -1 : 1);
    expect(sent.map(({ invoiceNo, code }) => [invoiceNo ?? '', code ?? '']).sort(byNumber)).toEqual(
      told.map((one) => [one.supplierInvoice.invoiceNo ?? '', one.invoiceResponse?.responseCode ?? '']).sort(byNumber),
    );
  });
});

test.skipIf(SHARED_INVOICES_THERE)(`skipped: ${WITHOUT_SHARED}`, () => {});
