import { describe, expect, test } from 'vitest';
import type { TraceStep } from '../../../src/mapping/language/mapping-set.ts';
import { mappingOf, read, supplierMapping } from './mapping-fixture.ts';

const ORDER = `mapping: m
direction: in
document: purchase-order
claims: { channel: visma }
source: { format: xml, decimal: "," }
rows:
  - { to: orderNo, from: No }
  - { to: orderType, value: '1' }
  - { to: transactionType, value: '6' }
  - { to: supplierNo, from: Supplier/@no }
  - { to: currency, from: Cur, default: NOK }
  - { to: orderDate, from: Date, convert: date, optional: true }
  - { to: paymentTerms, from: Terms, when: 'source.No == "2"' }
  - to: lines
    each: Line
    rows:
      - { to: lineNo, from: "@no" }
      - { to: productNo, from: Art, convert: [upper, { prefix: "A" }] }
      - { to: quantity, from: Qty, convert: decimal }
      - { to: unit, from: Unit, lookup: units }
      - { to: price, value: 'decimal(source.Sum) / decimal(source.Qty)' }
`;
const XML = `<O><No>1</No><Supplier no="50001"/>
 <Line no="1"><Art>x</Art><Qty>2</Qty><Unit>STK</Unit><Sum>5,00</Sum></Line>
 <Line no="2"><Art>y</Art><Qty>1,5</Qty><Unit>KRT</Unit><Sum>3</Sum></Line></O>`;

describe('a trace', () => {
  const steps: TraceStep[] = [];
  const { documents } = read(mappingOf(ORDER), XML, { trace: (step) => steps.push(step) });
  const of = (to: string): TraceStep | undefined => steps.find((step) => step.to === to);

  test('changes nothing', () => {
    expect(documents).toEqual(read(mappingOf(ORDER), XML).documents);
    expect(documents).toHaveLength(1);
  });

  test('says where a value stood, as what, each conversion, the result and the line of the mapping', () => {
    expect(of('lines[1].productNo')).toEqual({
      to: 'lines[1].productNo',
      row: { file: 'mappings/m.yaml', line: 18, column: 9 },
      source: { line: 3, column: 15, path: '/O/Line[2]/Art' },
      raw: 'y',
      steps: [
        { step: 'upper', result: '"Y"' },
        { step: 'prefix', result: '"AY"' },
      ],
      result: '"AY"',
    });
    expect(of('supplierNo')).toMatchObject({
      source: { path: '/O/Supplier/@no' },
      raw: '50001',
      steps: [],
      result: '"50001"',
    });
    expect(of('lines[0].unit')).toMatchObject({ steps: [{ result: '"H87"' }], result: '"H87"' });
    expect(of('lines[0].lineNo')).toMatchObject({ raw: '1', result: '1' });
  });

  test('says why a value is what it is where it did not stand there', () => {
    expect(of('currency')).toMatchObject({ result: '"NOK"', note: 'default' });
    expect(of('orderDate')).toMatchObject({ steps: [], note: 'nothing found' });
    expect(of('paymentTerms')).toMatchObject({ note: 'the condition does not hold' });
    expect(of('lines[0].price')).toMatchObject({ result: '"2.5"', note: 'expression' });
    expect(of('currency')?.source).toBeUndefined();
  });

  test('has each field once, and the currency is looked for once for all to see', () => {
    const names = steps.map(({ to }) => to);
    expect(new Set(names).size).toBe(names.length);
  });

  test('shows what was refused, and why', () => {
    const seen: TraceStep[] = [];
    read(supplierMapping('- { to: vatNo, from: Vat, convert: [upper, gtin] }'), '<S><Vat>x</Vat></S>', {
      trace: (step) => seen.push(step),
    });
    expect(seen.find(({ to }) => to === 'vatNo')).toMatchObject({
      raw: 'x',
      steps: [{ step: 'upper', result: '"X"' }],
      note: expect.stringContaining('gtin: '),
    });
    expect(seen.find(({ to }) => to === 'vatNo')?.result).toBeUndefined();
  });
});

describe('coverage', () => {
  test('knows the rows that gave a value, and the elements and attributes that were read', () => {
    const rows: number[] = [];
    const elements: string[] = [];
    read(mappingOf(ORDER), XML, {
      recorder: {
        hit: ({ line = 0 }) => rows.push(line),
        read: ({ name }, attribute) => elements.push(attribute === null ? name : `${name}/@${attribute}`),
      },
    });
    expect([...new Set(rows)].sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11, 14, 17, 18, 19, 20, 21]);
    expect([...new Set(elements)].sort()).toEqual([
      'Art',
      'Line',
      'Line/@no',
      'No',
      'Qty',
      'Sum',
      'Supplier/@no',
      'Unit',
    ]);
  });
});
