import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import type { InvoiceAction } from '../../src/service/operator-action.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readOutbox, type TestSite } from '../support/site.ts';

const ACTOR = { user: 'kari', reason: 'agreed with the supplier' };
const DEAR = [{ sku: 'A-100', quantity: '10', price: '120.00' }];
const RIGHT = [{ sku: 'A-100', quantity: '10', price: '100.00' }];

/** N06: an invoice that costs too much, the credit note for all of it, and the right invoice. */
const FILES: Record<string, string> = {
  'F-1': invoiceFile({ number: 'F-1', lines: DEAR }),
  'K-1': invoiceFile({ kind: 'credit-note', number: 'K-1', lines: DEAR, precedingInvoices: ['F-1'] }),
  'F-2': invoiceFile({ number: 'F-2', lines: RIGHT }),
};
const ORDERS = [
  ['F-1', 'K-1', 'F-2'],
  ['F-1', 'F-2', 'K-1'],
  ['K-1', 'F-1', 'F-2'],
  ['K-1', 'F-2', 'F-1'],
  ['F-2', 'F-1', 'K-1'],
  ['F-2', 'K-1', 'F-1'],
];

async function arrived(order: readonly string[], files = FILES): Promise<TestSite> {
  const site = await siteWithWorld();
  for (const number of order) {
    await dropFile(site, 'invoices', `${number}.xml`, files[number] ?? '');
    await once(site);
  }
  return site;
}

async function results(site: TestSite): Promise<Map<string, OrderMatchResult>> {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
  return new Map(all.map((one) => [one.supplierInvoice.invoiceNo ?? '', one]));
}

/** The last word on each document, without what tells when it came. */
async function endState(site: TestSite) {
  const last = await results(site);
  const names = new Map([...last].map(([number, { documentId }]) => [documentId, number]));
  const plain = (text: string): string => [...names].reduce((now, [id, number]) => now.replaceAll(id, number), text);
  return Object.fromEntries(
    [...last].sort().map(([number, { status, reasons, links, orders, receipt }]) => [
      number,
      JSON.parse(
        plain(
          JSON.stringify({
            ...{ status: status.code, reasons, receipt: receipt !== null },
            // What a figure was compared with stays as it was decided; the figures themselves are what counts.
            orders: orders.map(({ lines, ...order }) => ({
              ...order,
              lines: lines.map(({ comparison: _, ...line }) => line),
            })),
            links: links.map(({ orderLineNo, quantity, amount, tier, evidence }) => ({
              ...{ orderLineNo, quantity, amount, tier, evidence },
            })),
          }),
        ),
      ) as Record<string, unknown>,
    ]),
  );
}

async function act(site: TestSite, action: InvoiceAction['action'], number: string) {
  const key = (await results(site)).get(number)?.documentId ?? '';
  expect(await performAction(site.dir, { action, key }, ACTOR)).toMatchObject({ done: true });
}

async function statuses(site: TestSite): Promise<string[]> {
  return [...(await results(site))].map(([number, { status }]) => `${number} ${status.code}`).sort();
}

describe('N06 full credit and new invoice', () => {
  it('K-1 pairs with F-1, and F-2 is completed on the capacity that is free then', async () => {
    const state = await endState(await arrived(['F-1', 'K-1', 'F-2']));
    expect(state).toMatchObject({
      'F-1': { status: 4, receipt: false },
      'K-1': {
        status: 8,
        reasons: [{ code: 'PAIRED_WITH_WAITING_INVOICE', expected: 'F-1', actual: 'F-1' }],
        links: [{ orderLineNo: 1, quantity: '10', amount: '1200.00', tier: 'paired-invoice' }],
        receipt: false,
      },
      'F-2': { status: 1, reasons: [], receipt: true },
    });
    expect(state).toMatchObject({
      'K-1': { links: [{ evidence: expect.arrayContaining(['pairs-with:F-1']) }] },
      'F-1': { reasons: [{ code: 'OUTSIDE_TOLERANCE' }, { code: 'PAIRED_WITH_WAITING_INVOICE' }] },
    });
  });

  it.each(ORDERS)('the end state is the same when they come as %s, %s, %s', async (...order) => {
    const expected = await endState(await arrived(['F-1', 'K-1', 'F-2']));
    expect(await endState(await arrived(order))).toEqual(expected);
  });

  it.each(ORDERS)(
    'after %s, %s, %s: received by hand, the invoice completes its credit note with it',
    async (...order) => {
      const site = await arrived(order);
      await act(site, 'invoice-receive', 'F-1');
      expect(await statuses(site)).toEqual(['F-1 5', 'F-2 1', 'K-1 1']);
    },
  );

  it('the credit note can be received first, then the invoice', async () => {
    const site = await arrived(['F-1', 'K-1', 'F-2']);
    await act(site, 'invoice-receive', 'K-1');
    expect(await statuses(site)).toEqual(['F-1 4', 'F-2 1', 'K-1 5']);
    await act(site, 'invoice-receive', 'F-1');
    expect(await statuses(site)).toEqual(['F-1 5', 'F-2 1', 'K-1 5']);
  });

  it('when the credit note is rejected, the invoice holds what it held', async () => {
    const site = await arrived(['F-1', 'K-1']);
    await act(site, 'invoice-reject', 'K-1');
    await dropFile(site, 'invoices', 'F-2.xml', FILES['F-2'] ?? '');
    await once(site);
    expect(await statuses(site)).toEqual(['F-1 4', 'F-2 4', 'K-1 6']);
  });
});

describe('no pair', () => {
  it('a credit note of a part, or of other prices: it credits what was received, and there is nothing', async () => {
    const part = [{ sku: 'A-100', quantity: '4', price: '120.00' }];
    const note = invoiceFile({ kind: 'credit-note', number: 'K-1', lines: part, precedingInvoices: ['F-1'] });
    const site = await arrived(['F-1', 'K-1', 'F-2'], { ...FILES, 'K-1': note });
    const state = await results(site);
    expect(state.get('K-1')?.reasons.map(({ code }) => code)).not.toContain('PAIRED_WITH_WAITING_INVOICE');
    expect(state.get('F-2')?.status.code).toBe(4);
  });

  it('a second credit note for all of it: the first pairs', async () => {
    const again = invoiceFile({ kind: 'credit-note', number: 'K-2', lines: DEAR, precedingInvoices: ['F-1'] });
    const site = await arrived(['F-1', 'K-1', 'K-2', 'F-2'], { ...FILES, 'K-2': again });
    const state = await results(site);
    expect(state.get('K-1')?.status.code).toBe(8);
    expect(state.get('K-2')?.reasons.map(({ code }) => code)).not.toContain('PAIRED_WITH_WAITING_INVOICE');
    expect(await statuses(site)).toEqual(['F-1 4', 'F-2 1', 'K-1 8', 'K-2 4']);
  });

  it('an invoice number that came twice: which of the two is credited, nobody can tell', async () => {
    const twice = invoiceFile({ number: 'F-1', lines: DEAR, issueDate: '2026-11-03' });
    const site = await arrived(['F-1', 'F-1b', 'K-1'], { ...FILES, 'F-1b': twice });
    const state = await results(site);
    expect(state.get('K-1')?.reasons.map(({ code }) => code)).not.toContain('PAIRED_WITH_WAITING_INVOICE');
  });

  it('an invoice that was completed: the credit note credits what was received', async () => {
    const right = invoiceFile({ kind: 'credit-note', number: 'K-1', lines: RIGHT, precedingInvoices: ['F-2'] });
    const site = await arrived(['F-2', 'K-1'], { ...FILES, 'K-1': right });
    expect(await statuses(site)).toEqual(['F-2 1', 'K-1 1']);
  });
});
