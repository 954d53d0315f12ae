import { describe, expect, it } from 'vitest';
import type { Acknowledgement, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import type { Outbox } from '../../src/pipeline/ports.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { showDocument } from '../../src/service/show-document.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { canonicalFile, ORDER_1001, purchaseOrder, type WorldDocument } from '../support/base-world.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'looked at it' };
const A = { sku: 'A-100', quantity: '10', price: '100.00' };
const LINES = ORDER_1001['lines'] as Record<string, unknown>[];

/** Order 1001 with other values on its first line. */
function order(first: Record<string, unknown>, more: Record<string, unknown> = {}): WorldDocument {
  return { ...ORDER_1001, ...more, lines: LINES.map((line, place) => (place === 0 ? { ...line, ...first } : line)) };
}

let files = 0;

/** A file of the buyer, taken in. */
async function orderFile(site: TestSite, ...documents: WorldDocument[]): Promise<string> {
  files += 1;
  const name = `order-${files}.json`;
  await dropFile(site, 'visma', name, canonicalFile(documents));
  await once(site);
  return name;
}

async function invoice(site: TestSite, number: string, more: Parameters<typeof invoiceFile>[0] = {}): Promise<void> {
  await dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines: [A], ...more }));
  await once(site);
}

async function results(site: TestSite): Promise<OrderMatchResult[]> {
  return (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
}

/** Number, revision and status of every result that has gone out. */
async function told(site: TestSite): Promise<string[]> {
  return (await results(site)).map(
    ({ supplierInvoice, revision, status }) => `${supplierInvoice.invoiceNo} ${revision} ${status.code}`,
  );
}

async function codes(site: TestSite): Promise<string[]> {
  return ((await results(site)).at(-1)?.reasons ?? []).map(({ code }) => code);
}

async function events(site: TestSite, key: string): Promise<string[]> {
  const open = await openSite(site.dir);
  try {
    const { history } = (await showDocument(open, 'supplier-invoice', key)) as ShownSupplierInvoice;
    return history.map(({ event, by }) => `${event} ${by.split(':')[0]}`);
  } finally {
    await open.close();
  }
}

describe('an order that changes decides its waiting invoices again (order-match.md 5, 11, 24)', () => {
  it('R23: goods arrive, and what was held for them is completed', async () => {
    const site = await siteWithWorld({ orderMatch: { requireGoodsReceipt: true } });
    await invoice(site, 'F-1');
    expect(await codes(site)).toEqual(['NOT_RECEIVED']);
    await orderFile(site, order({ receivedQuantity: '4' }));
    expect(await told(site)).toEqual(['F-1 1 8', 'F-1 2 8']); // 4 of 10: the figures of the reason changed
    await orderFile(site, order({ receivedQuantity: '10' }));
    expect(await told(site)).toEqual(['F-1 1 8', 'F-1 2 8', 'F-1 3 1']);
    expect((await results(site)).at(-1)?.receipt?.productTransactions).toMatchObject([{ quantity: '10' }]);
    expect(await events(site, '50001/F-1')).toEqual([
      'decided file',
      'decided-again file',
      'decided-again file',
      'received file',
    ]);
  });

  it('the buyer corrects the price: outside tolerance becomes completed, and its file needs nobody', async () => {
    const site = await siteWithWorld();
    await invoice(site, 'F-1', { lines: [{ ...A, price: '120.00' }] });
    await orderFile(site, order({ price: '120.00' }));
    expect(await told(site)).toEqual(['F-1 1 4', 'F-1 2 1']);
    const open = await openSite(site.dir);
    expect((await open.ledger.list({ kind: 'file', conditions: [], limit: 1, offset: 0 })).rows).toHaveLength(1);
    expect((await open.ledger.filesInStatus(['held'], 10)).length).toBe(0);
    await open.close();
  });

  it('an order that is cancelled, and comes back: 3, and matched again', async () => {
    const site = await siteWithWorld();
    await invoice(site, 'F-1', { lines: [{ ...A, price: '120.00' }] });
    await orderFile(site, order({}, { cancelled: true }));
    expect(await codes(site)).toEqual(['ORDER_CANCELLED']);
    await orderFile(site, order({ price: '120.00' }));
    expect(await told(site)).toEqual(['F-1 1 4', 'F-1 2 3', 'F-1 3 1']);
  });

  it('a currency that is put right: 10, and completed', async () => {
    const site = await siteWithWorld();
    await orderFile(site, order({}, { currency: 'EUR' }));
    await invoice(site, 'F-1');
    await orderFile(site, ORDER_1001);
    expect(await told(site)).toEqual(['F-1 1 10', 'F-1 2 1']);
  });

  it('Z03: the prepayment selection is removed, and the invoice that waited is completed', async () => {
    const site = await siteWithWorld();
    await orderFile(site, order({}, { prepayment: true }));
    await invoice(site, 'F-1');
    expect(await codes(site)).toEqual(['PREPAYMENT_BLOCKED']);
    await orderFile(site, order({}, { prepayment: false }));
    expect(await told(site)).toEqual(['F-1 1 8', 'F-1 2 1']);
  });

  it('a line that was missing: 9, and completed', async () => {
    const site = await siteWithWorld();
    await orderFile(site, purchaseOrder('1002', [{ lineNo: 1, productNo: 'B', quantity: '5', price: '200.00' }]));
    await invoice(site, 'F-1', { orderRef: '1002' });
    expect(await codes(site)).toEqual(['PRODUCT_NOT_ON_ORDER']);
    const both = [
      { lineNo: 1, productNo: 'B', quantity: '5', price: '200.00' },
      { lineNo: 2, productNo: 'A', quantity: '10', price: '100.00' },
    ];
    await orderFile(site, purchaseOrder('1002', both));
    expect(await told(site)).toEqual(['F-1 1 9', 'F-1 2 1']);
  });

  it('in the order in which they came: the first has what is open', async () => {
    const site = await siteWithWorld();
    for (const number of ['F-1', 'F-2', 'F-3'])
      await invoice(site, number, { lines: [{ ...A, quantity: '6', price: '120.00' }] });
    await orderFile(site, order({ price: '120.00', quantity: '12' }));
    expect((await told(site)).slice(3)).toEqual(['F-1 2 1', 'F-2 2 1', 'F-3 2 4']);
  });

  it('in the order in which they came, also where less is ordered now: the first keeps what it had', async () => {
    const site = await siteWithWorld();
    for (const [number, quantity] of [
      ['F-1', '6'],
      ['F-2', '4'],
    ] as const)
      await invoice(site, number, { lines: [{ ...A, quantity, price: '120.00' }] });
    await orderFile(site, order({ price: '120.00', quantity: '6' }));
    expect((await told(site)).slice(2)).toEqual(['F-1 2 1', 'F-2 2 4']);
  });

  it('what a changed order releases of another one wakes who waits there', async () => {
    const site = await siteWithWorld();
    await orderFile(site, purchaseOrder('1002', [{ lineNo: 1, productNo: 'B', quantity: '5', price: '200.00' }]));
    const onBoth = [
      { ...A, price: '120.00' },
      { sku: 'B-200', quantity: '5', price: '200.00', orderLineRef: '1002##1' },
    ];
    await invoice(site, 'F-1', { family: 'ehf-2', lines: onBoth });
    await invoice(site, 'F-2', { orderRef: '1002', lines: [{ sku: 'B-200', quantity: '5', price: '200.00' }] });
    expect(await told(site)).toEqual(['F-1 1 4', 'F-2 1 4']);
    await orderFile(site, order({}, { cancelled: true }));
    expect((await told(site)).slice(2)).toEqual(['F-1 2 3', 'F-2 2 1']);
  });
});

describe('a changed order leaves alone', () => {
  it('what says the same: nothing is sent anew, and only the audit knows', async () => {
    const site = await siteWithWorld();
    await invoice(site, 'F-1', { lines: [{ ...A, price: '120.00' }] });
    await orderFile(site, order({}, { orderDate: '2026-10-01' }));
    expect(await told(site)).toEqual(['F-1 1 4']);
    expect(await events(site, '50001/F-1')).toEqual(['decided file', 'decided-again file']);
    await orderFile(site, order({}, { orderDate: '2026-10-01' })); // the same again: nobody is asked
    expect(await events(site, '50001/F-1')).toHaveLength(2);
  });

  it('what is in a person’s hands, completed or rejected', async () => {
    const site = await siteWithWorld();
    const outside = { lines: [{ ...A, quantity: '2', price: '120.00' }] };
    for (const number of ['F-1', 'F-2', 'F-3']) await invoice(site, number, outside);
    await performAction(site.dir, { action: 'invoice-update', key: '50001/F-1' }, ACTOR);
    await performAction(site.dir, { action: 'invoice-receive', key: '50001/F-2' }, ACTOR);
    await performAction(site.dir, { action: 'invoice-reject', key: '50001/F-3' }, ACTOR);
    const before = await told(site);
    await orderFile(site, order({ price: '120.00', quantity: '100' }, { orderDate: '2026-10-02' }));
    expect(await told(site)).toEqual(before);
    expect((await events(site, '50001/F-1')).at(-1)).toBe('update user');
  });
});

describe('more invoices than are decided with one file', () => {
  it('those of an order that comes for the first time are all decided', async () => {
    const site = await siteWithWorld();
    for (let n = 0; n < 4; n += 1)
      await dropFile(
        site,
        'invoices',
        `f${n}.xml`,
        invoiceFile({ number: `F-${n}`, orderRef: '1009', lines: [{ ...A, quantity: '1' }] }),
      );
    await once(site);
    const name = await orderFile(
      site,
      purchaseOrder('1009', [{ lineNo: 1, productNo: 'A', quantity: '100', price: '100.00' }]),
    );
    expect((await told(site)).filter((one) => one.endsWith(' 2 1'))).toHaveLength(4);
    const [ack] = (await readAcks(site)).get(name) as unknown as Acknowledgement[];
    expect(ack?.findings).toEqual([]);
  });
});

describe('a kill while a changed order is taken in', () => {
  it.each(['stage', 'syncStaging', 'handOver', 'syncHandOvers'] as const)(
    'in %s: the next start ends with the same results, each once',
    async (call) => {
      const site = await siteWithWorld();
      await invoice(site, 'F-1', { lines: [{ ...A, price: '120.00' }] });
      await dropFile(site, 'visma', 'order.json', canonicalFile([order({ price: '120.00' })]));
      await dieIn(site, call);
      await once(site);
      expect(await told(site)).toEqual(['F-1 1 4', 'F-1 2 1']);
      expect(await once(site)).toMatchObject({ deliveries: 0 });
      expect((await results(site)).filter(({ receipt }) => receipt !== null)).toHaveLength(1);
    },
  );
});

/** A run that dies in one call of the outbox: the process is gone, and a new one starts. */
async function dieIn(site: TestSite, call: keyof Outbox): Promise<void> {
  const deaths: unknown[] = [];
  const { session, abort, close } = await openSession(site, (error) => {
    deaths.push(error);
    abort.abort();
  });
  Object.assign(session.path.outboxes.visma, { [call]: () => Promise.reject(new Error('killed')) });
  await session.run().catch((error: unknown) => deaths.push(error));
  await close();
  expect(deaths.map(String)).toContain('Error: killed');
}
