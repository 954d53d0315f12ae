import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import type { AlertRecord } from '../../src/domain/records.ts';
import { type AffectedInvoice, affectedInvoices } from '../../src/service/run-again/affected-invoices.ts';
import { matchInvoicesAgain } from '../../src/service/run-again/match-again.ts';
import { doAction } from '../../src/service/do-action.ts';
import { openSite } from '../../src/service/open-site.ts';
import { performAction } from '../../src/service/operator-actions.ts';
import { showDocument } from '../../src/service/show-document.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { whatIf } from '../../src/service/what-if.ts';
import { canonicalFile, purchaseOrder, type WorldDocument } from '../support/base-world.ts';
import { invoiceFile, once, siteWithWorld } from '../support/run-in-process.ts';
import { openSession } from '../support/session-in-process.ts';
import { dropFile, readOutbox, type TestSite, writeSettings } from '../support/site.ts';
import { SUPPLIER } from '../support/ubl-invoice.ts';

const ACTOR = { user: 'kari', reason: 'master data corrected' };
const A = { sku: 'A-100', quantity: '1', price: '100.00' };
const QUIET = (): void => undefined;
const WIDE = { company: { tolerancePercent: '20', orderProcessing: { automaticReceipt: true } } };
const NARROW = { company: { tolerancePercent: '0', orderProcessing: { automaticReceipt: true } } };

async function invoice(site: TestSite, number: string, more: Parameters<typeof invoiceFile>[0] = {}): Promise<void> {
  await dropFile(site, 'invoices', `${number}.xml`, invoiceFile({ number, lines: [A], ...more }));
}

async function visma(site: TestSite, name: string, ...documents: WorldDocument[]): Promise<void> {
  await dropFile(site, 'visma', name, canonicalFile(documents));
  await once(site);
}

/** F-1 and F-2 cost more than ordered, F-3 has an unknown item, F-4 is completed. */
async function siteThatWaits(settings: Record<string, unknown> = NARROW): Promise<TestSite> {
  const site = await siteWithWorld(settings);
  await invoice(site, 'F-1', { lines: [{ ...A, price: '110.00' }] });
  await invoice(site, 'F-2', { lines: [{ ...A, price: '130.00' }] });
  await invoice(site, 'F-3', { lines: [{ ...A, sku: 'NEW-1' }] });
  await invoice(site, 'F-4');
  await once(site);
  return site;
}

async function affected(site: TestSite, query = '', tried: string[] = []): Promise<AffectedInvoice[]> {
  const open = await openSite(site.dir);
  try {
    const conditions = await whatIf(site.dir, open.settings, tried);
    return (await affectedInvoices(open, query, { ...conditions, now: '2026-11-21T12:00:00.000Z' })).affected;
  } finally {
    await open.close();
  }
}

const short = ({ invoiceNo, statusNow, statusThen }: AffectedInvoice) => `${invoiceNo} ${statusNow}>${statusThen}`;

async function told(site: TestSite): Promise<string[]> {
  const all = (await readOutbox(site, 'visma')).map(({ content }) => content as unknown as OrderMatchResult);
  return all.map((one) => `${one.supplierInvoice.invoiceNo} ${one.revision} ${one.status.code}`);
}

async function offers(site: TestSite): Promise<AlertRecord[]> {
  const open = await openSite(site.dir);
  try {
    return (await open.ledger.openAlerts()).filter(({ code }) => code === 'RUN_AGAIN_OFFERED');
  } finally {
    await open.close();
  }
}

const again = (site: TestSite, only: 'affected' | 'all' = 'affected', query = '') =>
  matchInvoicesAgain(site.dir, { only, query }, ACTOR, null, QUIET);

describe('which waiting invoices would come out otherwise', () => {
  it('none while nothing has changed, and nothing is written by looking', async () => {
    const site = await siteThatWaits();
    const before = await told(site);
    expect(await affected(site)).toEqual([]);
    expect(await told(site)).toEqual(before);
    expect(await offers(site)).toEqual([]);
  });

  it('with another setting: those that it concerns, with what goes and what comes', async () => {
    const site = await siteThatWaits();
    const [first, ...others] = await affected(site, '', ['company.tolerancePercent=15']);
    expect(first).toMatchObject({
      ...{ invoiceNo: 'F-1', supplierNo: '50001', supplier: SUPPLIER.name, statusNow: 4, statusThen: 1 },
      ...{ reasonsGone: [{ code: 'OUTSIDE_TOLERANCE', at: '1001/1' }], reasonsNew: [], otherFigures: true },
    });
    // F-2 is outside still; the limit that its reason states is another one.
    expect(others.map(short)).toEqual(['F-2 4>4']);
    expect(others[0]?.reasonsNew).toMatchObject([{ code: 'OUTSIDE_TOLERANCE' }]);
  });

  it('with what a supplier would have of its own, and under a query', async () => {
    const site = await siteThatWaits();
    const tried = ['supplier.tolerancePercent=50'];
    expect((await affected(site, '', tried)).map(short)).toEqual(['F-1 4>1', 'F-2 4>1']);
    expect((await affected(site, 'F-2', tried)).map(short)).toEqual(['F-2 4>1']);
    expect(await affected(site, 'status:9', tried)).toEqual([]);
    await expect(affected(site, 'nonsense:1')).rejects.toMatchObject({ code: 'WRONG_USE' });
  });

  it('not what is in a person’s hands', async () => {
    const site = await siteThatWaits();
    await performAction(site.dir, { action: 'invoice-update', key: '50001/F-1' }, ACTOR);
    expect((await affected(site, '', ['company.tolerancePercent=50'])).map(short)).toEqual(['F-2 4>1']);
  });
});

describe('corrected master data and settings offer a run again', () => {
  it('a delivery alternative that was missing: offered, listed, run, and the offer is taken back', async () => {
    const site = await siteThatWaits();
    const alternative = { document: 'delivery-alternative', supplierNo: '50001', productNo: 'C' };
    await visma(site, 'alternative.json', { ...alternative, supplierProductNo: 'NEW-1' });
    expect(await offers(site)).toMatchObject([{ severity: 'warning', subject: { kind: 'order-match' } }]);
    expect((await affected(site)).map(short)).toEqual(['F-3 9>4']); // 100.00 for what costs 12.50
    expect(await again(site)).toMatchObject({ matched: 1, refused: [], changed: [{ status: 4 }], stillAffected: 0 });
    expect(await offers(site)).toEqual([]);
    expect((await told(site)).at(-1)).toBe('F-3 2 4');
    expect(await again(site)).toMatchObject({ matched: 0, changed: [] });
  });

  it('settings that changed between two runs', async () => {
    const site = await siteThatWaits();
    await once(site);
    expect(await offers(site)).toEqual([]);
    await writeSettings(site, WIDE);
    await once(site);
    expect(await offers(site)).toHaveLength(1);
    expect((await affected(site)).map(short)).toEqual(['F-1 4>1', 'F-2 4>4']);
    const done = await again(site);
    expect(done).toMatchObject({ matched: 2, stillAffected: 0 });
    expect((await told(site)).slice(-2)).toEqual(['F-1 2 1', 'F-2 2 4']);
    await writeSettings(site, { ...WIDE, retention: { logs: '30 days' } });
    await once(site);
    expect(await offers(site)).toEqual([]); // decides nothing
  });

  it('is not offered where nothing waits', async () => {
    const site = await siteWithWorld();
    await invoice(site, 'F-1');
    await once(site);
    await visma(site, 'product.json', { document: 'product', productNo: 'D', unit: 'H87' });
    expect(await offers(site)).toEqual([]);
  });
});

describe('many invoices matched again', () => {
  it('each with an audit row of its own, and in the order in which they came', async () => {
    const site = await siteThatWaits();
    await writeSettings(site, WIDE);
    expect(await again(site, 'all')).toMatchObject({ matched: 3, changed: [{ status: 1 }, { status: 4 }] });
    const open = await openSite(site.dir);
    for (const key of ['50001/F-1', '50001/F-2', '50001/F-3']) {
      const { history } = (await showDocument(open, 'supplier-invoice', key)) as ShownSupplierInvoice;
      expect(history.filter(({ event }) => event === 'match')).toMatchObject([
        { by: 'user:kari', reason: ACTOR.reason },
      ]);
    }
    await open.close();
  });

  it('under a query only those; nobody looks at the others, and the offer stays', async () => {
    const site = await siteThatWaits();
    await writeSettings(site, WIDE);
    await once(site);
    expect(await again(site, 'all', 'F-1')).toMatchObject({ matched: 1, stillAffected: null });
    expect(await offers(site)).toHaveLength(1);
    expect((await affected(site)).map(short)).toEqual(['F-2 4>4']);
  });

  it('passes over what somebody has dealt with meanwhile', async () => {
    const site = await siteThatWaits();
    const [first] = await affected(site, '', ['company.tolerancePercent=50']);
    await performAction(site.dir, { action: 'invoice-reject', key: '50001/F-1' }, ACTOR);
    const asked = { action: 'invoices-match' as const, keys: [first?.key ?? ''], last: false };
    expect(await performAction(site.dir, asked, ACTOR)).toMatchObject({
      done: true,
      data: { matched: 0, refused: [{ key: first?.key, code: 'ACTION_REFUSED' }] },
    });
  });

  it('a kill between two: the first is done, the second is not, and giving the command again does the rest once', async () => {
    const site = await siteThatWaits();
    await writeSettings(site, { company: { ...WIDE.company, tolerancePercent: '50' } });
    const keys = (await affected(site)).map(({ key }) => key);
    const { session, desk, close } = await openSession(site);
    const { visma } = session.path.outboxes;
    const stage = visma.stage.bind(visma);
    let staged = 0;
    Object.assign(visma, {
      stage: (...of: Parameters<typeof stage>) => {
        staged += 1;
        return staged === 2 ? Promise.reject(new Error('killed')) : stage(...of);
      },
    });
    await expect(doAction(session, desk, { action: 'invoices-match', keys, last: false }, ACTOR)).rejects.toThrow(
      'killed',
    );
    await close();
    await once(site);
    expect((await told(site)).slice(4)).toEqual(['F-1 2 1']);
    expect(await again(site)).toMatchObject({ matched: 1, refused: [], stillAffected: 0 });
    expect((await told(site)).slice(4)).toEqual(['F-1 2 1', 'F-2 2 1']);
  });

  it('one order that is used up: what fits is completed first come, first served', async () => {
    const site = await siteWithWorld(NARROW);
    await visma(
      site,
      'o.json',
      purchaseOrder('1002', [{ lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' }]),
    );
    for (const number of ['F-1', 'F-2'])
      await invoice(site, number, { orderRef: '1002', lines: [{ ...A, quantity: '6', price: '110.00' }] });
    await once(site);
    await writeSettings(site, WIDE);
    await again(site);
    expect((await told(site)).slice(2)).toEqual(['F-1 2 1', 'F-2 2 4']);
  });
});
