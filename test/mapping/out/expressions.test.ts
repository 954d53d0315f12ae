import { describe, expect, test } from 'vitest';
import { MappingNotApplicable } from '../../../src/mapping/language/out/mapping-not-applicable.ts';
import { findingsOf, writerOf } from './compiled-out.ts';

const mapping = (...rows: string[]) =>
  [
    'mapping: test',
    'direction: out',
    'document: any-document',
    'claims: { channel: visma }',
    'target: { format: json }',
    'rows:',
    '  - { to: id, from: deliveryId }',
    ...rows,
  ].join('\n');
const ORDER = {
  deliveryId: 'd1',
  orderNo: 'O1',
  ready: true,
  nothing: null,
  lines: [
    { no: 1, quantity: '10', unitPrice: '0.1' },
    { no: 2, quantity: '3', unitPrice: '0.70', text: 'x' },
  ],
};
const made = (row: string): unknown => {
  const { id, ...rest } = JSON.parse(new TextDecoder().decode(writerOf(mapping(row)).write(ORDER)));
  return id === 'd1' ? rest : undefined;
};

describe('expressions of mappings out', () => {
  test.each([
    ['a text', `value: '"NO01"'`, 'NO01'],
    ['a flag', `value: 'true'`, true],
    ['the object at hand', `value: 'source.orderNo + "-1"'`, 'O1-1'],
    ['the document', `value: 'document.deliveryId'`, 'd1'],
    ['an exact sum', `value: 'decimal(source.lines[0].unitPrice) + decimal("0.2")'`, '0.3'],
    ['a whole number', `value: 'source.lines[1].no'`, 2],
    ['a condition', `value: 'source.ready ? "J" : "N"'`, 'J'],
    ['null is nothing', `value: 'has(source.nothing) ? "there" : "not"'`, 'not'],
  ])('%s', (_, source, value) => {
    expect(made(`  - { to: it, ${source} }`)).toEqual({ it: value });
  });

  test('each entry sees itself, and a condition leaves a row out', () => {
    const rows = [
      `  - to: lines`,
      `    each: lines`,
      `    rows:`,
      `      - { to: amount, value: 'decimal(source.quantity) * decimal(source.unitPrice)', as: number }`,
      `      - { to: text, from: text, when: 'has(source.text)' }`,
      `      - { to: first, value: 'true', when: 'source.no == 1' }`,
    ];
    expect(made(rows.join('\n'))).toEqual({
      lines: [
        { amount: 1, first: true },
        { amount: 2.1, text: 'x' },
      ],
    });
  });

  test('a condition that does not hold leaves out what would be missing, a list and a group too', () => {
    expect(made(`  - { to: a, from: none, when: 'false' }`)).toEqual({});
    expect(made(`  - { to: a, each: lines, when: 'source.orderNo == "O2"', rows: [{ to: b, from: none }] }`)).toEqual(
      {},
    );
  });

  test('one that cannot be counted refuses the document with its row', () => {
    const attempt = () => writerOf(mapping(`  - { to: a, value: 'decimal(source.orderNo)' }`)).write(ORDER);
    expect(attempt).toThrow(MappingNotApplicable);
    expect(attempt).toThrow(/O1/);
  });

  test.each([
    [`  - { to: a, value: 'source.' }`, /^8:\d+ /],
    [`  - { to: a, value: 'sorce.x' }`, /^8:\d+ .*sorce/],
    [`  - { to: a, from: orderNo, when: '"text"' }`, /^8:\d+ /],
  ])('a fault of one is found: %s', (row, found) => {
    expect(findingsOf(mapping(row))).toEqual([expect.stringMatching(found)]);
  });
});

describe('which entry is being written', () => {
  const lines = (...row: string[]) => made(`  - { to: lines, each: '${row[0]}', rows: [${row.slice(1).join(', ')}] }`);

  test('position counts the entries of the innermost list, and those alone that are written', () => {
    const all = lines('lines', `{ to: no, value: position }`);
    expect(all).toEqual({ lines: [{ no: 1 }, { no: 2 }] });
    const one = lines('lines[text]', `{ to: no, value: position }`);
    expect(one).toEqual({ lines: [{ no: 1 }] });
  });

  test('behind a list it is what it was before it', () => {
    const rows = `  - { to: lines, each: lines, rows: [{ to: no, value: position }] }\n  - { to: last, value: position }`;
    expect(made(rows)).toEqual({ lines: [{ no: 1 }, { no: 2 }], last: 1 });
  });

  test('a file that is yet to be written has no name to ask for', () => {
    expect(findingsOf(mapping(`  - { to: it, value: file.name }`)).join()).toContain('There is no file.');
  });
});

describe('times without an offset', () => {
  const at = (zone?: string) => {
    const writer = writerOf(mapping(`  - { to: at, from: at, convert: { instant: dd.MM.yyyy HH:mm } }`));
    const bytes = writer.write({ deliveryId: 'd1', at: '2026-07-01T22:30:00Z' }, undefined, zone);
    return (JSON.parse(new TextDecoder().decode(bytes)) as { at: string }).at;
  };

  test("are written in the site's zone", () => {
    expect(at('Europe/Oslo')).toBe('02.07.2026 00:30');
    expect(at('Atlantic/Reykjavik')).toBe('01.07.2026 22:30');
  });

  test('are refused where no zone is known', () => {
    expect(() => at()).toThrow('no zone is known');
  });
});

describe('names that the document does not have', () => {
  const faults = (row: string) => {
    const head =
      'mapping: m\ndirection: out\ndocument: visma-sales-order\nclaims: { channel: visma }\ntarget: { format: json }\nrows:\n';
    return findingsOf(`${head}  - { to: id, from: deliveryId }\n${row}`);
  };

  test.each([
    ['in a value', `  - { to: a, optional: true, value: 'text(source.orderNoo)' }`],
    ['in a condition', `  - { to: a, from: orderNo, when: '1 == 1 && has(source.orderNoo)' }`],
    ['of the whole document', `  - { to: l, each: lines, rows: [{ to: a, value: 'text(document.orderNoo)' }] }`],
    ['of an entry', `  - { to: l, each: lines, rows: [{ to: a, value: 'text(source.orderNo)' }] }`],
  ])('are found when the mapping is read, where they stand: %s', (_, row) => {
    const [name = ''] = /(?:source|document)[.]orderNoo?/.exec(row) ?? [];
    const [fault = '', ...others] = faults(row);
    expect(others).toEqual([]);
    expect(fault).toContain(`8:${row.indexOf(name) + 1} ${name}: The document has no field`);
  });

  test.each([
    ['the delivery id', `  - { to: a, value: 'document.deliveryId' }`],
    [
      'a list, and what each of it has',
      `  - { to: a, value: 'text(size(list(source.lines).filter(one, one.unknown == "A")))' }`,
    ],
    ['an entry that is counted', `  - { to: a, value: 'source.lines[0].productNo' }`],
  ])('what it has, and what cannot be known, is no fault: %s', (_, row) => {
    expect(faults(row)).toEqual([]);
  });
});
