import { expect, it } from 'vitest';
import { compileHashed } from '../../../src/settings/mappings/compile-hashed.ts';
import { readMapped } from '../../../src/mapping/language/read-mapped.ts';

const MAPPING = `mapping: orders
direction: in
document: purchase-order
claims: { channel: visma, name: "*.csv" }
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
      - { to: price, value: '"1.00"' }
`;

it('an order line that stands twice refuses its order, at its place, as in canonical JSON', () => {
  const { set } = compileHashed({ files: [{ file: 'mappings/o.yaml', text: MAPPING, shipped: false }], lookups: [] });
  const text = 'Order;Pos;Item;Qty\nA;1;X;1\nA;2;Y;1\nA;1;Z;1\nB;1;X;1\n';
  const read = readMapped(set, { channel: 'visma', name: 'o.csv', bytes: Buffer.from(text) });
  expect(read?.documents.map(({ key }) => key)).toEqual(['B']);
  expect(read?.findings).toMatchObject([{ code: 'VALUE_INVALID', at: { line: 4, column: 3 } }]);
});
