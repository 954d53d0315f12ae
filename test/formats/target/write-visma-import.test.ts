import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { awkward, entry, group, top, value, writtenText } from './target-tree.ts';

const IMPORT: MappingFormat = {
  format: 'visma-import',
  before: ['@IMPORT_METHOD(3)'],
  tables: { WaBnd: { columns: ['ValDt', 'Descr'] }, WaVo: { under: 'WaBnd', columns: ['VoNo', 'Am', 'Txt'] } },
};
const number = (name: string, text: string) => value(name, text, { as: 'number' });

describe("Visma's text import", () => {
  test('has a head wherever the table changes, texts in quotation marks and numbers without', () => {
    const batch = (no: string) =>
      group(
        'WaBnd',
        number('ValDt', '20261121'),
        value('Descr', `Batch ${no}`),
        entry('WaVo', number('VoNo', no), number('Am', '-12.50'), value('Txt', 'Blåbær AS')),
        entry('WaVo', number('Am', '12.50')),
      );
    expect(writtenText(top(batch('1'), batch('2')), { ...IMPORT, lineEnd: 'lf' })).toBe(
      `@IMPORT_METHOD(3)
@WaBnd(ValDt,Descr)
20261121 "Batch 1"
@WaVo(VoNo,Am,Txt)
1 -12.50 "Blåbær AS"
"" 12.50 ""
@WaBnd(ValDt,Descr)
20261121 "Batch 2"
@WaVo(VoNo,Am,Txt)
2 -12.50 "Blåbær AS"
"" 12.50 ""
`,
    );
  });

  test.each([
    ['a quotation mark', value('Descr', 'a "b"'), 'Descr has a quotation mark or a line end in it'],
    ['a line end', value('Descr', 'a\nb'), 'Descr has a quotation mark or a line end in it'],
    ['no number', number('ValDt', '21.11.2026'), 'ValDt is "21.11.2026", which is no number'],
    ['a comma', number('ValDt', '1,5'), 'ValDt is "1,5", which is no number'],
    ['no field', value('Dscr', 'x'), 'There is no column "Dscr" of WaBnd'],
  ])('a value with %s is refused', (_, node, message) => {
    expect(() => writtenText(top(group('WaBnd', node)), IMPORT)).toThrow(message);
  });
});

test('whatever is written is read again alike, or refused', () => {
  fc.assert(
    fc.property(awkward, awkward, (one, other) => {
      const root = top(group('WaBnd', entry('WaVo', value('VoNo', one), value('Txt', other))));
      if (/["\r\n]/.test(one + other)) expect(() => writtenText(root, IMPORT)).toThrow('cannot hold');
      else expect(writtenText(root, IMPORT).split('\r\n')[4]).toBe(`"${one}" "" "${other}"`);
    }),
    { numRuns: 300 },
  );
});
