import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPaymentTerms } from '../../src/settings/lookups/check-payment-terms.ts';
import { csvRow } from '../../src/formats/text/csv-row.ts';

const HEADER = 'entity,code,vismaTerms,dueDateType,days';
const check = (...rows: string[]) =>
  checkPaymentTerms([HEADER, ...rows].join('\n'), ['NO01', 'SE01']).map(({ message, at }) => [at?.line, message]);

describe('payment-terms.csv', () => {
  test('is right with comments, empty lines, quotes, a byte order mark and CRLF', () => {
    const text = `\uFEFF# terms\r\n${HEADER}\r\n\r\n# *,14,14,fixed-days,14\r\n*,14,"14 days, net",fixed-days,14\r\nNO01,14,14,custom,0\r\n`;
    expect(checkPaymentTerms(text, ['NO01'])).toEqual([]);
  });

  test.each([
    ['*,30,30,fixed-dayz,30', 'There is no dueDateType "fixed-dayz".'],
    ['*,30,30,fixed-days,30.5', 'days must be a whole number, not "30.5".'],
    ['*,30,30,fixed-days,-1', 'days must be a whole number, not "-1".'],
    ['*,30,30,fixed-days,', 'days must be a whole number, not "".'],
    ['*,30,30,day-of-month,0', '"0" is no day of a month.'],
    ['*,30,30,day-of-next-month,32', '"32" is no day of a month.'],
    ['DK01,30,30,fixed-days,30', 'There is no entity "DK01" in site.yaml.'],
    ['*,,30,fixed-days,30', 'code is empty.'],
    ['*,30,30,fixed-days', 'This line has 4 fields, not 5.'],
    ['*,"30,30,fixed-days,30', 'A quote is out of place.'],
  ])('%s: %s', (row, message) => {
    expect(check('*,1,1,fixed-days,1', row)).toEqual([[3, message]]);
  });

  test('a code may be there once for each entity, and once for all', () => {
    expect(check('*,30,a,fixed-days,30', 'NO01,30,b,fixed-days,30', '', 'NO01,30,c,fixed-days,31')).toEqual([
      [5, 'The code "30" of NO01 is there already, in line 3.'],
    ]);
  });

  test.each([
    ['entity;code;vismaTerms;dueDateType;days\n*;1;1;fixed-days;1', 'commas'],
    ['code,entity,vismaTerms,dueDateType,days', 'another order'],
    ['', 'The first line is'],
  ])('the header %o is refused, and nothing behind it is judged', (text, hint) => {
    expect(checkPaymentTerms(text, [])).toMatchObject([{ at: { line: 1 }, hint: expect.stringContaining(hint) }]);
  });

  test('any fields that are written with quotes are read as they were', () => {
    const field = fc.stringMatching(/^[^\r\n]*$/);
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
        const line = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        expect(csvRow(line)?.map(({ text }) => text)).toEqual(fields);
      }),
    );
  });
});
