import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText } from '../../src/domain/decimal.ts';
import type { LinkState } from '../../src/domain/decision.ts';
import { openConnection } from '../../src/ledger/connection.ts';
import { knownOrderUse, orderUseReader } from '../../src/ledger/known-order-use.ts';
import { linkReader } from '../../src/ledger/link-reader.ts';
import { linkWriter } from '../../src/ledger/link-writer.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { orderLineUse } from '../../src/rules/order-match/order-line-use.ts';
import { applied, link, newLedger, NOW } from './ledger-fixture.ts';

const DOCUMENTS = ['D1', 'D2', 'D3', 'D4'];
const ORDERS = ['PO-1', 'PO-2'];
const LINES = [1, 2];
const instant = fc.nat(4).map((minute) => `2026-11-21T18:0${minute}:00.000Z`);
const asOf = fc.constantFrom(undefined, '2026-11-21T18:02:00Z', '2026-11-21T20:03:00+02:00');
const someDocuments = fc.subarray(DOCUMENTS);

const linkOf = (documentId: string): fc.Arbitrary<LinkState> =>
  fc.record(
    {
      documentId: fc.constant(documentId),
      invoiceLineId: fc.constantFrom('1', '2'),
      orderNo: fc.constantFrom(...ORDERS),
      orderLineNo: fc.constantFrom(...LINES),
      quantity: fc.constantFrom('0', '1', '-2', '0.1', '1000000000000.000001'),
      amount: fc.constantFrom('10.00', '-3.3'),
      price: fc.constant('1'),
      kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
      state: fc.constantFrom('pending' as const, 'received' as const, 'released' as const),
      receivedAt: instant,
    },
    {
      requiredKeys: [
        'documentId',
        'invoiceLineId',
        'orderNo',
        'orderLineNo',
        'quantity',
        'amount',
        'price',
        'kind',
        'state',
      ],
    },
  );

const put = fc.constantFrom(...DOCUMENTS).chain((documentId) =>
  fc.record({
    do: fc.constant('put' as const),
    documentId: fc.constant(documentId),
    links: fc.array(linkOf(documentId), { maxLength: 4 }),
  }),
);
const ask = fc.record({ do: fc.constant('ask' as const), asOf, apart: someDocuments, dropped: someDocuments });
const turn = fc.record({ do: fc.constantFrom('begin' as const, 'undo' as const, 'keep' as const) });
const steps = fc.array(fc.oneof(put, ask, turn), { maxLength: 40, size: 'max' });

/** The use of every line, in words that can be compared. */
function useOfLines(links: readonly LinkState[], orderAsOf: string | undefined) {
  return ORDERS.flatMap((orderNo) =>
    LINES.map((lineNo) => {
      const ofLine = links.filter((one) => one.orderNo === orderNo && one.orderLineNo === lineNo);
      const line = { lineNo, productNo: 'P', quantity: '10', price: '1', invoicedQuantity: '0.5' };
      const { invoiced, reserved, reservedReturn, lastReceivedAt } = orderLineUse(line as never, orderAsOf, ofLine);
      return [orderNo, lineNo, ...[invoiced, reserved, reservedReturn].map(decimalText), lastReceivedAt];
    }),
  );
}

test('whatever is linked, released, received and undone: sums give the rules the same use of every line as the links', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(2, 1000), (all, most) => {
      const connection = openConnection('', 'memory');
      migrate(connection, ':memory:');
      const links = linkReader(connection);
      const known = knownOrderUse(links, most);
      const writer = linkWriter(connection, known.written);
      const heads: number[] = [];
      connection.exec('BEGIN');
      for (const one of all) {
        if (one.do === 'put') writer.putLinks(one.documentId, one.links);
        else if (one.do === 'begin') {
          connection.exec('SAVEPOINT work');
          heads.push(known.log.head());
        } else if (one.do === 'ask') {
          const orders = ORDERS.map((orderNo) => (one.asOf === undefined ? { orderNo } : { orderNo, asOf: one.asOf }));
          const dropped = one.dropped.filter((documentId) => one.apart.includes(documentId));
          const counted = (found: LinkState[]) => found.filter(({ documentId }) => !dropped.includes(documentId));
          const expected = useOfLines(counted(links.linksOfOrders(ORDERS)), one.asOf);
          for (const reader of [known, orderUseReader(links)]) {
            const found = reader.useOfOrders(orders, one.apart);
            expect(useOfLines(counted(found), one.asOf)).toEqual(expected);
            const apart = (documentId: string) => links.linksOfDocument(documentId);
            for (const documentId of one.apart)
              expect(found.filter((of) => of.documentId === documentId)).toEqual(
                ORDERS.flatMap((orderNo) => apart(documentId).filter((of) => of.orderNo === orderNo)),
              );
          }
        } else if (heads.length > 0) {
          const head = heads.pop() ?? 0;
          connection.exec(one.do === 'undo' ? 'ROLLBACK TO work; RELEASE work' : 'RELEASE work');
          if (one.do === 'undo') known.log.restore(head);
        }
      }
      connection.close();
    }),
    { numRuns: 300 },
  );
});

test('an order that thousands of invoices were received on answers with a handful of sums, and reads its links once', () => {
  const connection = openConnection('', 'memory');
  migrate(connection, ':memory:');
  const reader = linkReader(connection);
  let readings = 0;
  const known = knownOrderUse({
    ...reader,
    linksOfOrders(orderNos) {
      readings += 1;
      return reader.linksOfOrders(orderNos);
    },
  });
  const writer = linkWriter(connection, known.written);
  const order = { orderNo: 'PO-1', asOf: '2026-11-21T18:00:00Z' };
  for (let number = 0; number < 2000; number += 1) {
    const documentId = `D${number}`;
    expect(known.useOfOrders([order], [documentId]).length).toBeLessThanOrEqual(2);
    const state = number % 2 === 0 ? 'pending' : 'received';
    const receipt = state === 'received' ? { receivedAt: NOW } : {};
    writer.putLinks(documentId, [link({ documentId, orderNo: 'PO-1', quantity: '0.1', state, ...receipt })]);
  }
  expect(known.useOfOrders([order], []).map(({ state, quantity, amount }) => [state, quantity, amount])).toEqual([
    ['pending', '100', '1000000'],
    ['received', '100', '1000000'],
  ]);
  expect(readings).toBe(1);
  connection.close();
});

test('a sum that has more digits than a decimal may have is not made: the links come one by one', () => {
  const connection = openConnection('', 'memory');
  migrate(connection, ':memory:');
  const links = linkReader(connection);
  const long = [`1${'0'.repeat(50)}`, `0.${'0'.repeat(49)}1`].map((quantity) =>
    link({ documentId: 'D1', orderNo: 'PO-1', quantity }),
  );
  linkWriter(connection, () => undefined).putLinks('D1', long);
  expect(orderUseReader(links).useOfOrders([{ orderNo: 'PO-1' }], [])).toEqual(long);
  connection.close();
});

test('transactions see their own links in the use of an order, and a rollback takes them back', async () => {
  const { ledger } = await newLedger();
  const orders = [{ orderNo: 'PO-1' }];
  const change = (documentId: string) => ({
    change: 'put-links' as const,
    documentId,
    links: [link({ documentId, orderNo: 'PO-1', quantity: '3' })],
  });
  await applied(ledger, [change('D1')]);
  const quantities: (string | undefined)[] = [];
  for (const end of ['rollback', 'commit', 'rollback'] as const) {
    const open = await ledger.begin();
    const look = async () => quantities.push((await open.useOfOrders(orders, []))[0]?.quantity);
    await look();
    await open.apply([change(`D-${end}`)], 'user:a', NOW, null);
    await look();
    await open[end]();
  }
  expect(quantities).toEqual(['3', '6', '3', '6', '6', '9']);
  expect((await ledger.read.useOfOrders(orders, []))[0]?.quantity).toBe('6');
});
