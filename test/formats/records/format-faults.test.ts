import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { formatFaults } from '../../../src/formats/records/format-faults.ts';
import { NoRecordPath, recordSteps } from '../../../src/formats/records/record-path.ts';

const faults = (format: MappingFormat, namespaces: Record<string, string> = {}): unknown =>
  formatFaults(format, namespaces).map(({ path, message, hint }) => {
    expect(hint).toMatch(/[.?]$/);
    return `${path.join('.')}: ${message}`;
  });
const HL = { H: { columns: ['t', 'no'] }, L: { under: 'H', columns: { qty: 2 } } };

describe('a format that says what a file is', () => {
  it.each<MappingFormat>([
    { format: 'xml', each: '/*/x:Order' },
    { format: 'json', each: "/orders/'Order No'" },
    { format: 'csv' },
    { format: 'csv', each: 'line' },
    { format: 'csv', header: true, columns: ['a', null, 'b', null] },
    { format: 'csv', recordType: 1, records: { ...HL, '*': { ignore: true } }, each: '/H/L' },
    { format: 'csv', quote: '' },
    { format: 'fixed-width', lineLength: 15, fields: { a: '1-15', b: { at: '3', value: 'x' } } },
    { format: 'fixed-width', recordType: '3-4,7-8', records: { '0930': { fields: { a: '9-15' } } } },
    { format: 'visma-import', tables: { WaBnd: {}, WaVo: { under: 'WaBnd' } } },
  ])('has no fault: %j', (format) => expect(faults(format, { x: 'u' })).toEqual([]));
});

describe('a format with faults', () => {
  it.each<[MappingFormat, string[]]>([
    [
      { format: 'xml', each: '/Orders/Order[1]' },
      [
        'each: "/Orders/Order[1]" is no path of records: at column 9 a name should stand. It is made of names with slashes, * for any name, and has no conditions or attributes.',
      ],
    ],
    [{ format: 'xml', each: '/y:Orders' }, ['each: The prefix "y" is not declared under namespaces: x is.']],
    [
      { format: 'json', each: '/' },
      [
        'each: "/" is no path of records: at column 2 a name should stand. It is made of names with slashes, * for any name, and has no conditions or attributes.',
      ],
    ],
    [{ format: 'csv', each: 'Linje' }, ['each: There is no kind of line "Linje" that could be the record.']],
    [
      { format: 'csv', recordType: 1, records: HL, each: 'HH' },
      ['each: There is no kind of line "HH" that could be the record.'],
    ],
    [{ format: 'csv', separator: '"' }, ['separator: The separator and the quotation mark are the same character.']],
    [{ format: 'csv', header: false }, ['header: Nothing says what the columns are called.']],
    [
      { format: 'csv', header: true, recordType: 1, records: HL },
      ['header: A file with record types has no first line that names the columns of all of them.'],
    ],
    [{ format: 'csv', columns: ['a', null, null, 'a'] }, ['columns: The column "a" stands twice.']],
    [
      { format: 'csv', records: HL },
      ['records: recordType says where the kind of a line stands, records what kinds there are: they go together.'],
    ],
    [
      { format: 'csv', columns: ['a'], recordType: 1 },
      ['recordType: recordType says where the kind of a line stands, records what kinds there are: they go together.'],
    ],
    [
      { format: 'csv', recordType: '1-2', records: HL },
      ['recordType: "1-2" is no place where the kind of a line can stand.'],
    ],
    [
      { format: 'fixed-width', recordType: '4-2', records: { A: { fields: {} } } },
      ['recordType: "4-2" is no place where the kind of a line can stand.'],
    ],
    [{ format: 'fixed-width' }, ['fields: Nothing says what stands at which positions.']],
    [
      { format: 'fixed-width', lineLength: 9, fields: { a: '0-3', b: 'x', c: '8-10', d: { at: '1-2', value: 'abc' } } },
      [
        'fields.a: "0-3" are no positions.',
        'fields.b: "x" are no positions.',
        'fields.c: Position 10 is beyond the 9 characters of a line.',
        'fields.d: "abc" has 3 characters, and the field 2.',
      ],
    ],
    [{ format: 'visma-import' }, ['tables: Nothing says which tables are read.']],
    [
      { format: 'visma-import', tables: { A: { under: 'B' }, B: { under: 'A' } } },
      [
        'tables.A.under: The kind "A" stands under itself, by way of A, B.',
        'tables.B.under: The kind "B" stands under itself, by way of B, A.',
      ],
    ],
    [
      {
        format: 'csv',
        recordType: 1,
        records: {
          A: {},
          B: { under: 'Q', columns: { x: 1, y: 1 } },
          C: { ignore: true },
          D: { under: 'C', columns: [] },
          '*': {},
        },
      },
      [
        'records.A: Nothing says what stands in a line of the kind "A".',
        'records.B.under: There is no kind of line "Q" that others could stand under.',
        'records.B.columns: Two columns stand at position 1.',
        'records.D.under: There is no kind of line "C" that others could stand under.',
        'records.*: "*" stands for all other kinds of lines, which can only be left out.',
      ],
    ],
  ])('has all of them told, each at its place: %j', (format, expected) =>
    expect(faults(format, { x: 'u' })).toEqual(expected),
  );

  it('names what was probably meant', () => {
    expect(
      formatFaults({ format: 'csv', recordType: 1, records: { Heads: { columns: ['a'] } }, each: 'Head' }, {}),
    ).toMatchObject([{ hint: 'Did you mean "Heads"?' }]);
  });
});

describe('a path of records', () => {
  it('has names, any name, and names in quotes, with the namespaces of their prefixes', () => {
    expect(recordSteps(" /a / * /x:b/'c / d'/30", { x: 'u' })).toEqual([
      { namespace: '', name: 'a' },
      { namespace: null, name: null },
      { namespace: 'u', name: 'b' },
      { namespace: '', name: 'c / d' },
      { namespace: '', name: '30' },
    ]);
    expect(recordSteps('a', {})).toEqual([{ namespace: null, name: 'a' }]);
    expect(recordSteps('a', { '': 'u' })).toEqual([{ namespace: 'u', name: 'a' }]);
  });

  it.each(['', '/', 'a//b', 'a/', '/a/@b', "a[b='c']", '../a', '.', 'a b', "'a", 'a|b:c:d'])('is none: %j', (path) => {
    expect(() => recordSteps(path, {})).toThrow(NoRecordPath);
  });
});
