import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isDecimalText } from '../../src/domain/decimal.ts';
import type { OrderMatchResult, VoucherBatch } from '../../src/domain/documents.generated.ts';
import { DOCUMENT_SCHEMAS } from '../../src/domain/schemas.generated.ts';
import { gatherEvidence } from '../../src/service/export-evidence.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { previewFile } from '../../src/service/preview-file.ts';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { emptySite, invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite, writeSettings } from '../support/site.ts';
import { UBL_FAMILIES } from '../support/ubl-family.table.ts';

/** Pre-registration in series 40, type 21, account 1479; receipt waits for a person. */
const ACTOR = { user: 'kari', reason: 'agreed' };
const company = {
  organisationNo: '991825827',
  feeAndRoundingProduct: 'G900',
  freightProduct: 'F400',
  tolerancePercent: '2',
  toleranceAmount: '50.00',
  preregistrationVoucherSeries: 40,
  orderProcessing: { preregisterIncomingDocuments: true },
};
const voucherTypes = [{ no: 21, debitAccount: '1479' }];
const PREREGISTERING = { company, voucherSeries: [{ no: 40, voucherType: 21 }], voucherTypes };
const NUMBERED = { company, voucherSeries: [{ no: 40, voucherType: 21, next: 40001 }], voucherTypes };

async function outputsOf(site: TestSite) {
  const outputs = await readOutbox(site, 'visma');
  const of = (document: string) => outputs.filter(({ content }) => content['document'] === document);
  return {
    names: outputs.map(({ name }) => name),
    results: of('order-match-result').map(({ content }) => content as unknown as OrderMatchResult),
    batches: of('voucher-batch').map(({ content }) => content as unknown as VoucherBatch),
  };
}

const ORDER_LINES = [
  { lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' },
  { lineNo: 2, productNo: 'B', quantity: '5', price: '200.00' },
  { lineNo: 3, productNo: 'C', quantity: '20', price: '12.50' },
];

describe('an invoice that is dropped at a site that pre-registers', () => {
  it.each(Object.keys(UBL_FAMILIES) as (keyof typeof UBL_FAMILIES)[])(
    '%s: is answered with its result, one voucher batch and an acknowledgement',
    async (family) => {
      const site = await siteWithWorld(PREREGISTERING);
      const more = { family, dueDate: '2026-12-02', kid: '123456782', rounding: '0.40', prepaid: '500.00' };
      await dropFile(site, 'invoices', 'f1.xml', invoiceFile(more));
      expect(await once(site)).toMatchObject({ files: 1, held: 1, rejected: 0, failed: 0, deliveries: 3 });
      const { names, results, batches } = await outputsOf(site);
      const [result, batch] = [results[0]!, batches[0]!];
      const { accountingDocumentNo, documentId } = result;
      expect([results.length, batches.length]).toEqual([1, 1]);
      expect(result.status).toEqual({ code: 8, name: 'awaiting' });
      expect(batch).toEqual({
        document: 'voucher-batch',
        key: `${documentId}/preregistration`,
        documentId,
        batch: {
          voucherSeries: 40,
          vouchers: [
            {
              voucherType: 21,
              date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
              debitAccount: '1479',
              crossAccount: '50001',
              amount: '1250.40',
              vatAmount: '0.00',
              currency: 'NOK',
              invoiceNo: 'F-1',
              dueDate: '2026-12-02',
              kid: '123456782',
              accountingDocumentNo,
              text: expect.stringContaining('F-1'),
            },
          ],
        },
        deliveryId: expect.any(String),
      });
      expect(batch.batch.vouchers[0]?.date).toBe(result.supplierInvoice.issueDate);
      expect(result.preregistration).toMatchObject({ ...batch.batch.vouchers[0], key: batch.key, state: 'open' });
      expect(names[1]).toContain(`_voucher-batch_`);
      const [ack] = (await readAcks(site)).get('f1.xml') ?? [];
      expect(ack).toMatchObject({ outcome: 'held', documents: [{ status: '8' }] });
    },
  );

  it('what goes out is valid under its schema', async () => {
    const site = await siteWithWorld(NUMBERED);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    ajv.addFormat('decimal', isDecimalText);
    ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
    ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/);
    const outputs = await readOutbox(site, 'visma');
    expect(outputs).toHaveLength(2);
    for (const { content } of outputs) {
      const validate = ajv.compile(DOCUMENT_SCHEMAS[String(content['document'])] as object);
      validate(content);
      expect(validate.errors).toBeNull();
    }
  });
});

describe('one voucher in the life of an invoice', () => {
  it('dropped again it is answered with the first acknowledgement; under other bytes it is in doubt', async () => {
    const site = await siteWithWorld(PREREGISTERING);
    for (const name of ['f1.xml', 'again.xml']) await dropFile(site, 'invoices', name, invoiceFile());
    await once(site);
    await dropFile(site, 'invoices', 'other.xml', `${invoiceFile()}\n<!-- printed again -->\n`);
    await once(site);
    const { results, batches } = await outputsOf(site);
    expect(results.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['PREREGISTERED'],
      ['PREREGISTRATION_WITHHELD', 'DUPLICATE'],
    ]);
    expect(batches.map(({ documentId }) => documentId)).toEqual([results[0]?.documentId]);
  });

  it('replayed on another order it gets a new result, which keeps the voucher, and no second voucher', async () => {
    const site = await siteWithWorld(NUMBERED);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const dearer = ORDER_LINES.map((line) => (line.lineNo === 1 ? { ...line, price: '60.00' } : line));
    await dropFile(site, 'visma', 'order.json', canonicalFile([purchaseOrder('1001', dearer)]));
    await once(site);
    const ack = (await readAcks(site)).get('f1.xml')?.[0] as { file: { id: string } };
    const { id: key } = ack.file;
    const actor = { user: 'kari', reason: 'the order was corrected' };
    expect(await performAction(site.dir, { action: 'file-replay', key }, actor)).toMatchObject({ done: true });
    await once(site);
    const { results, batches } = await outputsOf(site);
    expect(results.map(({ revision, status }) => [revision, status.code])).toEqual([
      [1, 8],
      [2, 4],
    ]);
    expect(results[1]?.preregistration).toEqual(results[0]?.preregistration);
    expect(batches).toHaveLength(1);
  });

  it('an invoice whose order comes later is pre-registered then, and only then', async () => {
    const site = await siteWithWorld(PREREGISTERING);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ orderRef: '2001' }));
    await once(site);
    expect((await outputsOf(site)).batches).toEqual([]);
    for (const name of ['o1.json', 'o2.json']) {
      await dropFile(site, 'visma', name, canonicalFile([purchaseOrder('2001', ORDER_LINES, { gross: name < 'o2' })]));
      await once(site);
    }
    const { results, batches } = await outputsOf(site);
    expect(results.map(({ status }) => status.code).slice(0, 2)).toEqual([3, 8]);
    expect(batches).toHaveLength(1);
    expect(results[1]?.preregistration?.key).toBe(batches[0]?.key);
  });
});

describe('numbers of vouchers', () => {
  it('run without a gap over batches and starts, and only those that get a voucher take one', async () => {
    const site = await siteWithWorld(NUMBERED);
    const lines = [{ sku: 'A-100', quantity: '1', price: '100.00' }];
    const drop = (number: string, more = {}) =>
      dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines, ...more }));
    await drop('F-1');
    await drop('F-2', { orderRef: '9999' });
    await drop('F-3');
    await once(site);
    await drop('F-4');
    await once(site);
    const jump = { ...NUMBERED, voucherSeries: [{ no: 40, voucherType: 21, next: 50000 }] };
    await writeSettings(site, jump);
    await drop('F-5');
    await once(site);
    await writeSettings(site, NUMBERED);
    await drop('F-6');
    await once(site);
    const vouchers = (await outputsOf(site)).batches.flatMap(({ batch }) => batch.vouchers);
    expect(vouchers.map(({ invoiceNo, voucherNo }) => [invoiceNo, voucherNo])).toEqual([
      ['F-1', 40001],
      ['F-3', 40002],
      ['F-4', 40003],
      ['F-5', 50000],
      ['F-6', 50001],
    ]);
  });

  it('a voucher that an operator’s match writes takes one too, and the next one follows', async () => {
    const off = { ...NUMBERED, company: { ...company, orderProcessing: { automaticReceipt: false } } };
    const lines = [{ sku: 'A-100', quantity: '1', price: '100.00' }];
    const site = await siteWithWorld(off);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines }));
    await once(site);
    await writeSettings(site, NUMBERED);
    const actor = { user: 'kari', reason: 'pre-registration is on now' };
    const match = { action: 'invoice-match', key: '50001/F-1' } as const;
    expect(await performAction(site.dir, match, actor)).toMatchObject({ done: true });
    await dropFile(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines }));
    await once(site);
    const vouchers = (await outputsOf(site)).batches.flatMap(({ batch }) => batch.vouchers);
    expect(vouchers.map(({ invoiceNo, voucherNo }) => [invoiceNo, voucherNo])).toEqual([
      ['F-1', 40001],
      ['F-2', 40002],
    ]);
  });

  it('are taken by a repetition in a person’s hands when the first of its number is rejected, and its batch goes out', async () => {
    const site = await siteWithWorld(NUMBERED);
    const lines = [{ sku: 'A-100', quantity: '1', price: '100.00' }];
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines }));
    await once(site);
    await dropFile(site, 'invoices', 'f1b.xml', invoiceFile({ lines, issueDate: '2026-11-03' }));
    await once(site);
    const [first = '', second = ''] = (await outputsOf(site)).results.map(({ documentId }) => documentId);
    await performAction(site.dir, { action: 'invoice-update', key: second, acceptDuplicate: true }, ACTOR);
    await performAction(site.dir, { action: 'invoice-reject', key: first }, ACTOR);
    await dropFile(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines }));
    await once(site);
    const { results, batches } = await outputsOf(site);
    const freed = results.findLast(({ documentId }) => documentId === second);
    expect([freed?.status.code, freed?.preregistration?.voucherNo]).toEqual([2, 40002]);
    expect(batches.map(({ documentId, batch }) => [documentId, batch.vouchers[0]?.voucherNo])).toEqual([
      [first, 40001],
      [second, 40002],
      [results.at(-1)?.documentId, 40003],
    ]);
  });

  it('go on for counter-vouchers when the series has left the settings', async () => {
    const site = await siteWithWorld(NUMBERED);
    const lines = [{ sku: 'A-100', quantity: '1', price: '100.00' }];
    for (const number of ['F-1', 'F-2']) {
      await dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines }));
      await once(site);
    }
    const { preregistrationVoucherSeries: _, ...without } = company;
    await writeSettings(site, { company: { ...without, orderProcessing: { preregisterIncomingDocuments: false } } });
    for (const number of ['F-2', 'F-1'])
      await performAction(site.dir, { action: 'invoice-receive', key: `50001/${number}` }, ACTOR);
    const vouchers = (await outputsOf(site)).batches.flatMap(({ batch }) => batch.vouchers);
    expect(vouchers.map(({ voucherNo, counterReference }) => [voucherNo, counterReference])).toEqual([
      [40001, undefined],
      [40002, undefined],
      [40003, '40002'],
      [40004, '40001'],
    ]);
  });

  it('a preview shows the voucher, and takes no number', async () => {
    const site = await siteWithWorld(NUMBERED);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    const preview = await previewFile(site.dir, `${site.inbox('invoices')}/f1.xml`, {});
    expect(preview.decisions[0]?.outputs.map(({ document, folder }) => [document, folder])).toEqual([
      ['order-match-result', 'visma'],
      ['voucher-batch', 'visma'],
    ]);
    await once(site);
    expect((await outputsOf(site)).batches[0]?.batch.vouchers[0]?.voucherNo).toBe(40001);
  });
});

describe('settings and history', () => {
  it('R05: automatic receipt beside pre-registration: the site does not start, and nothing is matched', async () => {
    const orderProcessing = { automaticReceipt: true, preregisterIncomingDocuments: true };
    const site = await emptySite({ ...PREREGISTERING, company: { ...company, orderProcessing } });
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await expect(once(site)).rejects.toMatchObject({ code: 'SETTINGS_INVALID' });
    expect(await readOutbox(site, 'visma')).toEqual([]);
  });

  it('the evidence of an invoice holds its voucher and its counter-voucher, whatever they were written at', async () => {
    const site = await siteWithWorld({
      ...PREREGISTERING,
      company: { ...company, orderProcessing: { automaticReceipt: false } },
    });
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    await writeSettings(site, PREREGISTERING);
    const actor = { user: 'kari', reason: 'by hand' };
    for (const action of ['invoice-match', 'invoice-receive'] as const)
      expect(await performAction(site.dir, { action, key: '50001/F-1' }, actor)).toMatchObject({ done: true });
    await using open = await openedSite(site);
    const { entries, absent } = await gatherEvidence(open.site, site.dir, '50001/F-1');
    const { names, batches } = await outputsOf(site);
    expect(batches).toHaveLength(2);
    expect(entries.filter((name) => name.startsWith('outputs/')).sort()).toEqual(
      names.map((name) => `outputs/${name}`).sort(),
    );
    expect(absent).toEqual([]);
  });

  it('the audit says by which rule the voucher was written', async () => {
    const site = await siteWithWorld(PREREGISTERING);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile());
    await once(site);
    const key = (await outputsOf(site)).results[0]?.documentId ?? '';
    await using open = await openedSite(site);
    const rows = await open.ledger.auditOf({ kind: 'supplier-invoice', key });
    expect(rows.map(({ event, to, rule }) => [event, to, rule])).toEqual([
      ['decided', '8', 'C083'],
      ['preregistered', '8', 'C066'],
    ]);
  });
});

async function openedSite(site: TestSite) {
  const open = await openSite(site.dir);
  return { site: open, ledger: open.ledger, [Symbol.asyncDispose]: () => open.close() };
}
