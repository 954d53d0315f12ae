import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LearnedLink, OrderMatchResult } from '../../src/domain/documents.generated.ts';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { gatherOrderMatchFacts } from '../../src/pipeline/facts/order-match-facts.ts';
import { inTransaction } from '../../src/pipeline/in-transaction.ts';
import { confirmLearned } from '../../src/rules/order-match/learned/confirm-learned.ts';
import { learn } from '../../src/rules/order-match/learned/learn.ts';
import type { SupplierInvoiceContent } from '../../src/rules/order-match/order-match-facts.ts';
import { listDocuments } from '../../src/service/list-documents.ts';
import { newId } from '../../src/service/new-id.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { showDocument } from '../../src/service/show-document.ts';
import { systemClock } from '../../src/service/system-clock.ts';
import { settings } from '../rules/order-match-world.ts';
import { canonicalFile, purchaseOrder } from '../support/base-world.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import type { UblLine } from '../support/ubl-spec.ts';

/** Learned links through the whole path (order-match.md 21, scenarios L20, P14). */

const X1 = '50001/sellers-item-id/x-1/C/1';
const ACTOR = { user: 'kari', reason: 'asked the supplier' };
const ORDERS = ['2001', '2002', '2003', '2004'].map((orderNo) =>
  purchaseOrder(orderNo, [{ lineNo: 1, productNo: 'C', quantity: '20', price: '12.50' }]),
);
const UNKNOWN: UblLine = { sku: 'X-1', quantity: '20', price: '12.50' };

/** Drops an invoice and gives its result, as it went out. */
async function match(site: TestSite, number: string, orderRef: string, lines: UblLine[] = [UNKNOWN]) {
  await dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, orderRef, lines }));
  await once(site);
  const results = (await readOutbox(site, 'visma')).map((one) => one.content as unknown as OrderMatchResult);
  const result = results.find((one) => one.supplierInvoice.invoiceNo === number);
  if (result === undefined) throw new Error(`no result for ${number}`);
  return result;
}

/** What the operator's actions on an invoice do for learned links, in a transaction of their own. */
async function inLedger(
  site: TestSite,
  documentId: string,
  changesOf: (
    content: SupplierInvoiceContent,
    facts: Awaited<ReturnType<typeof gatherOrderMatchFacts>>,
  ) => ReturnType<typeof learn>,
): Promise<void> {
  const clock = systemClock(null);
  const ledger = await openLedger({ file: join(site.dir, 'state', 'ledger.db'), clock, newId });
  try {
    await inTransaction(ledger, async (transaction) => {
      const content = (await transaction.document('supplier-invoice', documentId))?.content as SupplierInvoiceContent;
      const facts = await gatherOrderMatchFacts(content.invoice, transaction, settings(), documentId);
      await transaction.apply(changesOf(content, facts), 'user:kari', clock.now(), null);
    });
  } finally {
    await ledger.close();
  }
}

const context = (documentId: string) => ({ documentId, author: 'kari', now: '2026-11-21T18:17:00.000Z' });

/** The operator links the line of X-1 to a product. */
const linkByHand = (site: TestSite, documentId: string, productNo: string) =>
  inLedger(site, documentId, ({ invoice }, facts) => {
    const line = invoice.lines.find((one) => one.sellersItemId === 'X-1');
    if (line === undefined) throw new Error('no line of X-1');
    return learn({ supplierNo: '50001', line, productNo }, facts, context(documentId));
  });

async function looked<T>(site: TestSite, look: (open: Awaited<ReturnType<typeof openSite>>) => Promise<T>): Promise<T> {
  const open = await openSite(site.dir);
  try {
    return await look(open);
  } finally {
    await open.close();
  }
}

const codes = (result: OrderMatchResult) => result.reasons.map(({ code }) => code);

async function siteThatLearned(): Promise<{ site: TestSite; taughtOn: string }> {
  const site = await siteWithWorld();
  await dropFile(site, 'visma', 'orders.json', canonicalFile(ORDERS));
  const lines: UblLine[] = [
    { sku: 'A-100', quantity: '10', price: '100.00' },
    { sku: 'X-1', quantity: '1', price: '5.00' },
    { sku: 'C-300', quantity: '20', price: '12.50' },
  ];
  const unknown = await match(site, 'L20', '1001', lines);
  expect([unknown.status.code, codes(unknown)]).toEqual([9, ['PRODUCT_UNKNOWN']]);
  expect(unknown.orders[0]?.lines.map((line) => line.lineNo)).toEqual([1, 3]);
  expect([unknown.receipt, unknown.proposals]).toEqual([null, []]);
  await linkByHand(site, unknown.documentId, 'C');
  return { site, taughtOn: unknown.documentId };
}

describe('P14: what an operator taught', () => {
  it('is used with its reason: first held for a person, then automatic, until it is revoked', async () => {
    const { site, taughtOn } = await siteThatLearned();
    const first = await match(site, 'F-1', '2001');
    expect([first.status.code, codes(first)]).toEqual([8, ['LEARNED_LINK_UNCONFIRMED', 'LEARNED_LINK']]);
    expect(first.links).toMatchObject([{ orderNo: '2001', evidence: [`learned-link:${X1}`, 'price', 'quantity'] }]);
    expect(first.deliveryAlternativeProposals).toMatchObject([{ productNo: 'C', supplierProductNo: 'X-1' }]);

    await inLedger(site, first.documentId, ({ result }, facts) =>
      confirmLearned(result, facts.learned, context(first.documentId)),
    );
    const second = await match(site, 'F-2', '2002');
    expect([second.status.code, codes(second)]).toEqual([1, ['LEARNED_LINK']]);
    expect((await readAcks(site)).get('F-2.xml')).toMatchObject([{ outcome: 'accepted' }]);

    const shown = await looked(site, (open) => showDocument(open, 'learned-link', X1));
    if (shown.kind !== 'learned-link') throw new Error('not a learned link');
    expect(shown.content).toMatchObject({
      learnedBy: 'kari',
      learnedFrom: taughtOn,
      confirmedTimes: 1,
      status: 'confirmed',
    });
    expect(shown.touched).toMatchObject({
      total: 2,
      newest: [
        { number: 'F-2', status: '1' },
        { number: 'F-1', status: '8' },
      ],
    });
    expect(shown.allowedActions).toEqual(['learned-link confirm', 'learned-link revoke']);

    const outcome = await performAction(site.dir, { action: 'learned-link-revoke', key: X1 }, ACTOR);
    expect(outcome).toMatchObject({ done: true, data: { touched: { total: 2 } } });
    expect(outcome.message).toMatch(/revoked.*2 invoice\(s\).*F-2 \(status 1\), F-1 \(status 8\)/);
    const third = await match(site, 'F-3', '2003');
    expect([third.status.code, codes(third)]).toEqual([9, ['PRODUCT_UNKNOWN']]);

    const after = await looked(site, (open) => showDocument(open, 'learned-link', X1));
    if (after.kind !== 'learned-link') throw new Error('not a learned link');
    expect(after.allowedActions).toEqual([]);
    expect((after.content as LearnedLink).revoked).toMatchObject({ by: 'kari', reason: ACTOR.reason });
    expect(after.history.map(({ event, by, to }) => [event, by, to])).toEqual([
      ['learn', 'user:kari', 'unconfirmed'],
      ['confirm', 'user:kari', 'confirmed'],
      ['revoke', 'user:kari', 'revoked'],
    ]);
    const again = await performAction(site.dir, { action: 'learned-link-revoke', key: X1 }, ACTOR);
    expect(again).toMatchObject({ done: false, code: 'ACTION_REFUSED' });
  });

  it('can be confirmed without receiving a document; nothing else than a whole key does it', async () => {
    const { site } = await siteThatLearned();
    const short = await performAction(site.dir, { action: 'learned-link-confirm', key: X1.slice(0, -2) }, ACTOR);
    expect(short).toMatchObject({ done: false, code: 'NOT_FOUND' });
    expect(await performAction(site.dir, { action: 'learned-link-confirm', key: X1 }, ACTOR)).toMatchObject({
      done: true,
    });
    expect((await match(site, 'F-1', '2001')).status.code).toBe(1);
  });

  it('a contradiction is shown, never overwritten: neither is used until one is revoked', async () => {
    const { site, taughtOn } = await siteThatLearned();
    await linkByHand(site, taughtOn, 'B');
    const B = '50001/sellers-item-id/x-1/B/1';
    const alerts = await looked(site, (open) => open.ledger.openAlerts());
    expect(alerts).toMatchObject([{ code: 'LEARNED_LINKS_CONTRADICT', subject: { kind: 'learned-link', key: B } }]);
    const held = await match(site, 'F-1', '2001');
    expect([held.status.code, codes(held), held.links]).toEqual([9, ['LEARNED_LINKS_CONTRADICT'], []]);
    expect(held.reasons[0]?.actual).toBe(`${B}, ${X1}`);

    const listed = await looked(site, (open) =>
      listDocuments(open, 'learned-link', 'status:unconfirmed supplier:50001', {
        limit: 10,
        offset: 0,
        now: '2026-11-21T18:17:00.000Z',
      }),
    );
    expect(listed.rows.map((row) => row['key'])).toEqual([B, X1]);
    await performAction(site.dir, { action: 'learned-link-revoke', key: B }, ACTOR);
    // The contradiction is over, and F-1, which it held, may be run again.
    expect((await looked(site, (open) => open.ledger.openAlerts())).map(({ code }) => code)).toEqual([
      'RUN_AGAIN_OFFERED',
    ]);
    expect((await match(site, 'F-2', '2002')).status.code).toBe(8);
    const touched = await looked(site, (open) =>
      listDocuments(open, 'supplier-invoice', `learned:${X1}`, {
        limit: 10,
        offset: 0,
        now: '2026-11-21T18:17:00.000Z',
      }),
    );
    expect(touched.rows.map((row) => row['number'])).toEqual(['F-2']);
  });

  it('ends where Visma takes it over: the number is then master data', async () => {
    const { site } = await siteThatLearned();
    const taken = { document: 'delivery-alternative', supplierNo: '50001', productNo: 'C', supplierProductNo: 'X-1' };
    await dropFile(site, 'visma', 'alternatives.json', canonicalFile([taken]));
    const result = await match(site, 'F-1', '2001');
    expect([result.status.code, codes(result), result.deliveryAlternativeProposals]).toEqual([1, [], undefined]);
  });
});
