import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinkState } from '../../src/domain/decision.ts';
import { openConnection } from '../../src/ledger/connection.ts';
import { linkReader } from '../../src/ledger/link-reader.ts';
import { linksOf, rowsOf } from '../../src/ledger/link-rows.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { FIRST_TABLES } from '../../src/ledger/migrations/0001-first-tables.ts';
import type { Connection } from '../../src/ledger/sql.ts';
import { link } from './ledger-fixture.ts';

const ADD = `INSERT INTO document_link (document_id, invoice_line_id, order_no, order_line_no, quantity, amount, price, kind, state, received_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** A ledger as the first version wrote it, one row a link; opening it brings it to this version. */
function firstVersion(links: readonly LinkState[]): Connection {
  const connection = openConnection('', 'memory');
  connection.exec(FIRST_TABLES.sql);
  connection.pragma(`application_id = ${0x4f726472}`);
  connection.pragma('user_version = 1');
  const add = connection.prepare(ADD);
  for (const {
    documentId,
    invoiceLineId,
    orderNo,
    orderLineNo,
    quantity,
    amount,
    price,
    kind,
    state,
    receivedAt,
  } of links)
    add.run(documentId, invoiceLineId, orderNo, orderLineNo, quantity, amount, price, kind, state, receivedAt ?? null);
  return connection;
}

/** Links of few documents and few orders, in any mixture; the texts are anybody's. */
const anyLinks = fc
  .array(
    fc.record({
      documentId: fc.constantFrom('D1', 'D2', 'D3'),
      orderNo: fc.constantFrom('PO-1', 'PO-2', 'Ø"\\'),
      orderLineNo: fc.integer({ min: 1, max: 3 }),
      invoiceLineId: fc.string({ unit: 'grapheme' }),
      quantity: fc.constantFrom('1', '-2.50', '0.000000000000000000001', '12345678901234567890.10'),
      state: fc.constantFrom('pending' as const, 'received' as const, 'released' as const),
      receivedAt: fc.option(fc.constant('2026-11-21T18:17:00.000Z'), { nil: undefined }),
    }),
    { maxLength: 20 },
  )
  .map((all) =>
    all
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : Number(a.documentId > b.documentId)))
      .map(({ receivedAt, ...one }) => link({ ...one, ...(receivedAt === undefined ? {} : { receivedAt }) })),
  );

test('links of an older ledger are carried over, each as it was and where it stood', () => {
  fc.assert(
    fc.property(anyLinks, (links) => {
      const connection = firstVersion(links);
      migrate(connection, ':memory:');
      const reader = linkReader(connection);
      for (const documentId of ['D1', 'D2', 'D3'])
        expect(reader.linksOfDocument(documentId)).toEqual(links.filter((one) => one.documentId === documentId));
      for (const orderNos of [['PO-1'], ['PO-2', 'PO-1'], ['PO-1', 'PO-2', 'Ø"\\']])
        expect(reader.linksOfOrders(orderNos)).toEqual(links.filter(({ orderNo }) => orderNos.includes(orderNo)));
      connection.close();
    }),
    { numRuns: 100 },
  );
});

test('links come back from their rows as they were, whatever they say', () => {
  fc.assert(
    fc.property(anyLinks, (links) => {
      const own = links.filter(({ documentId }) => documentId === 'D1');
      expect(linksOf(rowsOf('D1', own))).toEqual(own);
    }),
  );
});
