import { describe, expect, test } from 'vitest';
import { mappingOf, read } from './mapping-fixture.ts';

const orders = (source: string, rows: string): string => `mapping: m
direction: in
document: purchase-order
claims: { channel: visma }
source: ${source}
rows:
${rows.replace(/^/gm, '  ')}
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
`;

const LINE = { lineNo: 1, productNo: '007', quantity: '2.5', price: '10.00' };
const ORDER = {
  document: 'purchase-order',
  orderNo: '1',
  orderType: 1,
  transactionType: 6,
  supplierNo: '50001',
  currency: 'NOK',
  lines: [LINE],
};
const OTHER = { ...ORDER, orderNo: '2' };

const TREE = `- { to: orderNo, from: No }
- { to: supplierNo, from: Supplier }
- { to: currency, from: ../Currency }
- to: lines
  each: Line
  rows:
    - { to: lineNo, from: Pos }
    - { to: productNo, from: Art }
    - { to: quantity, from: Qty, convert: decimal }
    - { to: price, from: Price, convert: decimal }`;

describe('records of every format become the same documents by the same kind of rows', () => {
  test('XML, each element a record that sees what stands before it around it', () => {
    const line = '<Line><Pos>1</Pos><Art>007</Art><Qty>2,5</Qty><Price>10,00</Price></Line>';
    const order = (no: number): string => `<Order><No>${no}</No><Supplier>50001</Supplier>${line}</Order>`;
    const xml = `<Orders><Currency>NOK</Currency>${order(1)}${order(2)}<Currency>EUR</Currency></Orders>`;
    const mapping = mappingOf(orders('{ format: xml, each: /Orders/Order, decimal: "," }', TREE));
    expect(read(mapping, xml)).toEqual({ documents: [ORDER, OTHER], findings: [] });
  });

  test('JSON, numbers as they are written', () => {
    const order = (no: number): string =>
      `{"No":${no},"Supplier":"50001","Line":[{"Pos":1,"Art":"007","Qty":2.5,"Price":10.00}]}`;
    const mapping = mappingOf(orders('{ format: json, each: /orders }', TREE));
    expect(read(mapping, `{"Currency":"NOK","orders":[${order(1)},${order(2)}]}`)).toEqual({
      documents: [ORDER, OTHER],
      findings: [],
    });
  });

  test('columns with record types', () => {
    const source = `
  format: csv
  decimal: ","
  recordType: 1
  records:
    H: { columns: [~, No, Supplier, Currency] }
    L: { under: H, columns: [~, Pos, Art, Qty, Price] }`;
    const mapping = mappingOf(orders(source, TREE.replace('../Currency', 'Currency').replace('each: Line', 'each: L')));
    const csv = 'H;1;50001;NOK\r\nL;1;007;2,5;10,00\r\nH;2;50001;NOK\r\nL;1;"007";2,5;10,00';
    expect(read(mapping, csv)).toEqual({ documents: [ORDER, OTHER], findings: [] });
  });

  test('columns with a header, names with blanks in quotation marks', () => {
    const rows = `- { to: orderNo, from: "'Order No'" }
- { to: supplierNo, from: Supplier }
- { to: currency, from: Currency }
- { to: lines, each: ., rows: [{ to: lineNo, from: Pos }, { to: productNo, from: Art }, { to: quantity, from: Qty, convert: decimal }, { to: price, from: Price }] }`;
    const mapping = mappingOf(orders('{ format: csv, separator: ",", decimal: "," }', rows));
    const csv =
      'Order No,Supplier,Currency,Pos,Art,Qty,Price\n1,50001,NOK,1,007,"2,5",10.00\n2,50001,NOK,1,007,"2,5",10.00\n';
    expect(read(mapping, csv)).toEqual({ documents: [ORDER, OTHER], findings: [] });
  });

  test('fixed positions', () => {
    const source = `
  format: fixed-width
  recordType: 1-1
  records:
    H: { fields: { No: 2-5, Supplier: 6-10, Currency: 11-13 } }
    L: { under: H, fields: { Pos: 2-3, Art: 4-6, Qty: 7-10, Price: 11-15 } }`;
    const mapping = mappingOf(orders(source, TREE.replace('../Currency', 'Currency').replace('each: Line', 'each: L')));
    expect(read(mapping, 'H1   50001NOK\nL1 007 2.510.00\nH2   50001NOK\nL1 007 2.510.00\n')).toEqual({
      documents: [ORDER, OTHER],
      findings: [],
    });
  });

  test('tables of a text import', () => {
    const source = '{ format: visma-import, tables: { Ord: {}, OrdLn: { under: Ord } } }';
    const mapping = mappingOf(
      orders(source, TREE.replace('../Currency', 'Currency').replace('each: Line', 'each: OrdLn')),
    );
    const text = '@Ord(No,Supplier,Currency)\n"1" "50001" "NOK"\n@OrdLn(Pos,Art,Qty,Price)\n"1" "007" "2.5" "10.00"\n';
    expect(read(mapping, text)).toEqual({ documents: [ORDER], findings: [] });
  });
});

describe('a file of several records', () => {
  const mapping = mappingOf(`mapping: m
direction: in
document: product
claims: { channel: visma }
source: { format: csv }
rows:
  - { to: productNo, from: No }
  - { to: gtin, from: Gtin, convert: gtin, optional: true }
`);

  test('gives the good ones beside the findings of the bad ones, each at its line', () => {
    const { documents, findings } = read(mapping, 'No;Gtin\n1;\n2;x\n;\n4;5;6\n5;\n');
    expect(documents.map(({ productNo }) => productNo)).toEqual(['1', '5']);
    expect(findings.map((one) => one.split(' ')[0])).toEqual(['3:3', '4:1', '5:5']);
  });

  test('takes none of two with the same key, for nobody knows which one counts', () => {
    const { documents, findings } = read(mapping, 'No;Gtin\n1;\n2;\n1;\n');
    expect(documents.map(({ productNo }) => productNo)).toEqual(['2']);
    expect(findings).toEqual([
      '4:1 error: The product 1 stands twice in this file: at line 2, column 1 and at line 4, column 1.',
    ]);
  });

  test('that breaks off has no documents', () => {
    expect(read(mapping, 'No;Gtin\n1;\n"2;\n')).toMatchObject({
      documents: [],
      findings: [expect.stringContaining('error')],
    });
  });
});
