import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, LinkState } from '../../src/domain/decision.ts';
import type { Ledger, LedgerTransaction } from '../../src/pipeline/ledger-port.ts';
import { auditChange, link, newLedger, NOW, putDocument } from './ledger-fixture.ts';

/** What a ledger promises to remember, as plainly as it can be said. */
interface Model {
  documents: Map<string, { content: unknown; orders: string[] }>;
  links: Map<string, LinkState[]>;
  alerts: Map<string, string>;
  events: string[];
  numbers: number;
}

const KEYS = ['A', 'B', 'C'];
const ORDERS = ['PO-1', 'PO-2'];
const key = fc.constantFrom(...KEYS);
const orders = fc.array(fc.constantFrom(...ORDERS), { maxLength: 3 });

type Step =
  | { do: 'document'; key: string; content: unknown; orders: string[] }
  | { do: 'links'; key: string; orders: string[] }
  | { do: 'raise' | 'clear'; key: string; text: string }
  | { do: 'audit'; event: string }
  | { do: 'number' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('document' as const), key, content: fc.jsonValue(), orders }),
  fc.record({ do: fc.constant('links' as const), key, orders }),
  fc.record({ do: fc.constantFrom('raise' as const, 'clear' as const), key, text: fc.string() }),
  fc.record({ do: fc.constant('audit' as const), event: fc.string({ minLength: 1 }) }),
  fc.record({ do: fc.constant('number' as const) }),
);
/** A transaction: savepoints with their steps, each kept or thrown away, and all of it committed or not. */
const transaction = fc.record({
  works: fc.array(fc.record({ steps: fc.array(step, { maxLength: 6 }), keep: fc.boolean() }), { maxLength: 4 }),
  end: fc.constantFrom('commit' as const, 'commit' as const, 'rollback' as const, 'reopen' as const),
});

function changeOf(one: Exclude<Step, { do: 'number' }>): Change {
  if (one.do === 'audit') return auditChange('story', one.event);
  if (one.do === 'links') {
    return {
      change: 'put-links',
      documentId: one.key,
      links: one.orders.map((orderNo) => link({ documentId: one.key, orderNo })),
    };
  }
  if (one.do === 'document') {
    return putDocument({
      key: one.key,
      content: one.content,
      indexes: one.orders.map((value) => ({ name: 'order', value })),
    });
  }
  return { change: `${one.do}-alert`, code: 'POISON', subject: { kind: 'file', key: one.key }, text: one.text };
}

function applyToModel(model: Model, one: Step): void {
  if (one.do === 'document') model.documents.set(one.key, { content: one.content, orders: one.orders });
  if (one.do === 'links')
    model.links.set(
      one.key,
      one.orders.map((orderNo) => link({ documentId: one.key, orderNo })),
    );
  if (one.do === 'raise' && !model.alerts.has(one.key)) model.alerts.set(one.key, one.text);
  if (one.do === 'clear') model.alerts.delete(one.key);
  if (one.do === 'audit') model.events.push(one.event);
  if (one.do === 'number') model.numbers += 1;
}

async function work(open: LedgerTransaction, steps: Step[], keep: boolean): Promise<void> {
  await open.savepoint(async () => {
    for (const one of steps)
      await (one.do === 'number' ? open.nextNumber('output') : open.apply([changeOf(one)], 'user:a', NOW, null));
    if (!keep) throw new Error('thrown away');
  });
}

async function compare(ledger: Ledger, model: Model): Promise<void> {
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  const stored = await ledger.read.documents('supplier-invoice', KEYS);
  expect(Object.fromEntries(stored.map((one) => [one.key, one.content]))).toEqual(
    Object.fromEntries([...model.documents].map(([name, { content }]) => [name, json(content)])),
  );
  for (const order of ORDERS) {
    const found = await ledger.read.documentsByIndex('supplier-invoice', 'order', [order]);
    const expected = KEYS.filter((name) => model.documents.get(name)?.orders.includes(order));
    expect(found.map((one) => one.key).sort()).toEqual(expected);
    const ofOrder = (all: LinkState[]) => all.filter(({ orderNo }) => orderNo === order).length;
    expect((await ledger.read.linksOfOrders([order])).length).toBe(
      [...model.links.values()].map(ofOrder).reduce((a, b) => a + b, 0),
    );
  }
  for (const name of KEYS) expect(await ledger.read.linksOfDocument(name)).toEqual(model.links.get(name) ?? []);
  expect(Object.fromEntries((await ledger.read.openAlerts()).map((one) => [one.subject.key, one.text]))).toEqual(
    Object.fromEntries(model.alerts),
  );
  const story = await ledger.read.auditOf({ kind: 'supplier-invoice', key: 'story' });
  expect(story.map(({ event }) => event)).toEqual(model.events);
  expect(await ledger.check('full')).toEqual([]);
}

test('whatever is written, thrown away, undone and reopened: the ledger remembers what a plain model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { maxLength: 5 }), async (transactions) => {
      const site = await newLedger();
      let model: Model = { documents: new Map(), links: new Map(), alerts: new Map(), events: [], numbers: 0 };
      for (const { works, end } of transactions) {
        const open = await site.ledger.begin();
        const next = structuredClone(model);
        for (const { steps, keep } of works) {
          await work(open, steps, keep).catch(() => undefined);
          if (keep) for (const one of steps) applyToModel(next, one);
        }
        if (end === 'commit') {
          await open.commit();
          model = next;
        } else if (end === 'rollback') await open.rollback();
        else await site.reopen();
        await compare(site.ledger, model);
      }
      const open = await site.ledger.begin();
      expect(await open.nextNumber('output')).toBe(model.numbers + 1);
      await open.rollback();
      await site.ledger.close();
    }),
    { numRuns: 40 },
  );
});
