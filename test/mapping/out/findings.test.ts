import { describe, expect, test } from 'vitest';
import { compileOut } from '../../../src/mapping/language/out/compile-out.ts';
import { environment, findingsOf } from './compiled-out.ts';
import { mappingText } from './mapping-text.ts';

const mapping = (target: string, ...rows: string[]) =>
  [
    'mapping: test',
    'direction: out',
    'document: voucher-batch',
    `target: ${target}`,
    'rows:',
    '  - { to: id, from: deliveryId }',
    ...rows,
  ].join('\n');
const inJson = (...rows: string[]) => findingsOf(mapping('{ format: json }', ...rows));
const inXml = (...rows: string[]) => findingsOf(mapping('{ format: xml, root: R }', ...rows));
const inCsv = (target: string, ...rows: string[]) =>
  findingsOf(mapping(target, ...rows).replace('  - { to: id, from: deliveryId }\n', ''));

describe('a row that is wrong is found, with its place', () => {
  test.each([
    ['a misspelt field', '  - { to: a, from: documntId }', ['7:20 The document has no field "documntId" there.']],
    [
      'a misspelt field further in',
      '  - { to: a, from: batch/vouchers/amuont }',
      ['7:35 The document has no field "amuont" there.'],
    ],
    [
      'one behind ..',
      '  - { to: b, each: batch/vouchers, rows: [{ to: a, from: ../voucherSeres }] }',
      ['7:61 The document has no field "voucherSeres" there.'],
    ],
    ['a group as a value', '  - { to: a, from: batch }', ['7:20 "batch" is a group of fields, no value.']],
    [
      'a value as a group',
      '  - { to: a, at: documentId, rows: [{ to: b, from: . }] }',
      ['7:18 "documentId" is a value, no group of fields.'],
    ],
    ['no path', '  - { to: a, from: batch//voucherSeries }', ['7:26 Here stands "/" where a name should come.']],
    [
      'an open bracket',
      '  - { to: a, from: "batch/vouchers[1" }',
      [expect.stringMatching(/^7:3\d The path ends where "]" should come\.$/)],
    ],
    [
      'a zeroth entry',
      '  - { to: a, from: "batch/vouchers[0]/text" }',
      [expect.stringContaining('where a number from 1 before it should come')],
    ],
    ['no source', '  - { to: a }', ['7:5 This row says not where its value comes from.']],
    ['no target', '  - { from: documentId }', ['7:5 This row says not what it writes.']],
    ['no field to write', '  - { to: a//b, from: documentId }', ['7:11 "a//b" is no field to write.']],
    ['no rows', '  - { to: a, each: batch/vouchers }', ['7:5 A row with each has rows of its own.']],
    ['split', '  - { split: batch/vouchers, to: x, rows: [] }', ['7:14 split is for mappings in.']],
    ['an unknown part', '  - { use: prty }', ['7:12 There is no part "prty".']],
    [
      'an unknown converter',
      '  - { to: a, from: documentId, convert: [text, uppr] }',
      [expect.stringMatching(/^7:\d+ .*uppr/)],
    ],
    ['an unknown table', '  - { to: a, from: documentId, lookup: units }', [expect.stringMatching(/^7:\d+ .*units/)]],
    ['a binary float as default', '  - { to: a, default: 0.1 }', ['7:23 The default 0.1 is no whole number.']],
    ['an attribute in JSON', '  - { to: a/@b, from: documentId }', ['7:5 json has no attributes: @b.']],
    [
      'a value with fields in it',
      '  - { to: a, from: documentId }\n  - { to: a/b, from: key }',
      ['8:5 a is a value, and cannot have a/b in it.'],
    ],
    [
      'fields, and then a value',
      '  - { to: a/b, from: key }\n  - { to: a, from: documentId }',
      ['8:5 a is a value here, but other rows write fields into it.'],
    ],
    [
      'a field twice, once in a group',
      '  - { to: a/b, from: key }\n  - { to: a, at: batch, rows: [{ to: b, from: reversalOf }] }',
      ['8:32 b is written already in line 7.'],
    ],
    [
      'a row behind a default',
      '  - { to: a, from: key, default: x }\n  - { to: a, from: documentId }',
      ['8:5 This row never counts: line 7 writes a too, and has a default.'],
    ],
  ])('%s', (_, rows, found) => {
    expect(inJson(rows)).toEqual(found);
  });

  test('all faults of a file at once', () => {
    expect(
      inJson('  - { to: a, from: x }', '  - { to: b }', '  - { to: c, each: y, rows: [{ to: "", from: key }] }'),
    ).toHaveLength(4);
  });

  test('a part that uses itself, through another one too', () => {
    const part = (name: string, use: string) =>
      mappingText(`part: ${name}\nrows: [{ use: ${use} }]`, `mappings/${name}.yaml`);
    const parts = new Map([
      ['one', part('one', 'two')],
      ['two', part('two', 'one')],
    ]);
    expect(findingsOf(mapping('{ format: json }', '  - { use: one }'), { parts })).toEqual([
      '2:15 The part "one" uses itself: one > two > one.',
    ]);
  });

  test('a mistake is met with what was probably meant', () => {
    const hints = (rows: string) =>
      compileOut(mappingText(mapping('{ format: json }', rows)), environment()).findings.map(({ hint }) => hint);
    expect(hints('  - { to: a, from: documntId }')[0]).toContain('Did you mean "documentId"?');
  });

  test('a mapping that writes no deliveryId is warned of, and written all the same', () => {
    const text = mapping('{ format: json }').replace('from: deliveryId', 'from: key');
    const { writer, findings } = compileOut(mappingText(text), environment());
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['MAPPING_WARNING', 'No row writes the deliveryId.'],
    ]);
    expect(writer).toBeDefined();
  });

  test('fields of a document without a schema are not checked', () => {
    expect(
      findingsOf(
        mapping('{ format: json }', '  - { to: a, from: anything/at/all }').replace(
          'voucher-batch',
          'no-such-document',
        ),
      ),
    ).toEqual([]);
  });
});

describe('XML', () => {
  test.each([
    ['a name with a blank', '  - { to: "\'a b\'", from: key }', '"a b" is no name of an element.'],
    ['a prefix of nobody', '  - { to: c:a, from: key }', 'The prefix of "c:a" is not declared.'],
    ['an attribute with a prefix', '  - { to: "@c:a", from: key }', '@c:a is no name of an attribute.'],
    [
      'an attribute twice',
      '  - { to: x/@a, from: key }\n  - { to: x, at: batch, rows: [{ to: "@a", from: reversalOf }] }',
      '@a is written already in line 7.',
    ],
  ])('%s', (_, rows, message) => {
    expect(inXml(rows).map((found) => found.replace(/^\d+:\d+ /, ''))).toEqual([message]);
  });

  test('no root, or one that is no name', () => {
    expect(findingsOf(mapping('{ format: xml }'))).toEqual(['4:9 It is not said which root element the file has.']);
    expect(findingsOf(mapping('{ format: xml, root: "1" }'))).toEqual(['4:30 "1" is no name of an element.']);
    expect(findingsOf(mapping('{ format: xml, root: Заказ, encoding: windows-1252 }'))).toEqual([
      '4:30 "Заказ" cannot be written in windows-1252.',
    ]);
  });
});

describe('lines', () => {
  test.each([
    [
      'a column that is not there',
      '{ format: csv, columns: [Id, No] }',
      '  - { to: Id, from: deliveryId }\n  - { to: Nr, from: key }',
      '7:5 There is no column "Nr".',
    ],
    [
      'a group in a line',
      '{ format: csv }',
      '  - { to: a/b, from: deliveryId }',
      '6:5 "a/b" is no column: all lines of this file are of one kind.',
    ],
    [
      'several values in a column',
      '{ format: csv }',
      '  - { to: a, texts: deliveryId }',
      '6:5 a has several values, and a column one.',
    ],
    ['an attribute', '{ format: csv }', '  - { to: "@a", from: deliveryId }', '6:5 A line has no attributes: @a.'],
    [
      'a column outside of any line',
      '{ format: csv, recordType: 1, records: { Head: {} } }',
      '  - { to: orderNo, from: deliveryId }',
      '6:5 "orderNo" stands in no line: before the column comes one of Head.',
    ],
    [
      'an unknown record type',
      '{ format: csv, recordType: 1, records: { Head: {} } }',
      '  - { to: Haed/orderNo, from: deliveryId }',
      '6:5 "Haed/orderNo" stands in no line: before the column comes one of Head.',
    ],
    [
      'no record type',
      '{ format: csv, records: { H: {} } }',
      '  - { to: H/orderNo, from: deliveryId }',
      '4:9 It is not said in which column the record type stands.',
    ],
    [
      'a field that is not there',
      '{ format: fixed-width, fields: { id: 1-9 } }',
      '  - { to: ide, from: deliveryId }',
      '6:5 There is no field "ide".',
    ],
    [
      'fields that overlap',
      '{ format: fixed-width, fields: { id: 1-9, no: 9-12 } }',
      '  - { to: id, from: deliveryId }',
      '4:9 no: 9-12 overlaps with id (1-9).',
    ],
    [
      'no positions of the record type',
      '{ format: fixed-width, records: { H: { fields: { id: 2-9 } } } }',
      '  - { to: H/id, from: deliveryId }',
      '4:9 It is not said at which positions the record type stands.',
    ],
    [
      'a table that is not there',
      '{ format: visma-import, tables: { WaVo: {} } }',
      '  - { to: WaVoo/VoNo, from: deliveryId }',
      '6:5 "WaVoo/VoNo" stands in no line: before the column comes one of WaVo.',
    ],
    [
      'a value outside of any table',
      '{ format: visma-import }',
      '  - { to: VoNo, from: deliveryId }',
      '6:5 "VoNo" stands in no line: before the column comes the name of a table.',
    ],
  ])('%s', (_, target, rows, message) => {
    expect(inCsv(target, rows)).toEqual([message]);
  });
});

test('a mapping without a target says so', () => {
  expect(
    findingsOf('mapping: x\ndirection: out\ndocument: voucher-batch\nrows:\n  - { to: a, from: deliveryId }'),
  ).toEqual(['1:1 This mapping says not what it writes.']);
});
