import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileMappings } from '../../../src/mapping/language/compile-mappings.ts';
import { readMapped } from '../../../src/mapping/language/read-mapped.ts';
import { renderFinding } from '../../../src/settings/render-finding.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const YAML = `mapping: partner-order
direction: in
claims: { channel: visma, name: "PO_*.xml", root: Order }
source: { format: xml, decimal: ",", date: dd.MM.yyyy }
document: purchase-order
rows:
  - { to: orderNo, from: Head/No }
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
  - { to: supplierNo, from: Head/Supplier/@no }
  - { to: currency, from: Head/Currency, default: NOK }
  - { to: orderDate, from: Head/Date, convert: date, optional: true }
  - to: lines
    each: Lines/Line
    rows:
      - { to: lineNo, from: "@no" }
      - { to: productNo, from: Article, convert: [trim, upper] }
      - { to: quantity, from: Qty, convert: decimal }
      - { to: unit, from: Unit, lookup: units, optional: true }
      - { to: price, value: 'decimal(source.Amount) / decimal(source.Qty)' }
`;
const XML = `<Order>
  <Head><No>1001</No><Supplier no="50001"/><Date>21.11.2026</Date></Head>
  <Lines>
    <Line no="1"><Article> ab-1 </Article><Qty>10,5</Qty><Unit>STK</Unit><Amount>105,00</Amount></Line>
    <Line no="2"><Article>x</Article><Qty>2</Qty><Amount>7,50</Amount></Line>
  </Lines>
</Order>`;

test('smoke', () => {
  const compiled = compileMappings(
    {
      files: [{ file: 'mappings/a.yaml', text: YAML, shipped: false }],
      lookups: [{ name: 'units', file: 'mappings/lookups/units.csv', text: 'theirs;ours\nSTK;H87\n' }],
    },
    hash,
  );
  console.log(compiled.findings.map((f) => renderFinding(f, YAML)).join('\n'));
  const read = (xml: string) =>
    readMapped(compiled.set, { channel: 'visma', name: 'PO_1.xml', bytes: new TextEncoder().encode(xml) });
  console.log(JSON.stringify(read(XML), null, 1));
  const bad = XML.replace('<No>1001</No>', '')
    .replace('10,5', 'ten')
    .replace('no="2"', 'no="two"')
    .replace('STK', 'KRT');
  console.log(
    read(bad)
      ?.findings.map((f) => renderFinding(f, bad))
      .join('\n'),
  );
  console.log(
    read(XML.replace('1001', '1 0<x/>'))
      ?.findings.map((f) => renderFinding(f, bad))
      .join('\n'),
  );
  expect(read(XML)?.documents.length).toBe(1);
});
