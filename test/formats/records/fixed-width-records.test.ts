import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { readRecords } from '../../../src/formats/records/open-records.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { cutAt, plain, readPieces, readText } from './read-all.ts';

const plainLines: MappingFormat = { format: 'fixed-width', fields: { no: '1-4', name: '5-9', last: '10' } };

/** OCR giro as its description has it (positions of data/visma/FORMATS.md 3.3). */
const NY = { at: '1-2', value: 'NY' };
const OCR: MappingFormat = {
  format: 'fixed-width',
  encoding: 'iso-8859-1',
  lineLength: 80,
  recordType: '7-8',
  each: "'30'",
  records: {
    '10': { fields: { format: NY, transmission: '17-23', zeros: { at: '32-80', value: '', fill: '0' } } },
    '20': { fields: { format: NY, agreement: '9-17', account: '25-35' } },
    '30': {
      under: '20',
      fields: { format: NY, type: '5-6', no: '9-15', day: '16-21', sign: '32', amount: '33-49', kid: '50-74' },
    },
    '31': { under: '30', fields: { no: '9-15', bankDay: '42-47', debit: '48-58' } },
    '32': { under: '30', fields: { text: '16-55' } },
    '88': { under: '20', fields: { count: '9-16', sum: '25-41' } },
    '89': { fields: { count: '9-16', sum: '25-41' } },
  },
};

const line = (parts: Readonly<Record<number, string>>): string => {
  let made = '0'.repeat(80);
  for (const [at, text] of Object.entries(parts))
    made = made.slice(0, Number(at) - 1) + text + made.slice(Number(at) - 1 + text.length);
  return made;
};
const START = line({ 1: 'NY000010', 17: '0000007' });
const assignment = (account: string): string => line({ 1: 'NY090020', 9: '001008566', 25: account });
const payment = (no: string, kid: string): string =>
  [
    line({ 1: 'NY091030', 9: no, 16: '200192', 32: '0', 33: '00000000000102000', 50: kid.padStart(25) }),
    line({ 1: 'NY091031', 9: no, 42: '190192', 48: '99990512341' }),
  ].join('\r\n');
const END = [line({ 1: 'NY090088', 9: '00000001' }), line({ 1: 'NY000089', 9: '00000002' })].join('\r\n');

describe('lines of positions', () => {
  it('have what stands at the positions, from 1 and both included; a line may end early', () => {
    expect(
      readText('0001Kari X\n0002Ola\n\n0003  å  Y\n', plainLines).records.map(({ record }) => plain(record)),
    ).toEqual([
      ['line', 'no=0001', 'name=Kari ', 'last=X'],
      ['line', 'no=0002', 'name=Ola'],
      ['line', 'no=0003', 'name=  å  ', 'last=Y'],
    ]);
  });

  it('count characters, also those of two UTF-16 units, and say where each stands', () => {
    const [read] = readText('1😀😀4åbcdeX', plainLines).records;
    expect(plain(read?.record as never)).toEqual(['line', 'no=1😀😀4', 'name=åbcde', 'last=X']);
    expect(read?.record.children?.map(({ at }) => at)).toEqual([
      { line: 1, column: 1, path: 'no' },
      { line: 1, column: 7, path: 'name' },
      { line: 1, column: 12, path: 'last' },
    ]);
  });

  it('of several kinds stand in each other: OCR giro', () => {
    const text = [START, assignment('99991042764'), payment('0000001', '0123'), payment('0000002', '0456'), END].join(
      '\r\n',
    );
    const read = readText(text, OCR);
    expect(read.refused).toEqual([]);
    expect(
      read.records.map(({ record, around }) => [
        record.children?.map(({ name, text: value }) => `${name}=${value ?? ''}`),
        around,
      ]),
    ).toEqual([
      [
        [
          'format=NY',
          'type=10',
          'no=0000001',
          'day=200192',
          'sign=0',
          'amount=00000000000102000',
          `kid=${'0123'.padStart(25)}`,
          '31=',
        ],
        ['10', '20'],
      ],
      [
        [
          'format=NY',
          'type=10',
          'no=0000002',
          'day=200192',
          'sign=0',
          'amount=00000000000102000',
          `kid=${'0456'.padStart(25)}`,
          '31=',
        ],
        ['10', '20'],
      ],
    ]);
  });

  it('are the same with the same places and findings, however they are cut into pieces', () => {
    const part = fc.constantFrom(
      START,
      assignment('1'.repeat(11)),
      payment('0000001', '7'),
      END,
      'NY',
      'x'.repeat(80),
      '\r\n',
      '\n',
      '\r',
      '😀',
    );
    const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(1_200), { maxLength: 10 }),
        fc.constantFrom(OCR, plainLines),
        (any, at, format) => {
          expect(readPieces(cutAt(any, at), format)).toEqual(readText(any, format));
        },
      ),
      propertyRuns(300),
    );
  });
});

describe('a line of positions that cannot be read', () => {
  const whole = [START, assignment('99991042764'), payment('0000001', '0123'), payment('0000002', '0456'), END];
  const read = (lines: readonly string[]): unknown => {
    const { records, refused, fault } = readText(lines.join('\r\n'), OCR);
    return [
      records.map(({ record }) => record.children?.[2]?.text),
      refused.map(({ message, at }) => `${at?.line}:${at?.column} ${message}`),
      fault,
    ];
  };

  it('refuses its record where it has another length', () => {
    expect(read([...whole.slice(0, 2), payment('0000001', '0123').slice(0, -1), ...whole.slice(3)])).toEqual([
      ['0000002'],
      ['4:80 This line has 79 characters, where there should be 80.'],
      undefined,
    ]);
  });

  it.each(['\t', '\v', '\f'])('refuses its record where %j makes its positions uncertain', (sign) => {
    const { records, refused } = readText(`0001Anna X\n0002${sign}BoX\n0003Carl X\n`, plainLines);
    expect(records).toHaveLength(2);
    expect(refused).toMatchObject([{ code: 'RECORD_INVALID', at: { line: 2, column: 5 } }]);
  });

  it('refuses its record where something else stands in place of what always stands there', () => {
    expect(read([...whole.slice(0, 2), payment('0000001', '0123').replace('NY', 'NX'), ...whole.slice(3)])).toEqual([
      ['0000002'],
      ['3:1 "NX" stands in positions 1-2 (format), where the mapping says that "NY" always stands.'],
      undefined,
    ]);
  });

  it('refuses all that stands under it, and nothing under the next one', () => {
    const two = [...whole.slice(0, 4), assignment('88881042764'), payment('0000003', '0789'), END];
    expect(read(two.with(1, assignment('99991042764').replace('NY', 'NX')))).toEqual([
      ['0000003'],
      ['2:1 "NX" stands in positions 1-2 (format), where the mapping says that "NY" always stands.'],
      undefined,
    ]);
  });

  it('is of a kind that the mapping does not know', () => {
    expect(read([...whole.slice(0, 3), line({ 1: 'NY091099' }), ...whole.slice(3)])).toEqual([
      ['0000002'],
      ['5:7 "99" in positions 7-8 is no record type of the mapping: 10, 20, 30, 31, 32, 88, 89 are.'],
      undefined,
    ]);
  });

  it('refuses the file where all records share it', () => {
    expect(read([START.replace(/0$/, '1'), ...whole.slice(1)])).toMatchObject([
      [],
      [],
      { code: 'RECORD_INVALID', at: { line: 1, column: 32 } },
    ]);
  });

  it('of which there is none makes an empty file', () => {
    expect(readText(' \r\n', OCR).fault?.code).toBe('EMPTY_FILE');
  });
});

it('kinds of lines may be told by several stretches together', () => {
  const format: MappingFormat = {
    format: 'fixed-width',
    recordType: '3-4,7-8',
    records: { '0930': { fields: { no: '9-15' } }, '*': { ignore: true } },
  };
  const read = readText([START, payment('0000001', '1'), line({ 1: 'NY212130' })].join('\n'), format);
  expect(read.records.map(({ record }) => plain(record))).toEqual([['0930', 'no=0000001']]);
});

const SHARED = resolve(
  import.meta.dirname,
  '../../..',
  process.env.ORDREBRO_SHARED_DATA ?? '../shared/data',
  'bank/ocr_giro_transactions.txt',
);

describe.runIf(existsSync(SHARED))('a real OCR giro file', () => {
  it('gives every payment, and their amounts are the sum that the file says', () => {
    const { records, refused, fault } = readText(readFileSync(SHARED, 'latin1'), OCR);
    expect([refused, fault]).toEqual([[], undefined]);
    const amounts = records.map(({ record }) => Number(record.children?.find(({ name }) => name === 'amount')?.text));
    expect([records.length, amounts.reduce((sum, amount) => sum + amount, 0)]).toEqual([20, 5_144_900]);
  });
});

it.skipIf(existsSync(SHARED))(
  'skipped: the shared bank file is not there (ORDREBRO_SHARED_DATA, else ../shared/data)',
  () => {},
);

it('what stands around records keeps its place, in whatever order its fields are named', () => {
  const format: MappingFormat = {
    format: 'fixed-width',
    recordType: '1',
    each: 'L',
    records: { H: { fields: { late: '6-9', early: '2-5' } }, L: { under: 'H', fields: { no: '2-9' } } },
  };
  const places: unknown[] = [];
  const text = `H${'a'.repeat(8)}\n${'L00000001\n'.repeat(5_000)}`;
  readRecords(
    Buffer.from(text),
    format,
    {},
    {
      record: ({ root, placeOf }) => places.push(root.children[0]?.children.map(placeOf).slice(0, 2)),
      refused: () => undefined,
    },
  );
  expect(places.at(-1)).toEqual([
    { line: 1, column: 6, path: 'H/late' },
    { line: 1, column: 2, path: 'H/early' },
  ]);
});
