import fc from 'fast-check';
import type { ReadBy } from '../../../src/pipeline/read.ts';
import { compileHashed } from '../../../src/settings/mappings/compile-hashed.ts';

/** The rows that all forms share: the names of the fields are the same in each. */
const ROWS = `document: purchase-order
rows:
  - { to: orderNo, from: Number }
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
  - { to: supplierNo, from: Supplier }
  - { to: currency, from: Currency }
`;

const LINES = `  - to: lines
    each: PATH
    rows:
      - { to: lineNo, from: No, convert: integer }
      - { to: productNo, from: Article }
      - { to: quantity, from: Qty, convert: decimal }
      - { to: price, from: Price, convert: decimal }
`;

function by(head: string, linesAt: string): ReadBy {
  const text = `mapping: partner-orders\ndirection: in\n${head}\n${ROWS}${LINES.replace('PATH', linesAt)}`;
  const { set, findings } = compileHashed({ files: [{ file: 'mappings/a.yaml', text, shipped: false }], lookups: [] });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return { set };
}

/** One order: some lack their currency, some numbers stand twice, some quantities are none. */
const order = fc.record({
  no: fc.nat(30),
  currency: fc.constantFrom('NOK', 'NOK', 'NOK', '', 'Øre'),
  quantity: fc.constantFrom('10', '2,50', 'x', '1.234,5'),
  lines: fc.integer({ min: 1, max: 3 }),
});
type Order = typeof order extends fc.Arbitrary<infer One> ? One : never;
const orders = fc.array(order, { maxLength: 12 });

const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Three orders: the second has no currency. */
const EXAMPLE: readonly Order[] = [
  { no: 1, currency: 'NOK', quantity: '10', lines: 2 },
  { no: 2, currency: '', quantity: '10', lines: 1 },
  { no: 3, currency: 'NOK', quantity: '2,50', lines: 1 },
];

interface OrdersInAForm {
  name: string;
  by: ReadBy;
  example: string;
  /** So many characters at the beginning tell what it is. */
  begins: number;
  text: fc.Arbitrary<string>;
}

/** Forms in which orders come, each with the mapping that reads it. */
export const MAPPED_ORDERS: Readonly<Record<string, OrdersInAForm>> = {
  xml: {
    name: 'orders.xml',
    by: by(
      'claims: { channel: visma, root: Orders }\nsource: { format: xml, each: /Orders/Order, decimal: "," }',
      'Lines/Line',
    ),
    example: xmlFile(EXAMPLE),
    begins: 32,
    text: orders.map(xmlFile),
  },
  csv: {
    name: 'orders.csv',
    by: by(
      [
        'claims: { channel: visma, name: "*.csv" }',
        'source:',
        '  format: csv',
        '  separator: ";"',
        '  decimal: ","',
        '  recordType: 1',
        '  records:',
        '    H: { columns: [Kind, Number, Supplier, Currency] }',
        '    L: { under: H, columns: [Kind, No, Article, Qty, Price] }',
      ].join('\n'),
      'L',
    ),
    example: EXAMPLE.map(csvOrder).join(''),
    begins: 0,
    text: orders.map((all) => all.map(csvOrder).join('')),
  },
  json: {
    name: 'orders.json',
    by: by(
      'claims: { channel: visma, name: "orders*.json" }\nsource: { format: json, each: /orders, decimal: "," }',
      'Lines',
    ),
    example: jsonFile(EXAMPLE),
    begins: 12,
    text: orders.map(jsonFile),
  },
};

function xmlFile(all: readonly Order[]): string {
  return `<?xml version="1.0"?>\n<Orders>\n${all.map(xmlOrder).join('\r\n')}\n</Orders>\n`;
}

function jsonFile(all: readonly Order[]): string {
  return JSON.stringify({ orders: all.map(jsonOrder) }, null, 1);
}

function xmlOrder({ no, currency, quantity, lines }: Order): string {
  const rows = numbered(lines).map(
    (line) => `<Line><No>${line}</No><Article>P${line}</Article><Qty>${quantity}</Qty><Price>12,50</Price></Line>`,
  );
  return `<Order><Number>B${no}</Number><Supplier>50001</Supplier><Currency>${currency}</Currency><Lines>${rows.join('\n')}</Lines></Order>`;
}

function csvOrder({ no, currency, quantity, lines }: Order): string {
  const rows = numbered(lines).map((line) => `L;${line};P${line};"${quantity}";12,50\r\n`);
  return `H;B${no};50001;${currency}\n${rows.join('')}`;
}

function jsonOrder({ no, currency, quantity, lines }: Order): object {
  const rows = numbered(lines).map((line) => ({ No: line, Article: `P${line}`, Qty: quantity, Price: '12,50' }));
  return { Number: `B${no}`, Supplier: '50001', Currency: currency, Lines: rows };
}
