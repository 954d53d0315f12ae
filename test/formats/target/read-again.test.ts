import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import type { TargetNode } from '../../../src/formats/records/target-node.ts';
import { readRecords } from '../../../src/formats/records/open-records.ts';
import { writeTarget } from '../../../src/formats/target/write-target.ts';
import type { XmlElement } from '../../../src/formats/xml/xml-tree.ts';
import { awkward, entry, group, top, value } from './target-tree.ts';

/** The records of a file as our own reader of the format sees them: names and texts; what is refused fails. */
function readAgain(bytes: Uint8Array, format: MappingFormat): unknown[] {
  const records: unknown[] = [];
  readRecords(
    bytes,
    format,
    {},
    {
      record: ({ element }) => records.push(seen(element)),
      refused: (finding) => {
        throw new Error(JSON.stringify(finding));
      },
    },
  );
  return records;
}

function seen({ name, children, text }: XmlElement): unknown {
  return [name, children.length === 0 ? text : children.map(seen)];
}

/** Texts that say something: an empty cell is nothing to the readers. */
const cell = fc
  .oneof(awkward, fc.constantFrom('x', 'Blåbær AS', '10.50'))
  .map((text) => `x${text.replace(/[\r\uFEFF\0]/g, '')}`);
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 });

describe('what is written is read again alike by the reader of the format', () => {
  test.each([
    { separator: ';', quote: '"' },
    { separator: ',', quote: "'", encoding: 'utf-16le' as const },
    { separator: '\t', header: true, encoding: 'utf-8-bom' as const },
  ])('columns: %j', (writing) => {
    const format: MappingFormat = { format: 'csv', columns: ['a', 'b', 'c'], ...writing };
    fc.assert(
      fc.property(table, (lines) => {
        const root = top(...lines.map(([a, b, c]) => entry('line', value('a', a), value('b', b), value('c', c))));
        expect(readAgain(writeTarget(root, format, {}), format)).toEqual(
          lines.map(([a, b, c]) => [
            'line',
            [
              ['a', a],
              ['b', b],
              ['c', c],
            ],
          ]),
        );
      }),
    );
  });

  test('lines with record types', () => {
    const format: MappingFormat = {
      format: 'csv',
      recordType: 1,
      records: { H: { columns: [null, 'no', 'text'] }, L: { under: 'H', columns: [null, null, 'product'] } },
    };
    fc.assert(
      fc.property(table, (orders) => {
        const heads: TargetNode[] = orders.map(([no, text, product]) =>
          group(
            'H',
            value('no', no),
            value('text', text),
            entry('L', value('product', product)),
            entry('L', value('product', no)),
          ),
        );
        expect(readAgain(writeTarget(top(...heads), format, {}), format)).toEqual(
          orders.map(([no, text, product]) => [
            'H',
            [
              ['no', no],
              ['text', text],
              ['L', [['product', product]]],
              ['L', [['product', no]]],
            ],
          ]),
        );
      }),
    );
  });

  test("Visma's text import", () => {
    const format: MappingFormat = {
      format: 'visma-import',
      before: ['@IMPORT_METHOD(3)'],
      tables: { WaBnd: { columns: ['Descr'] }, WaVo: { under: 'WaBnd', columns: ['Txt', 'Am'] } },
    };
    fc.assert(
      fc.property(table, (batches) => {
        const clean = batches.map(
          (texts) => texts.map((text) => text.replace(/["\n]/g, '')) as [string, string, string],
        );
        const nodes = clean.map(([descr, text]) =>
          group(
            'WaBnd',
            value('Descr', descr),
            entry('WaVo', value('Txt', text), value('Am', '-1.50', { as: 'number' })),
            entry('WaVo', value('Txt', descr)),
          ),
        );
        expect(readAgain(writeTarget(top(...nodes), format, {}), format)).toEqual(
          clean.map(([descr, text]) => [
            'WaBnd',
            [
              ['Descr', descr],
              [
                'WaVo',
                [
                  ['Txt', text],
                  ['Am', '-1.50'],
                ],
              ],
              ['WaVo', [['Txt', descr]]],
            ],
          ]),
        );
      }),
    );
  });

  test('positions, but for the blanks that fill them', () => {
    const format: MappingFormat = {
      format: 'fixed-width',
      recordType: '1-2',
      records: {
        '10': { fields: { a: '3-12' } },
        '30': { under: '10', fields: { b: { at: '3-9', align: 'right' }, mark: { at: '10', value: '*' } } },
      },
    };
    const short = cell.map((text) => text.replace(/[\n\t\v\f\u{10000}-\u{10FFFF}]/gu, '').slice(0, 7));
    fc.assert(
      fc.property(fc.array(fc.tuple(short, short), { minLength: 1, maxLength: 3 }), (records) => {
        const nodes = records.map(([a, b]) => group('10', value('a', a), entry('30', value('b', b))));
        const trimmed = JSON.parse(
          JSON.stringify(readAgain(writeTarget(top(...nodes), format, {}), format)),
          (_, one) => (typeof one === 'string' ? one.trim() : one),
        );
        expect(trimmed).toEqual(
          records.map(([a, b]) => [
            '10',
            [
              ['a', a.trim()],
              [
                '30',
                [
                  ['b', b.trim()],
                  ['mark', '*'],
                ],
              ],
            ],
          ]),
        );
      }),
    );
  });
});
