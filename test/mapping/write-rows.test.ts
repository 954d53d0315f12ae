import { expect, test } from 'vitest';
import type { OutputRow } from '../../src/mapping/rows/output-row.ts';
import { writeRows } from '../../src/mapping/rows/write-rows.ts';

const ROWS: readonly OutputRow[] = [
  { element: 'Kind', text: 'x' },
  {
    element: 'ID',
    from: 'id',
    attributes: [
      { name: 'scheme', from: 'scheme' },
      { name: 'fixed', text: 'y' },
    ],
  },
  { element: 'Party', at: 'party', rows: [{ element: 'Name', from: 'name' }] },
  { element: 'Line', each: 'lines', rows: [{ element: 'No', from: '.' }] },
];

test('elements come in the order of the rows, attributes too, and each object of a list is one', () => {
  expect(writeRows(ROWS, { lines: ['1', '2'], party: { name: 'A' }, scheme: 's', id: '7' })).toEqual([
    { name: 'Kind', attributes: [], content: 'x' },
    {
      name: 'ID',
      attributes: [
        { name: 'scheme', value: 's' },
        { name: 'fixed', value: 'y' },
      ],
      content: '7',
    },
    { name: 'Party', attributes: [], content: [{ name: 'Name', attributes: [], content: 'A' }] },
    { name: 'Line', attributes: [], content: [{ name: 'No', attributes: [], content: '1' }] },
    { name: 'Line', attributes: [], content: [{ name: 'No', attributes: [], content: '2' }] },
  ]);
});

test('what is not there, or says nothing, is not written', () => {
  const kind = [{ name: 'Kind', attributes: [], content: 'x' }];
  expect(writeRows(ROWS, {})).toEqual(kind);
  expect(writeRows(ROWS, { id: ' ', party: {}, lines: [] })).toEqual(kind);
  expect(writeRows(ROWS, { party: { name: '\n' } })).toEqual(kind);
});

test('a table that does not fit the document is a defect with the path', () => {
  expect(() => writeRows(ROWS, { id: 7 })).toThrow('id is no text');
  expect(() => writeRows(ROWS, { lines: 'x' })).toThrow('lines is no list');
  expect(() => writeRows([{ element: 'E', from: 'a.b' }], { a: 'x' })).toThrow('a.b leads through something');
});
