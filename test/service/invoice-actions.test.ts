import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { gatherEvidence } from '../../src/service/export-evidence.ts';
import { listDocuments } from '../../src/service/list-documents.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import type { InvoiceAction } from '../../src/service/operator-action.ts';
import { runSite } from '../../src/service/run-site.ts';
import { showDocument } from '../../src/service/show-document.ts';
import type { ShownPurchaseOrder } from '../../src/service/show-purchase-order.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { canonicalFile, ORDER_1001, purchaseOrder } from '../support/base-world.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'agreed with the supplier' };
const A = { sku: 'A-100', quantity: '10', price: '100.00' };
const B = { sku: 'B-200', quantity: '5', price: '200.00' };
const COMPANY = {
  organisationNo: '991825827',
  feeAndRoundingProduct: 'G900',
  freightProduct: 'F400',
  tolerancePercent: '2',
  toleranceAmount: '50.00',
  orderProcessing: { automaticReceipt: true, noPartialReceipt: true },
};
const AUTO_OFF = { company: { ...COMPANY, orderProcessing: { automaticReceipt: false } } };
const T23 = invoiceFile({ lines: [{ ...A, price: '90.00' }] });

function act(site: TestSite, action: InvoiceAction['action'], more: Partial<InvoiceAction> = {}) {
  return performAction(site.dir, { action, key: '50001/F-1', ...more }, ACTOR);
}

async function siteWith(invoice: string, settings: Record<string, unknown> = {}): Promise<TestSite> {
  const site = await siteWithWorld(settings);
  await take(site, 'invoices', 'f1.xml', invoice);
  return site;
}

async function take(site: TestSite, channel: string, name: string, content: string): Promise<void> {
  await dropFile(site, channel, name, content);
  await once(site);
}

async function results(site: TestSite, documentId?: string): Promise<OrderMatchResult[]> {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
  return all.filter((one) => documentId === undefined || one.documentId === documentId);
}

async function last(site: TestSite): Promise<OrderMatchResult> {
  const result = (await results(site)).at(-1);
  if (result === undefined) throw new Error('no result has gone out');
  return result;
}

async function shown<Shown>(site: TestSite, kind: 'supplier-invoice' | 'purchase-order' | 'file', key: string) {
  const open = await openSite(site.dir);
  try {
    return (await showDocument(open, kind, key)) as Shown;
  } finally {
    await open.close();
  }
}

const invoiceShown = (site: TestSite, key = '50001/F-1') => shown<ShownSupplierInvoice>(site, 'supplier-invoice', key);
const orderShown = (site: TestSite) => shown<ShownPurchaseOrder>(site, 'purchase-order', '1001');

describe('R11 receive after it was held', () => {
  it('completes the invoice, sends its result with the receipt, and its file needs nobody any more', async () => {
    const site = await siteWith(invoiceFile({ lines: [A] }), AUTO_OFF);
    expect((await last(site)).status.code).toBe(8);
    const outcome = await act(site, 'invoice-receive');
    expect(outcome).toMatchObject({ done: true, data: { status: 5, revision: 2 } });
    const result = await last(site);
    expect(result).toMatchObject({
      revision: 2,
      status: { code: 5, name: 'completed-manually' },
      receipt: { receiptId: `${result.documentId}-1`, productTransactions: [{ orderLineNo: 1, quantity: '10' }] },
      orders: [{ status: 'received', lines: [{ received: true, valuesUpdated: true, status: 'received' }] }],
    });
    expect(result.deliveryId).toBeDefined();
    const invoice = await invoiceShown(site);
    expect(invoice.allowedActions).toEqual([]);
    expect(await shown(site, 'file', invoice.file ?? '')).toMatchObject({ status: 'completed', outcome: 'held' });
    expect((await orderShown(site)).lines[0]).toMatchObject({ invoicedQuantity: '10', reservedQuantity: '0' });
    const open = await openSite(site.dir);
    const evidence = await gatherEvidence(open, site.dir, '50001/F-1');
    await open.close();
    const outputs = (await readOutbox(site, 'visma')).map(({ name }) => `outputs/${name}`);
    expect(evidence.entries.filter((name) => name.startsWith('outputs/')).sort()).toEqual(outputs);
  });
});

describe('R12 update invoice values only', () => {
  it('a later order file neither undoes our value nor passes for the buyer’s; a price of his own counts', async () => {
    const site = await siteWith(T23);
    await act(site, 'invoice-update');
    const [first, ...others] = ORDER_1001['lines'] as Record<string, unknown>[];
    const file = (price: string, quantity = '10') =>
      canonicalFile([{ ...ORDER_1001, lines: [{ ...first, price, quantity }, ...others] }]);
    await take(site, 'visma', 'o1.json', file('90.00', '11'));
    expect((await orderShown(site)).lines[0]).toMatchObject({
      price: '90.00',
      quantity: '11',
      originalPrice: '100.00',
    });
    await take(site, 'visma', 'o2.json', file('100.00', '12'));
    expect((await orderShown(site)).lines[0]).toMatchObject({
      price: '90.00',
      quantity: '12',
      originalPrice: '100.00',
    });
    await take(site, 'visma', 'o3.json', file('95.00', '12'));
    const order = await orderShown(site);
    expect(order.lines[0]).toMatchObject({ price: '95.00', originalPrice: '95.00', updatedBy: null });
    expect(order.history.at(-1)).toMatchObject({ event: 'replaced' });
    await take(site, 'visma', 'o4.json', file('90.00', '12')); // a late file with our value in it is still no word of the buyer's
    expect((await orderShown(site)).lines[0]).toMatchObject({ price: '95.00', originalPrice: '95.00' });
  });
});

describe('R14 one line of two', () => {
  it('is 2 after the first and 5 after the last, and each receipt goes out once', async () => {
    const site = await siteWith(invoiceFile({ lines: [A, { ...B, price: '250.00' }] }));
    await act(site, 'invoice-receive', { lines: ['1001/1'] });
    expect((await last(site)).status.code).toBe(2);
    expect(await act(site, 'invoice-receive', { lines: ['1001/1'] })).toMatchObject({ code: 'ALREADY_RECEIVED' });
    await act(site, 'invoice-receive', { lines: ['1001/2'] });
    const { status, receipts, documentId } = await last(site);
    expect(status.code).toBe(5);
    expect(receipts?.map((one) => one.receiptId)).toEqual([`${documentId}-1`, `${documentId}-2`]);
    expect((await results(site)).map((one) => one.receipt?.receiptId ?? null)).toEqual([
      null,
      `${documentId}-1`,
      `${documentId}-2`,
    ]);
  });
});

describe('R16, R18, R19 reject', () => {
  it('clears what the match set; a second time is refused, and so is an invoice that is received', async () => {
    const site = await siteWith(invoiceFile({ lines: [A] }), AUTO_OFF);
    expect(await act(site, 'invoice-reject')).toMatchObject({ done: true, data: { status: 6 } });
    expect(await last(site)).toMatchObject({ status: { code: 6 }, links: [], orders: [{ status: 'none', lines: [] }] });
    expect((await orderShown(site)).lines[0]).toMatchObject({ reservedQuantity: '0', suggestedAmount: '0' });
    const before = await results(site);
    expect(await act(site, 'invoice-reject')).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
    expect(await results(site)).toEqual(before);
    await take(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines: [A] }));
    await act(site, 'invoice-receive', { key: '50001/F-2' });
    expect(await act(site, 'invoice-reject', { key: '50001/F-2' })).toMatchObject({
      done: false,
      code: 'ACTION_REFUSED',
      message: expect.stringContaining('credit note'),
    });
  });
});

describe('a release wakes who waits on the same order (order-match.md 24)', () => {
  it('the next in line gets the room that a rejected invoice held', async () => {
    const site = await siteWith(invoiceFile({ lines: [{ ...A, quantity: '6' }] }), AUTO_OFF);
    await take(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines: [{ ...A, quantity: '6' }] }));
    expect((await last(site)).status.code).toBe(4); // 6 invoiced, 4 open
    const second = (await last(site)).documentId;
    expect(await act(site, 'invoice-reject')).toMatchObject({ data: { woken: [{ key: second, status: '8' }] } });
    expect((await results(site, second)).map((one) => [one.revision, one.status.code])).toEqual([
      [1, 4],
      [2, 8],
    ]);
    const { history } = await invoiceShown(site, '50001/F-2');
    expect(history.at(-1)).toMatchObject({ event: 'decided-again', from: '4', to: '8', by: 'user:kari' });
  });

  it('a duplicate is no duplicate any more when the first of its number is rejected', async () => {
    const site = await siteWith(T23);
    await take(site, 'invoices', 'f1b.xml', invoiceFile({ lines: [A], issueDate: '2026-11-03' }));
    const second = (await last(site)).documentId;
    const first = (await results(site))[0]?.documentId ?? '';
    expect((await last(site)).reasons).toContainEqual(expect.objectContaining({ code: 'DUPLICATE' }));
    await act(site, 'invoice-reject', { key: first });
    expect((await results(site, second)).map((one) => one.status.code)).toEqual([8, 1]);
  });
});

describe('a duplicate in a person’s hands (order-match.md 18)', () => {
  /** Two documents of one number, the second of them taken in hand; order 1001 has room for one. */
  async function inHands(action: 'invoice-update' | 'invoice-unlink', more: Partial<InvoiceAction> = {}) {
    const site = await siteWith(T23);
    await take(site, 'invoices', 'f1b.xml', invoiceFile({ lines: [A], issueDate: '2026-11-03' }));
    const [first = '', second = ''] = (await results(site)).map((one) => one.documentId);
    await act(site, action, { key: second, ...more });
    return { site, first, second };
  }

  it('is none any more, and reserves, when the first of its number is rejected', async () => {
    const { site, first, second } = await inHands('invoice-update', { acceptDuplicate: true });
    expect((await orderShown(site)).lines[0]).toMatchObject({ reservedQuantity: '10' }); // by the first alone
    const rejected = await act(site, 'invoice-reject', { key: first });
    expect(rejected).toMatchObject({ data: { woken: [{ key: second, status: '2' }] } });
    const { status, reasons, orders, revision } = (await results(site, second)).at(-1) as OrderMatchResult;
    expect([status.code, revision, reasons]).toEqual([2, 3, []]);
    expect(orders[0]?.lines[0]).toMatchObject({ valuesUpdated: true });
    expect((await orderShown(site)).lines[0]).toMatchObject({ reservedQuantity: '10', updatedBy: second });
    const { history } = await invoiceShown(site, second);
    expect(history.at(-1)).toMatchObject({ event: 'decided-again', from: '2', to: '2' });
    const open = await openSite(site.dir);
    expect((await open.ledger.openAlerts()).map(({ code }) => code)).not.toContain('DUPLICATE');
    await open.close();
    // Another one finds nothing left, and the one in hand is received.
    await take(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines: [A] }));
    expect((await last(site)).status.code).toBe(4);
    expect(await act(site, 'invoice-receive', { key: second })).toMatchObject({ done: true, data: { status: 5 } });
    expect((await orderShown(site)).lines[0]).toMatchObject({ invoicedQuantity: '10' });
  });

  it('with nothing linked is left as it is', async () => {
    const { site, first, second } = await inHands('invoice-unlink', { lines: ['1'] });
    const before = (await results(site, second)).length;
    await act(site, 'invoice-reject', { key: first });
    const after = (await results(site, second)).slice(before);
    for (const { status, links } of after) expect([status.code, links]).toEqual([2, []]);
    expect((await orderShown(site)).lines[0]).toMatchObject({ reservedQuantity: '0' });
  });

  it('is left alone when another document of its order is rejected', async () => {
    const { site, second } = await inHands('invoice-update', { acceptDuplicate: true });
    await take(site, 'invoices', 'f2.xml', invoiceFile({ number: 'F-2', lines: [A] }));
    const before = await results(site, second);
    await act(site, 'invoice-reject', { key: '50001/F-2' });
    expect(await results(site, second)).toEqual(before);
  });
});

describe('which invoice', () => {
  it('by its number while that is the only one, never by a beginning', async () => {
    const site = await siteWith(T23);
    await take(site, 'invoices', 'f1b.xml', invoiceFile({ lines: [A], issueDate: '2026-11-03' }));
    const [first] = await results(site);
    const ambiguous = await act(site, 'invoice-match');
    expect(ambiguous).toMatchObject({ done: false, code: 'AMBIGUOUS_KEY' });
    expect(ambiguous.message).toContain(first?.documentId);
    expect(await act(site, 'invoice-match', { key: first?.documentId.slice(0, 8) ?? '' })).toMatchObject({
      done: false,
    });
    expect(await act(site, 'invoice-match', { key: '50001/F-9' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(site, 'invoice-match', { key: first?.documentId ?? '' })).toMatchObject({ done: true });
  });
});

describe('an older result that has not gone out', () => {
  it('is withdrawn: only the newest one is handed over', async () => {
    const site = await siteWithWorld();
    await performAction(site.dir, { action: 'channel-pause', channel: 'visma' }, ACTOR);
    await take(site, 'invoices', 'f1.xml', T23);
    await act(site, 'invoice-update');
    await act(site, 'invoice-receive');
    expect(await results(site)).toEqual([]);
    await performAction(site.dir, { action: 'channel-resume', channel: 'visma' }, ACTOR);
    expect((await results(site)).map((one) => [one.revision, one.status.code])).toEqual([[3, 5]]);
    expect((await readdir(join(site.outbox('visma'), '.staging'))).filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});

describe('what is possible', () => {
  it('is said by list and show from the same table', async () => {
    const site = await siteWith(T23);
    const all = ['match', 'update', 'receive', 'reject', 'link', 'unlink'].map((action) => `invoice ${action}`);
    const open = await openSite(site.dir);
    const page = { limit: 10, offset: 0, now: '2026-11-21T12:00:00Z' };
    expect((await listDocuments(open, 'supplier-invoice', '', page)).rows).toMatchObject([{ allowedActions: all }]);
    await open.close();
    expect((await invoiceShown(site)).allowedActions).toEqual(all);
    await act(site, 'invoice-reject');
    expect((await invoiceShown(site)).allowedActions).toEqual([]);
  });
});

describe('at another time', () => {
  it('a rehearsal dates the receipt as it is told', async () => {
    const site = await siteWith(T23);
    const receive = { action: 'invoice-receive', key: '50001/F-1' } as const;
    await performAction(site.dir, receive, ACTOR, '2027-02-03T23:30:00Z');
    expect((await last(site)).receipt?.date).toBe('2027-02-04'); // in the site's zone
  });
});

describe('beside a running daemon', () => {
  it('is done by the daemon, one after the other, exactly once', async () => {
    const site = await siteWith(invoiceFile({ lines: [A, { ...B, price: '250.00' }] }));
    const abort = new AbortController();
    const ready = Promise.withResolvers<void>();
    const { signal } = abort;
    const daemon = runSite({
      site: site.dir,
      once: false,
      now: null,
      logLevel: 'info',
      signal,
      onReady: () => ready.resolve(),
    });
    await ready.promise;
    const outcomes = await Promise.all([1, 2, 3].map(() => act(site, 'invoice-receive')));
    abort.abort();
    await daemon;
    expect(outcomes.filter(({ done }) => done).length).toBe(1);
    expect((await results(site)).map((one) => one.status.code)).toEqual([4, 5]);
  });
});

describe('an order that was not named', () => {
  it('is linked to by hand, and a waiting invoice of the same supplier stays as it is', async () => {
    const site = await siteWith(T23);
    const other = purchaseOrder('1005', [{ lineNo: 7, productNo: 'A', quantity: '10', price: '90.00' }]);
    await take(site, 'visma', 'o5.json', canonicalFile([other]));
    await act(site, 'invoice-link', { lines: ['1'], order: '1005/7' });
    expect(await last(site)).toMatchObject({
      status: { code: 2 },
      purchaseOrderNo: '1005',
      links: [{ orderNo: '1005', orderLineNo: 7, tier: 'manual', class: 'A', evidence: ['operator'] }],
    });
    await act(site, 'invoice-receive');
    expect((await last(site)).status.code).toBe(5);
  });
});
