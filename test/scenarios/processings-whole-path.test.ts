import { describe, expect, it } from 'vitest';
import type { OrderMatchResult, VoucherBatch } from '../../src/domain/documents.generated.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import type { InvoiceAction } from '../../src/service/operator-action.ts';
import { showDocument } from '../../src/service/show-document.ts';
import { invoiceFile, namesIn, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

/** What operators' actions do beside the result: vouchers, answers to the supplier, and what is learned. */

const ACTOR = { user: 'kari', reason: 'decided' };
const LINES = [{ sku: 'A-100', quantity: '10', price: '100.00' }];

const PREREGISTERING = {
  company: {
    ...{ organisationNo: '991825827', feeAndRoundingProduct: 'G900', freightProduct: 'F400' },
    ...{ tolerancePercent: '2', toleranceAmount: '50.00', preregistrationVoucherSeries: 40 },
    orderProcessing: { preregisterIncomingDocuments: true },
  },
  voucherSeries: [{ no: 40, voucherType: 21 }],
  voucherTypes: [{ no: 21, debitAccount: '1479' }],
};

async function siteWith(settings: Record<string, unknown>, lines = LINES): Promise<TestSite> {
  const site = await siteWithWorld(settings);
  await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines }));
  await once(site);
  return site;
}

const act = (site: TestSite, action: InvoiceAction['action'], more: Partial<InvoiceAction> = {}) =>
  performAction(site.dir, { action, key: '50001/F-1', ...more }, ACTOR);

async function outputs(site: TestSite) {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content);
  return {
    results: all.filter((one) => one['document'] === 'order-match-result') as unknown as OrderMatchResult[],
    batches: all.filter((one) => one['document'] === 'voucher-batch') as unknown as VoucherBatch[],
  };
}

/** Account, side and amount of each voucher: "debit 1479 1250.00". */
function sides(batches: readonly VoucherBatch[]): string[] {
  const vouchers = batches.flatMap(({ batch }) => batch.vouchers);
  return vouchers.map(({ debitAccount, creditAccount, amount, voucherNo }) => {
    const side = debitAccount === undefined ? `credit ${creditAccount}` : `debit ${debitAccount}`;
    return [side, amount, voucherNo].filter((part) => part !== undefined).join(' ');
  });
}

describe('receipt after pre-registration', () => {
  it('a voucher that waits for its outbox is not withdrawn by a later one', async () => {
    const site = await siteWithWorld(PREREGISTERING);
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await dropFile(site, 'invoices', 'f1.xml', invoiceFile({ lines: LINES }));
    await once(site);
    await act(site, 'invoice-receive');
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma' }, ACTOR);
    const { results, batches } = await outputs(site);
    expect(sides(batches)).toEqual(['debit 1479 1250.00', 'credit 1479 1250.00']);
    expect(results.map(({ status }) => status.code)).toEqual([5]);
  });
});

describe('an answer to the supplier', () => {
  it('follows what a person decides', async () => {
    const channels = { invoices: { invoiceResponse: 'all' }, suppliers: { enabled: true } };
    const site = await siteWith({ channels }, [{ sku: 'A-100', quantity: '10', price: '130.00' }]);
    const before = (await namesIn(site, 'outbox/suppliers')).length;
    await act(site, 'invoice-reject');
    expect((await namesIn(site, 'outbox/suppliers')).length).toBe(before + 1);
    expect((await outputs(site)).results.at(-1)?.invoiceResponse).toMatchObject({ responseCode: 'RE', revision: 2 });
  });
});

describe('a link by hand', () => {
  it('teaches what later invoices are found by, and a receipt confirms it', async () => {
    const unknown = [{ sku: 'X-1', quantity: '10', price: '100.00' }];
    const site = await siteWith({}, unknown);
    await act(site, 'invoice-link', { lines: ['1'], order: '1001/1' });
    const show = async () => {
      const open = await openSite(site.dir);
      const [row] = (await open.ledger.list({ kind: 'learned-link', conditions: [], limit: 9, offset: 0 })).rows;
      const shown = await showDocument(open, 'learned-link', String(row?.['key']));
      await open.close();
      return shown;
    };
    expect(await show()).toMatchObject({ content: { productNo: 'A', alias: 'x-1', learnedBy: 'kari' } });
    await act(site, 'invoice-reject');
    await dropFile(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines: unknown }));
    await once(site);
    expect((await outputs(site)).results.at(-1)?.status.code).toBe(8);
    await act(site, 'invoice-receive', { key: '50001/F-2' });
    expect(await show()).toMatchObject({ content: { status: 'confirmed', confirmedTimes: 1 } });
  });
});
