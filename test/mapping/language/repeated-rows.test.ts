import { expect, test } from 'vitest';
import { mappingOf, read } from './mapping-fixture.ts';

const ORDERS = mappingOf(`mapping: m
direction: in
document: purchase-order
claims: { channel: visma }
source: { format: csv, groupBy: [Order] }
rows:
  - { to: orderNo, from: Order }
  - { to: orderType, value: "1" }
  - { to: transactionType, value: "6" }
  - { to: supplierNo, value: '"50001"' }
  - { to: currency, value: '"NOK"' }
  - to: lines
    each: line
    rows:
      - { to: lineNo, from: Pos }
      - { to: productNo, from: Item }
      - { to: quantity, from: Qty }
      - { to: price, from: Price }
`);
const csv = (...lines: string[]) => ['Order;Pos;Item;Qty;Price', ...lines].join('\n');

test('two order lines of one number are refused as in canonical JSON: what is kept of a line is found by its number', () => {
  const { documents, findings } = read(
    ORDERS,
    csv('P1;1;A;10;1.00', 'P1;2;B;1;2.00', 'P1;1;C;3;3.00', 'P2;1;A;1;1.00'),
  );
  expect(documents.map(({ orderNo }) => orderNo)).toEqual(['P2']);
  expect(findings).toEqual([
    '4:4 error: "lineNo" 1 stands more than once in "lines": lines[2].lineNo (mappings/m.yaml:15).',
  ]);
});
