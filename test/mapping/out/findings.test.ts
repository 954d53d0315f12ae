import { describe, expect, test } from 'vitest';
import { compiledOut, findingsOf } from './compiled-out.ts';

const mapping = (target: string, ...rows: string[]) =>
  [
    'mapping: test',
    'direction: out',
    'document: voucher-batch',
    'claims: { channel: visma }',
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
    ['a misspelt field', '  - { to: a, from: documntId }', ['8:20 The document has no field "documntId" there.']],
    [
      'a misspelt field further in',
      '  - { to: a, from: batch/vouchers/amuont }',
      ['8:35 The document has no field "amuont" there.'],
    ],
    [
      'one behind ..',
      '  - { to: b, each: batch/vouchers, rows: [{ to: a, from: ../voucherSeres }] }',
      ['8:61 The document has no field "voucherSeres" there.'],
    ],
    ['a group as a value', '  - { to: a, from: batch }', ['8:20 "batch" is a group of fields, no value.']],
    [
      'a value as a group',
      '  - { to: a, at: documentId, rows: [{ to: b, from: . }] }',
      ['8:18 "documentId" is a value, no group of fields.'],
    ],
    ['no path', '  - { to: a, from: batch//voucherSeries }', ['8:26 "/" cannot stand here.']],
    ['an open bracket', '  - { to: a, from: "batch/vouchers[1" }', ['8:35 A bracket is not closed.']],
    ['a zeroth entry', '  - { to: a, from: "batch/vouchers[0]/text" }', ['8:35 Places are counted from 1.']],
    ['no field to write', '  - { to: a//b, from: documentId }', ['8:11 "a//b" is no field to write.']],
    ['an unknown part', '  - { use: prty }', ['8:12 There is no part "prty".']],
    [
      'an unknown converter',
      '  - { to: a, from: documentId, convert: [text, uppr] }',
      [expect.stringMatching(/^8:\d+ .*uppr/)],
    ],
    ['an unknown table', '  - { to: a, from: documentId, lookup: units }', [expect.stringMatching(/^8:\d+ .*units/)]],
    ['an attribute in JSON', '  - { to: a/@b, from: documentId }', ['8:5 json has no attributes: @b.']],
    [
      'a value with fields in it',
      '  - { to: a, from: documentId }\n  - { to: a/b, from: key }',
      ['9:5 a is a value, and cannot have a/b in it.'],
    ],
    [
      'fields, and then a value',
      '  - { to: a/b, from: key }\n  - { to: a, from: documentId }',
      ['9:5 a is a value here, but other rows write fields into it.'],
    ],
    [
      'a field twice, once in a group',
      '  - { to: a/b, from: key }\n  - { to: a, at: batch, rows: [{ to: b, from: reversalOf }] }',
      ['9:32 b is written already in line 8.'],
    ],
    [
      'a row behind a default',
      '  - { to: a, from: key, default: x }\n  - { to: a, from: documentId }',
      ['9:5 This row never counts: the row in line 8 writes "a" in any case, for it has a default.'],
    ],
  ])('%s', (_, rows, found) => {
    expect(inJson(rows)).toEqual(found);
  });

  test('all faults of a file at once', () => {
    expect(
      inJson('  - { to: a, from: x }', '  - { to: b }', '  - { to: c, each: y, rows: [{ to: "", from: key }] }'),
    ).toHaveLength(4);
  });

  test('a mistake is met with what was probably meant', () => {
    const hints = (rows: string) => compiledOut(mapping('{ format: json }', rows)).findings.map(({ hint }) => hint);
    expect(hints('  - { to: a, from: documntId }')[0]).toContain('Did you mean "documentId"?');
  });

  test('a mapping that writes no deliveryId is warned of, and written all the same', () => {
    const text = mapping('{ format: json }').replace('from: deliveryId', 'from: key');
    const { set, findings } = compiledOut(text);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['MAPPING_WARNING', 'No row writes the deliveryId.'],
    ]);
    expect(set.out.has('test')).toBe(true);
  });

  test('conditions of paths name fields of the document too', () => {
    expect(inJson('  - { to: a, from: "batch/vouchers[knd=\'x\']/text", optional: true }')).toEqual([
      '8:36 The document has no field "knd" there.',
    ]);
    expect(inJson("  - { to: a, from: 'batch/voucherSeries/no' }")).toEqual([
      '8:41 Here is one value, which has no field "no".',
    ]);
    expect(inJson("  - { to: a, from: '@key' }")).toEqual(['8:20 A document has no attributes.']);
    expect(inJson('  - { to: a, from: b:key }')).toEqual(['8:20 Names in a document have no prefix.']);
  });

  test('a group that may be one of two has the fields of both', () => {
    expect(inJson('  - { to: a, at: none | batch, optional: true, rows: [{ to: b, from: voucherSeries }] }')).toEqual([
      '8:18 The document has no field "none" there.',
    ]);
    expect(
      inJson('  - { to: a, at: "batch/vouchers[1] | batch", rows: [{ to: b, from: voucherSeries | amount }] }'),
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
      '@a is written already in line 8.',
    ],
  ])('%s', (_, rows, message) => {
    expect(inXml(rows).map((found) => found.replace(/^\d+:\d+ /, ''))).toEqual([message]);
  });

  test('no root, or one that is no name', () => {
    expect(findingsOf(mapping('{ format: xml }'))).toEqual(['5:1 Nothing says which root element the file has.']);
    expect(findingsOf(mapping('{ format: xml, root: "1" }'))).toEqual(['5:30 "1" is no name of an element.']);
    expect(findingsOf(mapping('{ format: xml, root: Заказ, encoding: windows-1252 }'))).toEqual([
      '5:30 "Заказ" cannot be written in windows-1252.',
    ]);
  });
});

describe('lines', () => {
  test.each([
    [
      'a column that is not there',
      '{ format: csv, columns: [Id, No] }',
      '  - { to: Id, from: deliveryId }\n  - { to: Nr, from: key }',
      '8:5 There is no column "Nr".',
    ],
    [
      'a group in a line',
      '{ format: csv }',
      '  - { to: a/b, from: deliveryId }',
      '7:5 "a/b" is no column: all lines of this file are of one kind.',
    ],
    [
      'several values in a column',
      '{ format: csv }',
      '  - { to: a, texts: deliveryId }',
      '7:5 a has several values, and a column one.',
    ],
    ['an attribute', '{ format: csv }', '  - { to: "@a", from: deliveryId }', '7:5 A line has no attributes: @a.'],
    [
      'a column outside of any line',
      '{ format: csv, recordType: 1, records: { Head: {} } }',
      '  - { to: orderNo, from: deliveryId }',
      '7:5 "orderNo" stands in no line: before the column comes one of Head.',
    ],
    [
      'an unknown record type',
      '{ format: csv, recordType: 1, records: { Head: {} } }',
      '  - { to: Haed/orderNo, from: deliveryId }',
      '7:5 "Haed/orderNo" stands in no line: before the column comes one of Head.',
    ],
    [
      'no record type',
      '{ format: csv, records: { H: {} } }',
      '  - { to: H/orderNo, from: deliveryId }',
      '5:1 It is not said in which column the record type stands.',
    ],
    [
      'a value beside lines',
      '{ format: csv }',
      '  - { to: id, from: deliveryId }\n  - { to: line, each: batch/vouchers, rows: [{ to: no, from: voucherNo }] }',
      '7:5 "id" stands in no line of its own kind: all lines of this file are of one kind.',
    ],
    [
      'a line in a line',
      '{ format: fixed-width, fields: { no: 1-9 } }',
      '  - { to: a, at: batch, rows: [{ to: no, from: /deliveryId }, { to: b, each: vouchers, rows: [{ to: no, from: voucherNo }] }] }',
      '7:63 "b" stands in no line of its own kind: all lines of this file are of one kind.',
    ],
    [
      'a record type in no column',
      '{ format: csv, recordType: x, records: { H: {} } }',
      '  - { to: H/orderNo, from: deliveryId }',
      '5:1 It is not said in which column the record type stands.',
    ],
    [
      'one sign for two things',
      '{ format: csv, separator: ",", quote: "," }',
      '  - { to: a, from: deliveryId }',
      '5:1 The separator and the quotation mark are the same character.',
    ],
    [
      'a field that is not there',
      '{ format: fixed-width, fields: { id: 1-9 } }',
      '  - { to: ide, from: deliveryId }',
      '7:5 There is no field "ide".',
    ],
    [
      'fields that overlap',
      '{ format: fixed-width, fields: { id: 1-9, no: 9-12 } }',
      '  - { to: id, from: deliveryId }',
      '5:1 no: 9-12 overlaps with id (1-9).',
    ],
    [
      'no positions of the record type',
      '{ format: fixed-width, records: { H: { fields: { id: 2-9 } } } }',
      '  - { to: H/id, from: deliveryId }',
      '5:1 It is not said at which positions the record type stands.',
    ],
    [
      'a table that is not there',
      '{ format: visma-import, tables: { WaVo: {} } }',
      '  - { to: WaVoo/VoNo, from: deliveryId }',
      '7:5 "WaVoo/VoNo" stands in no line: before the column comes one of WaVo.',
    ],
    [
      'a value outside of any table',
      '{ format: visma-import }',
      '  - { to: VoNo, from: deliveryId }',
      '7:5 "VoNo" stands in no line: before the column comes the name of a table.',
    ],
  ])('%s', (_, target, rows, message) => {
    expect(inCsv(target, rows)).toEqual([message]);
  });
});
