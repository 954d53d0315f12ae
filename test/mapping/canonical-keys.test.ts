import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../src/domain/decision.ts';
import { type UnderstoodCanonical, understandCanonical } from '../../src/mapping/canonical/understand-canonical.ts';
import { decideStateDocument } from '../../src/rules/intake/decide-state-document.ts';

/** What is accepted can be kept, found again and reckoned with; what cannot is refused where it stands. */

const understand = (value: unknown): UnderstoodCanonical =>
  understandCanonical(typeof value === 'string' ? value : JSON.stringify(value), 'document');
const order = {
  document: 'purchase-order',
  orderNo: '1001',
  orderType: 1,
  transactionType: 6,
  supplierNo: '50001',
  currency: 'NOK',
  lines: [{ lineNo: 1, productNo: 'A-100', quantity: '10', price: '50.00' }],
};
const refusedAt = (path: string, hint: RegExp): unknown => ({
  documents: [],
  findings: [
    {
      severity: 'error',
      hint: expect.stringMatching(hint),
      at: { path, line: 1, column: expect.any(Number) },
    },
  ],
});

describe('delivery alternatives', () => {
  it('of different suppliers and products have different keys', () => {
    const alternative = (supplierNo: string, productNo: string): object => ({
      document: 'delivery-alternative',
      supplierNo,
      productNo,
    });
    const { documents, findings } = understand({
      documents: [alternative('50001/A', 'B'), alternative('50001', 'A/B')],
    });
    expect(findings).toEqual([]);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(2);
  });
});

describe('the lines of an order', () => {
  const line = (lineNo: number, productNo: string) => ({ lineNo, productNo, quantity: '1', price: '5.00' });

  it('of one number are refused, where it stands again', () => {
    const { documents, findings } = understand({ ...order, lines: [line(1, 'A'), line(2, 'B'), line(1, 'C')] });
    expect(documents).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: 'VALUE_INVALID',
        severity: 'error',
        message: '"lineNo" 1 stands more than once in "lines".',
        hint: expect.stringContaining('Row 1 has it too'),
        at: { path: 'lines[2].lineNo', line: 1, column: expect.any(Number) },
      },
    ]);
  });

  it('of different numbers may have the same product, and one without a number lacks only that', () => {
    expect(understand({ ...order, lines: [line(1, 'A'), line(2, 'A')] }).findings).toEqual([]);
    const without = [{ productNo: 'A', quantity: '1', price: '5.00' }];
    expect(understand({ ...order, lines: [...without, ...without] }).findings).toMatchObject([
      { message: '"lineNo" is missing.' },
      { message: '"lineNo" is missing.' },
    ]);
  });
});

describe('an instant', () => {
  const asOf = (text: string): UnderstoodCanonical => understand({ ...order, asOf: text });

  it.each([
    '2026-11-20T10:00:00Z',
    '2026-11-20t10:00:00.123456789z',
    '2026-11-20T10:00:00+23:59',
    '2026-11-20T10:00:00-00:00',
    '2016-12-31T23:59:60Z',
    '9999-12-31T23:59:59.999999999-23:59',
  ])('%s is one', (text) => expect(asOf(text).findings).toEqual([]));

  it.each([
    '2026-11-20T10:00:00.1234567891Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T10:00:61Z',
    '2026-11-20T10:00:00+24:00',
    '2026-11-20T10:00:00+1',
    '2026-11-20T10:00:00',
    '2026-11-20T10:00Z',
    '2026-02-29T10:00:00Z',
    '2026-11-20 10:00:00Z',
    '+002026-11-20T10:00:00Z',
    '2026-11-20T10:00:00Z[Europe/Oslo]',
  ])('%s is none, with place and hint', (text) =>
    expect(asOf(text)).toMatchObject(refusedAt('asOf', /at most nine decimals/) as object),
  );

  it('that is accepted never stops a later order of its key', () => {
    const two = (most: number): fc.Arbitrary<string> => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const instant = fc
      .tuple(
        fc.constantFrom('0000', '0001', '2026', '9999', '-000001', '+010000'),
        two(13),
        two(32),
        fc.constantFrom('T', 't', ' '),
        two(25),
        two(61),
        two(61),
        fc.oneof(
          fc.constantFrom('', '.', ',5'),
          fc.string({ unit: fc.constantFrom('0', '9'), maxLength: 12 }).map((digits) => `.${digits}`),
        ),
        fc.oneof(
          fc.constantFrom('Z', 'z', ''),
          fc
            .tuple(fc.constantFrom('+', '-', '−'), two(25), fc.constantFrom(':', ''), two(61))
            .map((parts) => parts.join('')),
        ),
      )
      .map(
        ([year, month, day, t, hour, minute, second, fraction, offset]) =>
          `${year}-${month}-${day}${t}${hour}:${minute}:${second}${fraction}${offset}`,
      );
    const later = understand({ ...order, asOf: '2026-11-21T10:00:00Z', gross: true }).documents[0] as ReadDocument;
    fc.assert(
      fc.property(instant, (text) => {
        const { documents, findings } = asOf(text);
        expect(documents.length + findings.length).toBe(1);
        for (const { kind, key, content } of documents) {
          const known = { kind, key, content, status: null, revision: 1, fileSequence: 1 };
          expect(() => decideStateDocument(later, known as never, { fileSequence: 2 })).not.toThrow();
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an integer', () => {
  const lineNo = (written: string): UnderstoodCanonical =>
    understand(JSON.stringify(order).replace('"lineNo":1', `"lineNo":${written}`));

  it.each([
    ['7', 7],
    ['0', 0],
    ['1.0', 1],
    ['1e1', 10],
    ['9007199254740991', 9007199254740991],
  ])('may be written as %s', (written, value) => {
    expect(lineNo(written).documents[0]?.content).toMatchObject({ lines: [{ lineNo: value }] });
  });

  it.each(['1.00000000000000000001', '0.99999999999999999999', '1e-400', '9007199254740993', '1e400', '1.5', '"1"'])(
    '%s is none, and is not made one',
    (written) =>
      expect(lineNo(written)).toMatchObject(refusedAt('lines[0].lineNo', /^Write a whole number\.$/) as object),
  );
});

describe('a key', () => {
  const bad = [
    '" 77"',
    '"77 "',
    '"77\\n"',
    '"7\\u00007"',
    '"7\\t7"',
    '"7\\u00857"',
    '"\\u00a077"',
    '"77\\u2028"',
    '"7\\u20287"',
  ];
  const places = [
    ['orderNo', JSON.stringify(order), '"1001"'],
    ['supplierNo', JSON.stringify(order), '"50001"'],
    ['lines[0].productNo', JSON.stringify(order), '"A-100"'],
    ['productNo', '{"document":"product","productNo":"X"}', '"X"'],
    ['customerNo', '{"document":"customer","customerNo":"X","name":"Kari"}', '"X"'],
    ['supplierNo', '{"document":"supplier","supplierNo":"X","name":"Bølgen"}', '"X"'],
    ['supplierNo', '{"document":"delivery-alternative","supplierNo":"X","productNo":"A"}', '"X"'],
    ['productNo', '{"document":"delivery-alternative","supplierNo":"X","productNo":"A"}', '"A"'],
  ] as const;

  it.each(places)('%s of %s has no white space around it and no control characters', (path, text, value) => {
    expect(understand(text).findings).toEqual([]);
    for (const written of bad)
      expect(understand(text.replace(value, written))).toMatchObject(
        refusedAt(path, /no white space around it and no control characters/) as object,
      );
  });

  it('may have blanks inside, and letters of any language', () => {
    for (const orderNo of ['A 1', 'Ø-1/2', '注文1', '7'])
      expect(understand({ ...order, orderNo }).documents.map(({ key }) => key)).toEqual([orderNo]);
  });
});
