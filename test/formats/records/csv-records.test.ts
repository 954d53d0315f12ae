import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { csvHeader } from '../../../src/formats/csv/csv-header.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { cutAt, plain, readPieces, readText } from './read-all.ts';

const csv = (more: Partial<MappingFormat> = {}): MappingFormat => ({ format: 'csv', ...more });
const rows = (text: string, more: Partial<MappingFormat> = {}): unknown =>
  readText(text, csv(more)).records.map(({ record }) => plain(record));
const refused = (text: string, more: Partial<MappingFormat> = {}): unknown =>
  readText(text, csv(more)).refused.map(({ code, message, at }) => [code, message, at?.line, at?.column]);

const ORDERS: MappingFormat = csv({
  recordType: 1,
  records: {
    V: { columns: ['type', 'version'] },
    H: { columns: ['type', 'no', 'customer'] },
    L: { under: 'H', columns: { product: 3, quantity: 5 } },
    T: { under: 'L', columns: ['type', 'text'] },
    X: { ignore: true },
  },
  each: '/H',
});

describe('lines of columns', () => {
  it('have the names of the first line, and blank values are nothing', () => {
    expect(rows('No;Order No ;Qty;\n1;A 7;10\n2; ;"";\r\n\r\n3;B\t;0')).toEqual([
      ['line', 'No=1', 'Order No=A 7', 'Qty=10'],
      ['line', 'No=2'],
      ['line', 'No=3', 'Order No=B\t', 'Qty=0'],
    ]);
  });

  it('have the names of the mapping where there is no such line; null is not used', () => {
    expect(rows('1;x;2', { columns: ['a', null, 'b'] })).toEqual([['line', 'a=1', 'b=2']]);
    expect(rows('a;b\n1;2', { columns: ['a', 'b'], header: true })).toEqual([['line', 'a=1', 'b=2']]);
  });

  it('are cut at the separator outside quotation marks, and only there', () => {
    expect(rows('a,b\n"x,""y""\r\nz", 12" \n "q" ,2', { separator: ',' })).toEqual([
      ['line', 'a=x,"y"\r\nz', 'b= 12" '],
      ['line', 'a=q', 'b=2'],
    ]);
    expect(rows(`a|b\n'x|y'|"`, { separator: '|', quote: "'" })).toEqual([['line', 'a=x|y', 'b="']]);
    expect(rows('a\tb\n"x\ty"', { separator: '\t', quote: '' })).toEqual([['line', 'a="x', 'b=y"']]);
  });

  it('end with LF, CR LF or CR; lines that are skipped, comments and blank ones say nothing', () => {
    const more = { skipLines: 2, comment: '//' };
    expect(rows('"what\rever\r\na;b\r// c;"\r1;2\r\n\n//\n/;3\n', more)).toEqual([
      ['line', 'a=1', 'b=2'],
      ['line', 'a=/', 'b=3'],
    ]);
  });

  it('say where each value stands', () => {
    const [first] = readText('a;b\n"x\ny";"z"\n', csv()).records;
    expect(first?.record).toMatchObject({
      at: { line: 2, column: 1 },
      children: [{ at: { line: 2, column: 1, path: 'a' } }, { at: { line: 3, column: 4, path: 'b' } }],
    });
  });

  const cell = fc
    .array(fc.constantFrom('a', ';', '"', '\n', '\r\n', '\r', ' ', 'å😀', '0', '#'), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const cuts = fc.array(fc.nat(400), { maxLength: 12 });
  const names = ['a', 'b', 'c'];

  it('that are written are read again alike, however they are cut into pieces', () => {
    const written = (text: string): string => (/[;"\r\n# ]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), cuts, fc.boolean(), (table, lineEnd, at, ended) => {
        const text =
          [names, ...table].map((line) => line.map(written).join(';')).join(lineEnd) + (ended ? lineEnd : '');
        const read = readPieces(cutAt(text, at), csv({ comment: '#' }));
        const expected = table.map((line) => {
          const values = line.flatMap((value, index) => (value.trim() === '' ? [] : [`${names[index]}=${value}`]));
          return values.length === 0 ? 'line=' : ['line', ...values];
        });
        expect({ ...read, records: read.records.map(({ record }) => plain(record)) }).toEqual({
          records: expected,
          refused: [],
        });
      }),
      propertyRuns(500),
    );
  });

  it('are the same with the same places and findings, however any text is cut into pieces', () => {
    const part = fc.constantFrom(
      'a',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '//',
      '/',
      'H;',
      'L;',
      'T;',
      'X',
      '\nH;1;2',
      '\nL;;x;;3',
      '😀',
    );
    const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
    const formats = fc.constantFrom<MappingFormat>(
      csv(),
      csv({ comment: '//', skipLines: 1, columns: ['x', 'y'] }),
      ORDERS,
    );
    fc.assert(
      fc.property(text, cuts, formats, (any, at, format) => {
        expect(readPieces(cutAt(any, at), format)).toEqual(readText(any, format));
      }),
      propertyRuns(1_000),
    );
  });
});

describe('a line that cannot be read', () => {
  it('refuses itself only, with the place and what is wrong', () => {
    const text = 'a;b\n1;2\n1\n1;2;3\n"x"y;2\n5;6';
    expect(rows(text)).toEqual([
      ['line', 'a=1', 'b=2'],
      ['line', 'a=5', 'b=6'],
    ]);
    expect(refused(text)).toEqual([
      ['RECORD_INVALID', 'This line has 1 column, where there should be 2.', 3, 2],
      ['RECORD_INVALID', 'This line has 3 columns, where there should be 2.', 4, 5],
      [
        'RECORD_INVALID',
        'Text stands behind a closing quotation mark. One that is part of a text is written twice.',
        5,
        4,
      ],
    ]);
  });

  it.each([
    ['', 'EMPTY_FILE', 1, 1, {}],
    ['\n \n', 'EMPTY_FILE', 1, 1, {}],
    ['a;b\n1;"2\n3;4\n', 'TRUNCATED', 2, 3, {}],
    ['a;b;a\n1;2;3', 'RECORD_INVALID', 1, 5, {}],
    ['a;c\n1;2', 'RECORD_INVALID', 1, 3, { header: true, columns: ['a', 'b'] }],
    ['a\n1', 'RECORD_INVALID', 1, 2, { header: true, columns: ['a', 'b'] }],
    [`a\n"${'x'.repeat(1_000_001)}`, 'FILE_TOO_LARGE', 2, 1, {}],
    [';'.repeat(10_001), 'FILE_TOO_LARGE', 1, 10_001, {}],
  ])('%# a file that cannot be read as a whole', (text, code, line, column, more) => {
    expect(readText(text, csv(more as Partial<MappingFormat>)).fault).toMatchObject({ code, at: { line, column } });
  });
});

describe('lines of several kinds', () => {
  const orders = (text: string): unknown => {
    const read = readText(text, ORDERS);
    return [
      read.records.map(({ record }) => plain(record)),
      read.refused.map(({ message, at }) => `${at?.line}:${at?.column} ${message}`),
    ];
  };

  it('stand in each other, and those before the records stay around them', () => {
    const read = readText('V;8\nH;1;A\nL;;P1;;2\nT;x\nL;;P2\nX;y;z\nH;2;B\n', ORDERS);
    expect(read.refused).toEqual([]);
    expect(read.records.map(({ record, around }) => [plain(record), around])).toEqual([
      [
        [
          'H',
          'type=H',
          'no=1',
          'customer=A',
          ['L', 'product=P1', 'quantity=2', ['T', 'type=T', 'text=x']],
          ['L', 'product=P2'],
        ],
        ['V', 'H'],
      ],
      [
        ['H', 'type=H', 'no=2', 'customer=B'],
        ['V', 'H'],
      ],
    ]);
    expect(read.records[0]?.record.children?.[3]?.children?.[0]?.at).toEqual({
      line: 3,
      column: 4,
      path: 'H/L/product',
    });
  });

  it('are records each where the mapping does not say which, but for those under others', () => {
    const { each: _, ...all } = ORDERS;
    expect(readText('V;8\nH;1;A\nL;;P1\n', all).records.map(({ record }) => record.name)).toEqual(['V', 'H']);
  });

  it('refuse the whole record where one of its lines cannot be read, and no other', () => {
    expect(orders('H;1;A\nL;;P1\nT;x;y\nL;;P2\nH;2;B\nL;;P3\n')).toEqual([
      [['H', 'type=H', 'no=2', 'customer=B', ['L', 'product=P3']]],
      ['3:5 This line has 3 columns, where there should be 2.'],
    ]);
  });

  it('never give the lines of one record to another: what follows a head that cannot be read is refused with it', () => {
    expect(orders('H;1;A\nL;;P1\nH;2\nL;;P2\nH;3;C\n')).toEqual([
      [
        ['H', 'type=H', 'no=1', 'customer=A', ['L', 'product=P1']],
        ['H', 'type=H', 'no=3', 'customer=C'],
      ],
      ['3:4 This line has 2 columns, where there should be 3.'],
    ]);
    expect(orders('H;1;A\nL;;P1\nZ;2;B\nL;;P2\nH;3;C\n')).toEqual([
      [['H', 'type=H', 'no=3', 'customer=C']],
      ['3:1 "Z" in column 1 is no record type of the mapping: V, H, L, T, X are.'],
    ]);
  });

  it('are refused where the line that they stand under is not there', () => {
    expect(orders('L;;P1\nH;1;A\n')).toEqual([
      [['H', 'type=H', 'no=1', 'customer=A']],
      ['1:1 A line of the kind "L" stands here without one of the kind "H" before it.'],
    ]);
  });

  it('refuse the file where the line is one that all records share', () => {
    expect(readText('V;8;9\nH;1;A\n', ORDERS).fault).toMatchObject({
      code: 'RECORD_INVALID',
      at: { line: 1, column: 5 },
    });
  });

  it('may not be more around the records than is kept', () => {
    const text = (line: string, times: number): unknown => readText(`${line.repeat(times)}H;1;A\n`, ORDERS).fault?.code;
    expect([text('V;8\n', 30_000), text('V;8\n', 40_000)]).toEqual([undefined, 'FILE_TOO_LARGE']);
    expect(text(`V;${'x'.repeat(900_000)}\n`, 6)).toBe('FILE_TOO_LARGE');
  });

  it('may be records inside others: then those around are known to them, and the next of those is another', () => {
    const format = csv({ ...ORDERS, each: 'L' });
    const read = readText('V;8\nH;1;A\nL;;P1\nL;;P2\nH;2;B\nL;;P3', format);
    expect(read.records.map(({ record, around }) => [plain(record), around])).toEqual([
      [
        ['L', 'product=P1'],
        ['V', 'H'],
      ],
      [
        ['L', 'product=P2'],
        ['V', 'H'],
      ],
      [
        ['L', 'product=P3'],
        ['V', 'H'],
      ],
    ]);
  });

  it('of kinds that nobody named can be left out', () => {
    const format = csv({ ...ORDERS, records: { ...ORDERS.records, '*': { ignore: true } } });
    expect(readText('Q;1\nH;1;A\nQ\n', format)).toMatchObject({ records: [{}], refused: [] });
  });
});

it('the first line tells its columns to whoever asks whose file it is', () => {
  expect(csvHeader('\n# x\n"Order;No"; Qty \n1;2', csv({ comment: '#' }))).toEqual(['Order;No', 'Qty']);
  expect(csvHeader('"never closed', csv())).toEqual([]);
});
