import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LinkState, ReadDocument } from '../../src/domain/decision.ts';
import type { PurchaseOrder } from '../../src/domain/documents.generated.ts';
import { decimal, sum } from '../../src/domain/decimal.ts';
import type { Ledger, LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import type { Path } from '../../src/pipeline/path.ts';
import { decideDocument } from '../../src/pipeline/steps/decide-document.ts';
import { processInvoice } from '../../src/pipeline/steps/process-invoice.ts';
import { MOST_WOKEN, type Woken, wakeOthers } from '../../src/pipeline/steps/wake-others.ts';
import type { SupplierInvoiceContent } from '../../src/rules/order-match/order-match-facts.ts';
import type { ProcessingAction } from '../../src/rules/order-match/processings/processing.ts';
import { committed, newLedger } from '../ledger/ledger-fixture.ts';
import { invoice } from '../rules/invoice-in-words.ts';
import { alternatives, order, products, settings, supplier } from '../rules/order-match-world.ts';
import { PROPERTY_TIMEOUT, propertyRuns } from '../support/property-runs.ts';

/** What happens to one order line of product A, in any order. */
type Step =
  | { do: 'invoice'; quantity: number; price: string }
  | { do: 'order'; quantity: number; price: string; cancelled: boolean; currency: 'NOK' | 'EUR' }
  | { do: ProcessingAction; which: number };

const PRICES = fc.constantFrom('100.00', '100.10', '120.00');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('invoice' as const),
      quantity: fc.integer({ min: 1, max: 9 }),
      price: PRICES,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('order' as const),
      quantity: fc.integer({ min: 1, max: 20 }),
      price: PRICES,
      cancelled: fc.boolean(),
      currency: fc.constantFrom('NOK' as const, 'EUR' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom<ProcessingAction>('match', 'update', 'receive', 'reject'),
      which: fc.nat(5),
    }),
  },
);

const RULES = { ...settings(), site: { name: 'x', timeZone: 'Europe/Oslo', language: 'en', currency: 'NOK' } };
const PATH = { settings: () => RULES } as unknown as Path;

/** A small site: its ledger, and a clock that goes on with each step. */
class World {
  readonly #ledger: Ledger;
  #tick = 0;
  readonly invoices: string[] = [];

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  account() {
    this.#tick += 1;
    const now = new Date(Date.UTC(2026, 10, 21, 8, 0, this.#tick)).toISOString();
    return { id: 'file', sequence: this.#tick, now, by: 'file:file', replayOf: null };
  }

  work<T>(does: (transaction: LedgerTransaction) => Promise<T>): Promise<T> {
    return committed(this.#ledger, does);
  }

  async take(document: ReadDocument): Promise<void> {
    await this.work((transaction) => decideDocument(PATH, transaction, document, this.account()));
  }

  /** Gives who was decided again, and how many were left. */
  async changeOrder(content: PurchaseOrder): Promise<Woken> {
    return this.work(async (transaction) => {
      const account = this.account();
      const document: ReadDocument = { kind: 'purchase-order', key: content.orderNo, content, at: {} };
      const { changes } = await decideDocument(PATH, transaction, document, account);
      if (!changes.some(({ change }) => change === 'put-document')) return { woken: [], left: 0 };
      return wakeOthers(PATH, transaction, { by: [], orderNos: [content.orderNo], numbers: [] }, account);
    });
  }

  async act(action: ProcessingAction, which: number): Promise<void> {
    const key = this.invoices[which % Math.max(this.invoices.length, 1)];
    if (key === undefined) return;
    const request = { action, lines: [], by: 'user:kari', reason: 'x' };
    await this.work((transaction) => processInvoice(PATH, transaction, key, request, this.account()));
  }

  async state(): Promise<Map<string, { content: SupplierInvoiceContent; links: LinkState[] }>> {
    const state = new Map();
    for (const key of this.invoices) {
      const content = (await this.#ledger.read.document('supplier-invoice', key))?.content;
      state.set(key, { content, links: await this.#ledger.read.linksOfDocument(key) });
    }
    return state;
  }
}

async function newWorld(): Promise<World> {
  const { ledger } = await newLedger();
  const world = new World(ledger);
  for (const content of [supplier(), ...products(), ...alternatives()]) {
    const { document: kind } = content;
    const of = content as unknown as Record<string, string>;
    const key =
      kind === 'supplier'
        ? of['supplierNo']
        : kind === 'product'
          ? of['productNo']
          : `${of['supplierNo']}/${of['productNo']}`;
    await world.take({ kind, key: key ?? '', content, at: {} });
  }
  return world;
}

/** What must stay whatever happens to the order: settled documents, and every receipt. */
function settled(state: Awaited<ReturnType<World['state']>>) {
  return [...state].filter(([, { content }]) => [1, 2, 5, 6].includes(content.result.status.code));
}

it(
  'however an order changes: settled documents stay, no receipt is lost, and nothing is received by itself beyond the order',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const world = await newWorld();
        await world.changeOrder(order('1001', [{ p: 'A', q: '10', pr: '100.00' }]) as PurchaseOrder);
        for (const one of steps) {
          const before = await world.state();
          if (one.do === 'invoice') {
            const number = `F-${world.invoices.length + 1}`;
            const lines = [{ sku: 'A-100', q: String(one.quantity), pr: one.price }];
            await world.take({
              kind: 'supplier-invoice',
              key: number,
              content: invoice({ number, ref: '1001', lines }),
              at: {},
            });
            world.invoices.push(number);
          } else if (one.do === 'order') {
            const { quantity, price, cancelled, currency } = one;
            const plain = order('1001', [{ p: 'A', q: String(quantity), pr: price }]) as PurchaseOrder;
            await world.changeOrder({ ...plain, cancelled, currency });
            const after = await world.state();
            for (const [key, known] of settled(before)) expect(after.get(key)).toEqual(known);
            const automatic = [...after].filter(
              ([key, { content }]) =>
                content.result.status.code === 1 && before.get(key)?.content.result.status.code !== 1,
            );
            const received = [...after.values()].flatMap(({ links }) =>
              links.filter(({ state }) => state === 'received'),
            );
            if (automatic.length > 0)
              expect(sum(received.map((link) => decimal(link.quantity))).toNumber()).toBeLessThanOrEqual(quantity);
          } else {
            await world.act(one.do, one.which);
          }
          const after = await world.state();
          for (const [key, { links }] of before)
            for (const link of links.filter(({ state }) => state === 'received'))
              expect(after.get(key)?.links).toContainEqual(link);
        }
      }),
      propertyRuns(60),
    );
  },
  PROPERTY_TIMEOUT,
);

it(
  'one file decides so many again and no more, the first that came; the others are counted',
  async () => {
    const world = await newWorld();
    await world.changeOrder(order('1001', [{ p: 'A', q: '10', pr: '100.00' }]) as PurchaseOrder);
    const lines = [{ sku: 'A-100', q: '1', pr: '120.00' }];
    for (let n = 1; n <= MOST_WOKEN + 2; n += 1) {
      const number = `F-${n}`;
      await world.take({
        kind: 'supplier-invoice',
        key: number,
        content: invoice({ number, ref: '1001', lines }),
        at: {},
      });
    }
    const { woken, left } = await world.changeOrder(
      order('1001', [{ p: 'A', q: '10', pr: '120.00' }]) as PurchaseOrder,
    );
    expect([woken.length, left]).toEqual([MOST_WOKEN, 2]);
    expect(woken.filter(({ status }) => status === '1').map(({ key }) => key)).toEqual(
      Array.from({ length: 10 }, (_, place) => `F-${place + 1}`), // what was never open is reserved by nobody
    );
  },
  PROPERTY_TIMEOUT,
);
