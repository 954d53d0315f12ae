import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../src/domain/mapping-file.generated.ts';
import type { Finding } from '../../src/domain/decision.ts';
import { GroupedRecords } from '../../src/formats/records/grouped-records.ts';
import type { SourceRecord } from '../../src/formats/records/source-record.ts';
import { readRecords } from '../../src/formats/records/open-records.ts';

const FORMAT: MappingFormat = { format: 'csv', groupBy: ['Order'] };

/** What a file's groups are: the cells of each line, what the record itself says of the currency, and the refusals. */
function groups(text: string): { records: string[][]; refused: string[] } {
  const records: string[][] = [];
  const refused: string[] = [];
  readRecords(
    Buffer.from(text),
    FORMAT,
    {},
    {
      record: ({ element, placeOf }) => {
        const lines = element.children.filter(({ name }) => name === 'line');
        const itself = element.children.filter(({ name }) => name === 'Currency');
        records.push([
          ...lines.map((line) => line.children.map(({ text: cell }) => cell).join('|')),
          itself.map((value) => `${value.text}@${placeOf(value).line}:${placeOf(value).column}`).join(' '),
        ]);
      },
      refused: ({ at, message }) => void refused.push(`${at?.line}:${at?.column} ${message}`),
    },
  );
  return { records, refused };
}

const HEAD = 'Order;Currency;Item';

describe('lines that say the same in a column', () => {
  it('are one record, in which each stands as a line and the record says all that they say', () => {
    expect(groups([HEAD, '1;NOK;A', '1;NOK;B', '2;EUR;C'].join('\n'))).toEqual({
      records: [
        ['1|NOK|A', '1|NOK|B', 'NOK@2:3 NOK@3:3'],
        ['2|EUR|C', 'EUR@4:3'],
      ],
      refused: [],
    });
  });

  it.each(['1;NOK;C', '1;NOK'])(
    'refuse the file where others stand between them: no record of a part is taken',
    (last) => {
      const lines = [HEAD, '1;NOK;A', '2;NOK;B', '1;NOK;C', last];
      expect(() => groups(lines.join('\n'))).toThrow('Lines with Order "1" stand further up too');
    },
  );

  it('are not known where one does not say what it belongs to: its neighbours may lack it', () => {
    const { records, refused } = groups([HEAD, '1;NOK;A', '2;NOK;B', ' ;NOK;C', '3;NOK;D', '4;NOK;E'].join('\n'));
    expect(records.map(([line]) => line)).toEqual(['1|NOK|A', '4|NOK|E']);
    expect(refused.map((text) => text.slice(0, 32))).toEqual([
      '4:1 Nothing stands in Order here',
      '3:1 The record with Order "2" is',
      '5:1 The record with Order "3" is',
    ]);
  });

  it('are none where one of them cannot be read, and the records that it may belong to are none', () => {
    const { records, refused } = groups([HEAD, '1;NOK;A', '2;NOK', '3;NOK;C', '4;NOK;D'].join('\n'));
    expect(records).toEqual([['4|NOK|D', 'NOK@5:3']]);
    expect(refused.map((text) => text.slice(0, 34))).toEqual([
      expect.stringMatching(/^3:/),
      '2:1 The record with Order "1" is n',
      '4:1 The record with Order "3" is n',
    ]);
  });

  it('are refused together where they are too many', () => {
    const records: number[] = [];
    const refused: string[] = [];
    const sink = {
      record: ({ element }: SourceRecord) => void records.push(element.children.length),
      refused: ({ code }: Finding) => void refused.push(code),
    };
    const grouped = new GroupedRecords(['Order'], sink, 20);
    const lines = Array.from({ length: 50 }, (_, n) => `1;NOK;${n}`);
    readRecords(Buffer.from([HEAD, ...lines, '2;NOK;last'].join('\n')), { format: 'csv' }, {}, grouped);
    grouped.end();
    expect(records).toEqual([4]);
    expect(refused).toEqual(['FILE_TOO_LARGE', 'RECORD_INVALID']);
  });
});
