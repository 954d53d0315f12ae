import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/domain/fault.ts';
import type { TraceStep } from '../../../src/mapping/language/mapping-set.ts';
import { MappingNotApplicable } from '../../../src/mapping/language/out/mapping-not-applicable.ts';
import { writerOf } from './compiled-out.ts';

const JSON_OUT = (...rows: string[]) =>
  [
    'mapping: test',
    'direction: out',
    'document: any-document',
    'claims: { channel: visma }',
    'target: { format: json }',
    'rows:',
    ...rows,
  ].join('\n');

/** What the rows make of a document, read again. */
function made(document: Record<string, unknown>, ...rows: string[]): unknown {
  return JSON.parse(new TextDecoder().decode(writerOf(JSON_OUT(...rows)).write(document)));
}

/** Why the rows do not write a document, as `line:column path message`. */
function refused(document: Record<string, unknown>, ...rows: string[]): string[] {
  try {
    writerOf(JSON_OUT(...rows)).write(document);
  } catch (problem) {
    if (!(problem instanceof MappingNotApplicable)) throw problem;
    return problem.findings.map(({ at, message }) => `${at?.line}:${at?.column} ${at?.path ?? ''} ${message}`);
  }
  throw new Error('it was written');
}

const ORDER = {
  document: 'any-document',
  orderNo: 'O1',
  deliveryId: 'd1',
  party: { name: 'A', tags: ['x', 'y'] },
  lines: [
    { no: 1, text: 'a', unit: 'kg', kind: 'product' },
    { no: 2, text: null, unit: 'kg', kind: 'freight' },
  ],
};

describe('paths in the document', () => {
  test.each([
    ['orderNo', 'O1'],
    ['/orderNo', 'O1'],
    ['party/name', 'A'],
    ['./party/./name', 'A'],
    ['party/../orderNo', 'O1'],
    ["'party'/'name'", 'A'],
    ['party/tags[2]', 'y'],
    ['lines[2]/no', 2],
    ["lines[kind='FREIGHT']/no", 2],
    ["lines[kind!='freight']/no", 1],
    ['lines[text]/no', 1],
    ["lines[text='']/no | lines[1]/no", 1],
    ["party[name='A'][1]/name", 'A'],
    ['lines[no=/chosen]/no', 2],
    ['*/name', 'A'],
    ['nothing | party/none | orderNo', 'O1'],
  ])('%s', (path, value) => {
    expect(made({ ...ORDER, chosen: 2 }, `  - { to: it, from: "${path}" }`)).toEqual({ it: value });
  });

  test('entries of lists in lists are called item', () => {
    expect(made({ grid: [['a', 'b'], ['c']] }, '  - { to: it, texts: grid/item }')).toEqual({ it: ['a', 'b', 'c'] });
  });
});

describe('a field that finds nothing', () => {
  test('refuses the document with its line in the mapping, the place in the document and what to do', () => {
    const rows = [
      '  - { to: a, from: none }',
      '  - to: lines',
      '    each: lines',
      '    rows:',
      '      - { to: text, from: text }',
    ];
    expect(refused(ORDER, ...rows)).toEqual([
      '7:5  Nothing stands at "none", and a needs it.',
      '11:9 lines[2] Nothing stands at "text" of lines[2], and lines[2]/text needs it.',
    ]);
    const attempt = () => writerOf(JSON_OUT(...rows)).write(ORDER);
    expect(attempt).toThrow(
      'The any-document O1 does not fit the mapping test: Nothing stands at "none", and a needs it. (and 1 more)',
    );
    expect(attempt).toThrow(Fault);
  });

  test.each(['  - { to: a, from: none, optional: true }', '  - { to: a, from: party/none | empty, optional: true }'])(
    'is left out where it is optional:%s',
    (row) => {
      expect(made({ ...ORDER, empty: '  ' }, row)).toEqual({});
    },
  );

  test('has its default, which is not converted', () => {
    expect(
      made(
        ORDER,
        '  - { to: a, from: none, default: x, convert: upper }',
        '  - { to: b, from: none, default: false }',
        '  - { to: c, from: none, default: 0.10 }',
        '  - { to: d, from: none, default: 7, as: number }',
      ),
    ).toEqual({ a: 'x', b: false, c: '0.10', d: 7 });
  });

  test('a group, a list and texts are no exception', () => {
    expect(
      refused(
        { list: [] },
        '  - { to: a, at: none, rows: [{ to: b, from: c }] }',
        '  - { to: d, each: list, rows: [{ to: b, from: c }] }',
        '  - { to: e, texts: list }',
      ),
    ).toEqual([
      '7:5  Nothing stands at "none", and a needs it.',
      '8:5  Nothing stands at "list", and d needs it.',
      '9:5  Nothing stands at "list", and e needs it.',
    ]);
    expect(
      made(
        { list: [] },
        '  - { to: a, at: none, optional: true, rows: [{ to: b, from: c }] }',
        '  - { to: d, each: list, optional: true, rows: [{ to: b, from: c }] }',
        '  - { to: e, each: list, as: list, optional: true, rows: [{ to: b, from: c }] }',
      ),
    ).toEqual({ e: [] });
  });
});

describe('rows', () => {
  test('with the same to: the later one counts only where the earlier found nothing', () => {
    const rows = [
      '  - { to: a, from: none }',
      '  - { to: b, from: orderNo }',
      '  - { to: a, from: deliveryId, optional: true }',
    ];
    expect(made(ORDER, ...rows)).toEqual({ a: 'd1', b: 'O1' });
    expect(made({ orderNo: 'O1' }, ...rows)).toEqual({ b: 'O1' });
    expect(made({ orderNo: 'O1', none: 'x', deliveryId: 'd1' }, ...rows)).toEqual({ a: 'x', b: 'O1' });
  });

  test('with the same way write into one group, lists stay entries of their own', () => {
    expect(
      made(
        ORDER,
        '  - { to: g/name, from: party/name }',
        '  - { to: g, at: ., rows: [{ to: no, from: orderNo }] }',
        '  - { to: g/lines/line, each: lines, rows: [{ to: no, from: no }, { to: of/order, from: ../orderNo }] }',
        '  - { to: g/lines/line, each: party, rows: [{ to: no, from: name }] }',
      ),
    ).toEqual({
      g: {
        name: 'A',
        no: 'O1',
        lines: { line: [{ no: 1, of: { order: 'O1' } }, { no: 2, of: { order: 'O1' } }, { no: 'A' }] },
      },
    });
  });

  test('never write into the entries of a list by its name: that is one entry more', () => {
    const list = '  - { to: l, each: lines, rows: [{ to: no, from: no }] }';
    expect(made(ORDER, list, '  - { to: l/no, from: orderNo }')).toEqual({ l: [{ no: 1 }, { no: 2 }, { no: 'O1' }] });
  });

  test('with several values that differ are refused, and one is chosen in brackets', () => {
    expect(refused(ORDER, '  - { to: a, from: lines/no }')).toEqual([
      '7:5 lines[2].no a is one value, but here stand "1" and "2".',
    ]);
    expect(made(ORDER, '  - { to: a, from: "lines[1]/no" }', '  - { to: b, from: lines/unit }')).toEqual({
      a: 1,
      b: 'kg',
    });
    expect(refused(ORDER, '  - { to: a, at: lines, rows: [{ to: b, from: no }] }')).toEqual([
      '7:5 lines[2] There are 2 objects at "lines", and a is one group.',
    ]);
    expect(made(ORDER, '  - { to: a, at: "lines[2]", rows: [{ to: b, from: no }] }')).toEqual({
      a: { b: 2 },
    });
  });

  test('what is missing in a group or an entry that is left out is not missing; what is wrong in it is', () => {
    const entry = (row: string) =>
      `  - { to: lines, each: lines, needs: text, rows: [{ to: text, from: text, optional: true }, ${row}] }`;
    expect(
      made(
        { deliveryId: 'd1', lines: [{ no: 1 }, { no: 2, text: 'x', extra: 'y' }] },
        entry('{ to: extra, from: extra }'),
      ),
    ).toEqual({
      lines: [{ text: 'x', extra: 'y' }],
    });
    expect(
      refused(
        { deliveryId: 'd1', lines: [{ no: 1, bad: 'abc' }] },
        entry('{ to: bad, from: bad, convert: decimal }'),
      ).join(),
    ).toContain('"abc" is not a number');
  });

  test('leave out a group, or an entry, without what it needs', () => {
    const lines =
      '  - { to: lines, each: lines, needs: text, rows: [{ to: no, from: no }, { to: text, from: text, optional: true }] }';
    expect(made(ORDER, lines, '  - { to: p, at: party, needs: vat/no, rows: [{ to: name, from: name }] }')).toEqual({
      lines: [{ no: 1, text: 'a' }],
    });
  });

  test('keep an entry of which nothing is written, so that none is lost', () => {
    expect(made(ORDER, '  - { to: lines, each: lines, rows: [{ to: text, from: text, optional: true }] }')).toEqual({
      lines: [{ text: 'a' }, {}],
    });
  });

  test('of a part stand in place of the row that uses it', () => {
    const parts = ['part: line\nrows: [{ to: no, from: no }, { to: u, from: unit }]'];
    const writer = writerOf(JSON_OUT('  - { to: l, each: lines, rows: [{ use: line }] }'), { parts });
    expect(JSON.parse(new TextDecoder().decode(writer.write(ORDER)))).toEqual({
      l: [
        { no: 1, u: 'kg' },
        { no: 2, u: 'kg' },
      ],
    });
    expect(() => writer.write({ lines: [{ no: 1 }] })).toThrow('Nothing stands at "unit" of lines[1]');
  });

  test('join texts, each once where asked', () => {
    expect(
      made(
        ORDER,
        '  - { to: a, texts: lines/unit, distinct: true }',
        '  - { to: b, texts: party/tags, join: "+", convert: upper }',
        '  - { to: c, texts: lines/no, join: "" }',
      ),
    ).toEqual({ a: ['kg'], b: 'X+Y', c: '12' });
  });

  test('look up backwards', () => {
    const lookups = [{ name: 'units', file: 'units.csv', text: 'theirs,ours\nKG,kg\n' }];
    const writer = writerOf(JSON_OUT('  - { to: u, from: unit, lookup: units }'), { lookups });
    expect(new TextDecoder().decode(writer.write({ unit: 'kg' }))).toContain('"u": "KG"');
    expect(() => writer.write({ unit: 'pcs' })).toThrow(MappingNotApplicable);
  });
});

describe('values', () => {
  test('keep their kind: texts, flags, whole numbers; as changes it', () => {
    expect(
      made(
        { t: '1.50', b: true, n: 7 },
        '  - { to: t, from: t }',
        '  - { to: b, from: b }',
        '  - { to: n, from: n }',
        '  - { to: tn, from: t, as: number }',
        '  - { to: bt, from: b, as: text }',
        '  - { to: nt, from: n, as: text }',
        '  - { to: l, from: n, as: list }',
      ),
    ).toEqual({ t: '1.50', b: true, n: 7, tn: 1.5, bt: 'true', nt: '7', l: [7] });
  });

  test('a number that JSON has with decimals is written digit by digit', () => {
    const writer = writerOf(JSON_OUT('  - { to: n, from: n, as: number }'));
    expect(new TextDecoder().decode(writer.write({ n: 0.1 }))).toBe('{\n  "n": 0.1\n}\n');
  });

  test('a group is no value', () => {
    expect(refused(ORDER, '  - { to: a, from: party }')).toEqual(['7:5 party party is a group of fields, no value.']);
  });

  test('what the format cannot hold is told with the row and the place in the document', () => {
    expect(refused(ORDER, '  - { to: l, each: lines, rows: [{ to: n, from: kind, as: number }] }')[0]).toMatch(
      /^7:\d+ lines\[1\]\.kind n is "product", which JSON does not know as a number/,
    );
  });
});

test('the trace tells of each field where it came from, what became of it, and by which line', () => {
  const steps: TraceStep[] = [];
  const rows = [
    '  - { to: l, each: lines, rows: [{ to: t, from: text, convert: upper, default: "?" }, { to: x, from: none, optional: true }] }',
  ];
  writerOf(JSON_OUT(...rows)).write(ORDER, (step) => steps.push(step));
  const row = (column: number) => ({ file: 'mappings/test.yaml', line: 7, column });
  expect(steps).toEqual([
    {
      to: 'l[1]/t',
      row: row(34),
      source: { path: 'lines[1].text' },
      raw: 'a',
      steps: [{ step: 'upper', result: 'A' }],
      result: '"A"',
    },
    { to: 'l[1]/x', row: row(87), steps: [], note: 'nothing found' },
    { to: 'l[2]/t', row: row(34), steps: [], result: '"?"', note: 'the default' },
    { to: 'l[2]/x', row: row(87), steps: [], note: 'nothing found' },
  ]);
});
