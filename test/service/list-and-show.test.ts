import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimalText, decimal } from '../../src/domain/decimal.ts';
import { listDocuments } from '../../src/service/list-documents.ts';
import { showDocument } from '../../src/service/show-document.ts';
import { showPurchaseOrder } from '../../src/service/show-purchase-order.ts';
import type { ShowKind } from '../../src/service/show-kind.table.ts';
import { statusCounts } from '../../src/service/status-counts.ts';
import { allowedDeviation, toleranceInForce } from '../../src/service/tolerance-in-force.ts';
import { settings } from './base-records.ts';
import { filledSite } from './filled-ledger.ts';

let folder: string;
let site: Awaited<ReturnType<typeof filledSite>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ordrebro-test-'));
  site = await filledSite(join(folder, 'ledger.db'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const PAGE = { limit: 50, offset: 0, now: '2026-11-17T12:00:00.000Z' };

async function keys(kind: ShowKind, query: string): Promise<unknown[]> {
  return (await listDocuments(site, kind, query, PAGE)).rows.map((row) => row['key']);
}

describe('list', () => {
  it.each([
    ['supplier-invoice', '', ['bbbb4444', 'aabb3333', 'aaaa2222']],
    ['supplier-invoice', 'status:outside-tolerance', ['aaaa2222']],
    ['supplier-invoice', 'amount:>10000', ['bbbb4444']],
    ['supplier-invoice', 'amount:<=99', ['aabb3333']],
    ['supplier-invoice', 'supplier:50001 number:F-2 status:8', ['bbbb4444']],
    ['supplier-invoice', 'order:1001 F-1', ['aaaa2222']],
    ['supplier-invoice', 'since:today', []],
    ['supplier-invoice', 'until:monday', []],
    ['supplier-invoice', 'date:>2026-11-01 date:<2026-11-03 F-1', ['aaaa2222']],
    ['file', 'status:rejected', ['aabb3333']],
    ['file', 'channel:invoices name:AAAA', ['aaaa2222']],
    ['file', 'channel:bank', []],
    ['delivery', 'folder:visma number:aaaa2222', ['dddd2222']],
    ['purchase-order', 'supplier:50001', ['1001']],
    ['supplier', 'fjordmat', ['50001']],
  ] as const)('%s %s', async (kind, query, expected) => {
    expect(await keys(kind, query)).toEqual(expected);
  });

  it('gives pages with the total', async () => {
    const page = await listDocuments(site, 'supplier-invoice', '', { ...PAGE, limit: 1, offset: 1 });
    expect(page.total).toBe(3);
    expect(page.rows.map((row) => row['key'])).toEqual(['aabb3333']);
  });

  it('refuses a page that cannot be', async () => {
    await expect(listDocuments(site, 'file', '', { ...PAGE, limit: 0 })).rejects.toMatchObject({ code: 'WRONG_USE' });
  });
});

describe('a key', () => {
  it.each([
    ['file', 'aaaa2222'],
    ['file', 'aaaa'],
    ['supplier-invoice', '50001/F-1'],
    ['supplier-invoice', 'bb'],
    ['delivery', 'dddd'],
    ['supplier', '50001'],
  ] as const)('%s %s finds one thing', async (kind, key) => {
    expect(await showDocument(site, kind, key)).toMatchObject({ kind });
  });

  it('that fits more than one is refused with the matches', async () => {
    await expect(showDocument(site, 'file', 'aa')).rejects.toMatchObject({
      code: 'AMBIGUOUS_KEY',
      message: expect.stringMatching(/aaaa2222.*aabb3333|aabb3333.*aaaa2222/),
    });
    await expect(showDocument(site, 'supplier-invoice', '50001/F-2')).rejects.toMatchObject({ code: 'AMBIGUOUS_KEY' });
  });

  it.each(['zzzz', '50002/F-1', '%', '/'])('%s finds nothing', async (key) => {
    await expect(showDocument(site, 'supplier-invoice', key)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.stringContaining('ordrebro list supplier-invoice'),
    });
  });
});

describe('show', () => {
  it('a file with its deliveries, its history and what may be done', async () => {
    const shown = await showDocument(site, 'file', 'aaaa2222');
    expect(shown).toMatchObject({
      kind: 'file',
      id: 'aaaa2222',
      status: 'held',
      deliveries: [{ id: 'dddd2222', folder: 'visma', status: 'delivered' }],
      allowedActions: ['file replay', 'file handle'],
      history: [{ event: 'handle', by: 'user:kari', reason: 'settled by phone' }],
    });
  });

  it('a supplier invoice with its result, alerts, history and limits', async () => {
    const shown = await showDocument(site, 'supplier-invoice', 'aaaa2222');
    expect(shown).toMatchObject({
      key: 'aaaa2222',
      file: 'aaaa2222',
      status: { code: 4 },
      tolerance: { percent: '2', amount: '20.00', percentFrom: 'company', amountFrom: 'supplier' },
      alerts: [{ code: 'OUTSIDE_TOLERANCE' }],
      history: [{ event: 'decide', to: '4', by: 'file:aaaa2222', file: 'aaaa2222' }],
    });
  });

  it('a purchase order with what matches hold of each line: a credit note gives back', async () => {
    const shown = await showDocument(site, 'purchase-order', '1001');
    expect(shown).toMatchObject({
      lines: [
        {
          lineNo: 2,
          invoicedQuantity: '0',
          reservedQuantity: '45',
          suggestedAmount: '2896.5',
          receivedByMatch: '0',
          invoices: ['aaaa2222'],
        },
      ],
    });
  });

  it('a purchase order with what order match takes for invoiced, not the file alone', async () => {
    const links = await site.ledger.linksOfOrders(['1001']);
    const stored = await site.ledger.document('purchase-order', '1001');
    const received = links.map((link) => ({ ...link, state: 'received' as const, kind: 'invoice' as const }));
    const ledger = {
      ...site.ledger,
      linksOfOrders: async () => received.slice(0, 1),
      document: async () => stored,
      auditOf: async () => [],
    };
    const shown = await showPurchaseOrder({ ...site, ledger }, '1001');
    expect(shown.lines[0]).toMatchObject({ invoicedQuantity: received[0]?.quantity, invoicedByFile: null });
  });

  it('a delivery under its own key, as the list gives it', async () => {
    expect(await showDocument(site, 'delivery', 'dddd2222')).toMatchObject({
      key: 'dddd2222',
      documentKey: 'aaaa2222',
    });
  });

  it('an alert', async () => {
    const [key] = await keys('alert', 'status:open');
    expect(await showDocument(site, 'alert', String(key))).toMatchObject({
      code: 'OUTSIDE_TOLERANCE',
      subject: { kind: 'supplier-invoice', key: 'aaaa2222' },
    });
  });
});

describe('status', () => {
  it('counts what waits, and says which channel is silent or paused', async () => {
    const late = {
      ...site,
      settings: {
        ...site.settings,
        channels: {
          ...site.settings.channels,
          invoices: { ...site.settings.channels.invoices, lateAfter: '26 hours' },
        },
      },
    };
    const report = await statusCounts(late, {
      paused: ['bank'],
      muted: [],
      waitingInInboxes: 3,
      running: true,
      now: '2026-11-17T12:00:00.000Z',
    });
    expect(report.orderMatch).toMatchObject({ '1': 1, '2': 0, '4': 1, '8': 1 });
    expect(report).toMatchObject({
      salesFlow: { exportStatus: { invoiceError: 0 }, openInVisma: 0 },
      prepaymentsWaiting: 0,
      paymentsUnmatched: 0,
      termsToCheck: { must: 0, might: 0 },
      nextNightRun: null,
    });
    expect(report.files).toEqual({ waiting: 3, held: 1, failed: 0, retrying: 0, rejected: 1 });
    expect(report.channels.find((channel) => channel.name === 'invoices')).toMatchObject({
      late: true,
      lastFileAt: '2026-11-16T08:00:00.000Z',
    });
    expect(report.channels.find((channel) => channel.name === 'bank')).toMatchObject({ paused: true, late: false });
    const earlier = await statusCounts(late, {
      paused: [],
      muted: [],
      waitingInInboxes: 0,
      running: false,
      now: '2026-11-17T09:59:00.000Z',
    });
    expect(earlier.channels.find((channel) => channel.name === 'invoices')).toMatchObject({ late: false });
  });
});

describe('the limit of a line', () => {
  const allowed = (company: string, invoiceAmount: string, own: object = {}) =>
    decimalText(
      allowedDeviation(toleranceInForce(settings(company), { content: own } as never), decimal(invoiceAmount)),
    );

  it.each([
    ['tolerancePercent: "2"\n  toleranceAmount: "50.00"', '1000', {}, '20'],
    ['tolerancePercent: "2"\n  toleranceAmount: "50.00"', '-10000', {}, '50'],
    ['tolerancePercent: "5"', '105.00', {}, '5.25'],
    ['toleranceAmount: "50.00"', '1', {}, '50'],
    ['organisationNo: null', '1000', {}, '0'],
    ['tolerancePercent: "2"', '1000', { tolerancePercent: '0' }, '0'],
    ['tolerancePercent: "2"', '1000', { tolerancePercent: null, toleranceAmount: '3' }, '3'],
    ['tolerancePercent: "50"\n  orderProcessing: { allowNoDeviation: true }', '1000', { toleranceAmount: '9' }, '0'],
  ])('%s of %s with %o is %s', (company, amount, own, expected) => {
    expect(allowed(company, amount, own)).toBe(expected);
  });
});
