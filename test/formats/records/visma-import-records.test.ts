import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { propertyRuns } from '../../support/property-runs.ts';
import { cutAt, plain, readPieces, readText } from './read-all.ts';

const BATCH: MappingFormat = {
  format: 'visma-import',
  tables: {
    WaBnd: { columns: ['ValDt'] },
    WaVo: { under: 'WaBnd', columns: ['VoNo', 'Txt', 'Am'] },
    R1: { ignore: true },
  },
};
const values = (row: string, format: MappingFormat = BATCH): unknown => {
  const { records, refused } = readText(`@WaBnd(A,B,C)\n${row}\n`, format);
  return records.length === 1
    ? records.map(({ record }) => plain(record))[0]
    : refused.map(({ message, at }) => `${at?.column} ${message}`);
};

describe('the text import of Visma Business', () => {
  it('has tables with their rows, and statements as attributes of the top', () => {
    const text =
      '@IMPORT_METHOD(3)\r\n\r\n@WaBnd(ValDt)\r\n20261002\r\n@WaVo (VoNo, Txt, Am)\r\n1 "Øre;rør, \'x\'" 1250.00\r\n2 "" -0.50\r\n@R1(No)\r\n7\r\n@WaBnd(ValDt)\r\n20261003\r\n';
    const read = readText(text, BATCH);
    expect(read.refused).toEqual([]);
    expect(read.records.map(({ record }) => plain(record))).toEqual([
      ['WaBnd', 'ValDt=20261002', ['WaVo', 'VoNo=1', "Txt=Øre;rør, 'x'", 'Am=1250.00'], ['WaVo', 'VoNo=2', 'Am=-0.50']],
      ['WaBnd', 'ValDt=20261003'],
    ]);
    expect(read.records[0]?.record.children?.[1]?.children?.[1]?.at).toEqual({
      line: 6,
      column: 3,
      path: 'WaBnd/WaVo/Txt',
    });
  });

  it('names the fields in its head: with their marks, in any case of letters, in any order', () => {
    const text = '@wabnd(valdt)\n20261002\n@WaVo(Am,=VONO,Txt:Add,Own)\n1 2 "x" 9\n';
    expect(readText(text, BATCH).records.map(({ record }) => plain(record))).toEqual([
      ['WaBnd', 'ValDt=20261002', ['WaVo', 'Am=1', 'VoNo=2', 'Txt=x', 'Own=9']],
    ]);
  });

  it.each([
    ['1 2 3', ['WaBnd', 'A=1', 'B=2', 'C=3']],
    ['  "a b"\t"say ""x"""   3  ', ['WaBnd', 'A=a b', 'B=say "x"', 'C=3']],
    ['"a, b",2,"c"', ['WaBnd', 'A=a, b', 'B=2', 'C=c']],
    ['1 , ,3', ['WaBnd', 'A=1', 'C=3']],
    ['1,2,', ['WaBnd', 'A=1', 'B=2']],
    [',,3', ['WaBnd', 'C=3']],
    ['1 2', ['4 This row has 2 values, where @WaBnd names 3 fields.']],
    ['1 2 3 4', ['7 This row has 4 values, where @WaBnd names 3 fields.']],
    ['1 "2 3', ['3 The quotation mark that opens here is not closed on this line.']],
    ['1 "2"x 3', ['6 Text stands behind a closing quotation mark. One that is part of a text is written twice.']],
  ])('reads the row %j', (row, expected) => expect(values(row)).toEqual(expected));

  it('is cut at the separator of the mapping where that has one', () => {
    const format: MappingFormat = { ...BATCH, separator: ';' };
    expect(values('a b, c;"x;y" ; 3', format)).toEqual(['WaBnd', 'A=a b, c', 'B=x;y', 'C=3']);
    expect(values('1;"2" 3;4', format)).toEqual([
      '7 Text stands behind a closing quotation mark. One that is part of a text is written twice.',
    ]);
  });

  it('refuses what belongs to no table, or to one that the mapping does not know', () => {
    const told = (text: string): unknown => {
      const { records, refused } = readText(text, BATCH);
      return [records.length, refused.map(({ message, at }) => `${at?.line} ${message}`)];
    };
    expect(told('1 2\n@WaBnd(ValDt)\n1\n')).toEqual([
      1,
      ['1 A row stands here without a table before it, such as @Table(Field,Field).'],
    ]);
    expect(told('@WaBnd(ValDt)\n1\n@Actor(Nm)\n"x"\n@WaBnd(ValDt)\n2\n')).toEqual([
      1,
      ['4 A row of @Actor stands here, which is no table of the mapping: WaBnd, WaVo, R1 are.'],
    ]);
    expect(told('@WaBnd(ValDt)\n1\n@WaVo(VoNo\n2\n')).toEqual([
      0,
      [
        '3 This line begins with @ and is no statement such as @Table(Field,Field).',
        '4 A row stands here without a table before it, such as @Table(Field,Field).',
      ],
    ]);
    expect(told('@WaVo(VoNo)\n1\n')).toEqual([
      0,
      ['2 A line of the kind "WaVo" stands here without one of the kind "WaBnd" before it.'],
    ]);
    expect(readText('\n', BATCH).fault?.code).toBe('EMPTY_FILE');
    expect(readText('@WaBnd(ValDt)\n', BATCH)).toEqual({ records: [], refused: [] });
  });

  it('is the same with the same places and findings, however it is cut into pieces', () => {
    const part = fc.constantFrom(
      '@WaBnd(ValDt)\n',
      '@WaVo(VoNo,Txt)\r\n',
      '1 "x"\r',
      '2\n',
      '"',
      ' ',
      ',',
      '\n',
      '@',
      '@R1()\n',
      'å😀',
    );
    const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(200), { maxLength: 10 }), (any, at) => {
        expect(readPieces(cutAt(any, at), BATCH)).toEqual(readText(any, BATCH));
      }),
      propertyRuns(500),
    );
  });
});
