import { describe, expect, it } from 'vitest';
import { type UnderstoodCanonical, understandCanonical } from '../../src/mapping/canonical/understand-canonical.ts';

const understand = (value: unknown): UnderstoodCanonical =>
  understandCanonical(typeof value === 'string' ? value : JSON.stringify(value, null, 2), 'document');
const product = (productNo: unknown): object => ({ document: 'product', productNo });
const order = {
  document: 'purchase-order',
  orderNo: '1001',
  orderType: 1,
  transactionType: 6,
  supplierNo: '50001',
  currency: 'NOK',
  lines: [{ lineNo: 1, productNo: 'A-100', quantity: '10', price: '50.00' }],
};

describe('a canonical document', () => {
  it.each([
    [{ document: 'supplier', supplierNo: '50001', name: 'Bølgen' }, '50001'],
    [{ document: 'customer', customerNo: '10001', name: 'Kari' }, '10001'],
    [product('A-100'), 'A-100'],
    [{ document: 'delivery-alternative', supplierNo: '50001', productNo: 'A-100' }, '50001/A-100'],
    [order, '1001'],
  ])('%j has the key %s', (content, key) => {
    expect(understand(content)).toEqual({
      documents: [{ kind: (content as { document: string }).document, key, content, at: { line: 1, column: 1 } }],
      findings: [],
    });
  });

  it('may write decimals as numbers: they become text, digit for digit', () => {
    const text = JSON.stringify(order).replace('"10"', '1e1').replace('"50.00"', '50.00');
    expect(understand(text).documents[0]?.content).toEqual(order);
    const huge = JSON.stringify(order).replace('"50.00"', '12345678901234567890.10');
    expect(understand(huge).documents[0]?.content).toMatchObject({ lines: [{ price: '12345678901234567890.10' }] });
  });

  it('may be one of many, in a list or a line each, with its place', () => {
    const list = understand({ documents: [product('A'), product('B')] });
    expect(list.documents.map(({ key, at }) => ({ key, at }))).toEqual([
      { key: 'A', at: { line: 3, column: 5, path: 'documents[0]' } },
      { key: 'B', at: { line: 7, column: 5, path: 'documents[1]' } },
    ]);
    const lines = understandCanonical(
      `${JSON.stringify(product('A'))}\r\n\n${JSON.stringify(product('B'))}\n`,
      'lines',
    );
    expect(lines.findings).toEqual([]);
    expect(lines.documents.map(({ key, at }) => ({ key, at }))).toEqual([
      { key: 'A', at: { line: 1, column: 1 } },
      { key: 'B', at: { line: 3, column: 1 } },
    ]);
  });
});

describe('a faulty document', () => {
  it('is told of with all its faults, each with line, column, path and what to do', () => {
    const [line] = order.lines;
    const { documents, findings } = understand({
      ...order,
      orderNo: 1001,
      suplierNo: 'x',
      currency: 'nok',
      lines: [{ ...line, quantity: '1,5', lineNo: '1' }],
    });
    expect(documents).toEqual([]);
    expect(findings.map(({ code, at, hint }) => ({ code, path: at?.path, line: at?.line, hint }))).toEqual(
      expect.arrayContaining([
        { code: 'UNKNOWN_PROPERTY', path: 'suplierNo', line: 16, hint: 'Did you mean "supplierNo"?' },
        { code: 'SCHEMA_VIOLATION', path: 'orderNo', line: 3, hint: expect.stringContaining('leading zeros') },
        { code: 'VALUE_INVALID', path: 'currency', line: 7, hint: expect.stringContaining('ISO 4217') },
        { code: 'SCHEMA_VIOLATION', path: 'lines[0].lineNo', line: 10, hint: expect.any(String) },
        { code: 'VALUE_INVALID', path: 'lines[0].quantity', line: 12, hint: expect.stringContaining('no comma') },
      ]),
    );
    expect(findings).toHaveLength(5);
  });

  it('does not hide the good ones beside it', () => {
    const { documents, findings } = understand({
      documents: [product('A'), product(2), { document: 'product' }, product('D')],
    });
    expect(documents.map(({ key }) => key)).toEqual(['A', 'D']);
    expect(findings.map(({ at }) => at?.path)).toEqual(['documents[1].productNo', 'documents[2].productNo']);
  });

  it.each([
    [{ document: 'purchase-ordr' }, 'UNKNOWN_DOCUMENT', /no document type/, /purchase-order/],
    [{ document: 'sales-order' }, 'UNKNOWN_DOCUMENT', /not taken in by this version/, /purchase-order/],
    [{ document: 'supplier-invoice' }, 'UNKNOWN_DOCUMENT', /come as UBL/, /inbox\/invoices/],
    [{ productNo: '1' }, 'UNKNOWN_DOCUMENT', /"document" is missing/, /purchase-order/],
    [17, 'UNKNOWN_DOCUMENT', /"document" is missing/, /./],
    [[product('A')], 'SCHEMA_VIOLATION', /is a list/, /documents/],
    [{ documents: [] }, 'EMPTY_FILE', /empty/, /./],
    [{ documents: [product('A')], note: 'x' }, 'UNKNOWN_PROPERTY', /"note"/, /./],
    ['{"document": "product", "productNo": "1"', 'TRUNCATED', /ends/, /again/],
    ['{"document": "product", "productNo": "1", "__proto__": {}}', 'UNKNOWN_PROPERTY', /__proto__/, /productNo/],
    ['{"document": "product", "productNo": "1", "productNo": "2"}', 'JSON_NOT_WELL_FORMED', /twice/, /./],
  ])('%j is refused with %s', (value, code, message, hint) => {
    expect(understand(value)).toEqual({
      documents: [],
      findings: [
        {
          code,
          severity: 'error',
          message: expect.stringMatching(message),
          hint: expect.stringMatching(hint),
          at: expect.objectContaining({ line: expect.any(Number), column: expect.any(Number) }),
        },
      ],
    });
  });

  it('takes neither of two documents with the same key, and names both places', () => {
    const { documents, findings } = understand({
      documents: [product('A'), product('B'), { ...product('A'), unit: 'EA' }],
    });
    expect(documents.map(({ key }) => key)).toEqual(['B']);
    expect(findings).toMatchObject([
      {
        code: 'VALUE_INVALID',
        message: expect.stringMatching(/line 3, column 5 and at line 11, column 5/),
        at: { path: 'documents[2]' },
      },
    ]);
  });

  it('ends a file of lines where the last line breaks off, but not where a line is only bad', () => {
    const good = JSON.stringify(product('A'));
    const cut = understandCanonical(`${good}\n{"document": "prod`, 'lines');
    expect(cut).toMatchObject({ documents: [], findings: [{ code: 'TRUNCATED', at: { line: 2 } }] });
    const bad = understandCanonical(`{"document": "prod\n${good}\n`, 'lines');
    expect(bad).toMatchObject({
      documents: [{ key: 'A' }],
      findings: [{ code: 'JSON_NOT_WELL_FORMED', at: { line: 1 } }],
    });
  });

  it('is one of many, and the findings stop at a thousand', () => {
    const { documents, findings } = understand({
      documents: Array.from({ length: 3000 }, (_, index) => product(index)),
    });
    expect(documents).toEqual([]);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)?.message).toContain('more than 1,000');
  });
});
