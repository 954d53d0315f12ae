import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { fixedLayout } from '../../../src/formats/target/fixed-layout.ts';
import { entry, group, top, value, writtenText } from './target-tree.ts';

const FIXED: MappingFormat = {
  format: 'fixed-width',
  lineLength: 20,
  fields: {
    no: { at: '1-5', align: 'right', fill: '0' },
    text: '7-12',
    flag: { at: '13', value: 'X' },
    last: { at: '15-16', align: 'right' },
  },
};
const RECORDS: MappingFormat = {
  format: 'fixed-width',
  lineEnd: 'lf',
  recordType: '1-2',
  records: {
    '10': { fields: { id: '3-6' } },
    '30': { under: '10', fields: { amount: { at: '3-8', align: 'right', fill: '0' } } },
  },
};

describe('lines of positions', () => {
  test('are filled: numbers from the right with zeros, texts with blanks, constants always', () => {
    expect(writtenText(top(value('no', '42'), value('text', 'Bær')), FIXED)).toBe('00042 Bær   X       \r\n');
    expect(writtenText(top(value('last', '7')), FIXED)).toBe('00000       X  7    \r\n');
  });

  test('a character that some programs count as two is refused', () => {
    expect(() => writtenText(top(value('text', '😀å')), FIXED)).toThrow(
      'text has "😀" in it, which some programs count as one character and others as two',
    );
  });

  test('have record types at their positions', () => {
    const root = top(
      group('10', value('id', 'A'), entry('30', value('amount', '150')), entry('30', value('amount', '99'))),
    );
    expect(writtenText(root, RECORDS)).toBe('10A   \n30000150\n30000099\n');
  });

  test.each([
    [
      'is too long',
      { text: 'Blåbærsyltetøy' },
      'text has 14 characters, but the field 7-12 has room for 6: "Blåbærsyltetøy"',
    ],
    ['has a line end', { text: 'a\nb' }, 'text has a line end in it'],
    ['has a tab', { text: 'a\tb' }, 'text has a tab or form feed in it'],
    ['has a sign behind zeros', { no: '-42' }, 'no is "-42": filled with "0" it would say something else'],
    ['is another than the constant', { flag: 'Y' }, 'flag is "Y", but this field is always "X"'],
    ['has no field', { text2: 'Y' }, 'There is no field "text2"'],
  ])('a value that %s is refused', (_, values, message) => {
    const root = top(...Object.entries(values).map(([name, text]) => value(name, text)));
    expect(() => writtenText(root, FIXED)).toThrow(message);
  });

  test('a text that ends with its own filling is refused', () => {
    const format: MappingFormat = { format: 'fixed-width', fields: { a: { at: '1-4', fill: '.' } } };
    expect(writtenText(top(value('a', 'x')), format)).toBe('x...\r\n');
    expect(() => writtenText(top(value('a', 'x.')), format)).toThrow('filled with "." it would say something else');
  });
});

describe('a layout', () => {
  test.each([
    ['is no position', { a: 'x' }, 'a "x" is no position.'],
    ['begins at zero', { a: '0-4' }, 'a "0-4" is no position.'],
    ['goes backwards', { a: '7-4' }, 'a "7-4" is no position.'],
    ['overlaps', { a: '1-4', b: '4-6' }, 'b 4-6 overlaps with a (1-4).'],
    ['goes beyond the line', { a: '19-22' }, 'a 19-22 is beyond the 20 characters of a line.'],
    ['has a constant that is too long', { a: { at: '1-2', value: 'abc' } }, 'a "abc" is longer than 1-2.'],
  ])('that %s is a problem', (_, fields, expected) => {
    const { problems } = fixedLayout(fields as MappingFormat['fields'], null, {
      format: 'fixed-width',
      lineLength: 20,
    });
    expect(problems.map(({ name, problem }) => `${name} ${problem}`)).toEqual([expected]);
  });

  test('may name the record type, which is all that stands at its positions', () => {
    const named = { type: { at: '1-2', value: '10' }, id: '3-6' };
    expect(fixedLayout(named, '10', RECORDS).problems).toEqual([]);
    expect(fixedLayout({ type: '1-2' }, '10', RECORDS).places).toMatchObject([{ name: 'type', value: '10' }]);
    expect(fixedLayout({ type: { at: '1-2', value: '11' } }, '10', RECORDS).problems).toHaveLength(1);
    expect(fixedLayout({ type: '1-3' }, '10', RECORDS).problems).toHaveLength(1);
    expect(fixedLayout({}, '100', RECORDS).problems).toHaveLength(1);
  });

  test('may have its record type at several positions', () => {
    const format: MappingFormat = {
      format: 'fixed-width',
      recordType: '3-4,7-8',
      lineEnd: 'lf',
      records: { '0930': { fields: { service: '3-4', id: '9-12' } } },
    };
    expect(writtenText(top(group('0930', value('id', 'x'))), format)).toBe('  09  30x   \n');
  });
});

test('whatever is written stands at its positions, and nothing is cut', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 8 })
    .filter((one) => one.isWellFormed() && !/[\r\n\t\v\f\u{10000}-\u{10FFFF}]/u.test(one));
  const field = fc.record({
    width: fc.integer({ min: 1, max: 6 }),
    align: fc.constantFrom('left' as const, 'right' as const),
    text,
  });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), (fields) => {
      let at = 1;
      const places = fields.map(({ width, align }) => {
        const from = at;
        at += width;
        return { at: `${from}-${at - 1}`, align };
      });
      const format: MappingFormat = {
        format: 'fixed-width',
        lineEnd: 'lf',
        fields: Object.fromEntries(places.map((place, index) => [`f${index}`, place])),
      };
      const root = top(...fields.map((one, index) => value(`f${index}`, one.text)));
      const tooLong = fields.some((one) => [...one.text].length > one.width);
      if (tooLong) expect(() => writtenText(root, format)).toThrow('has room for');
      else {
        const characters = [
          ...new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(writtenText(root, format))),
        ];
        expect(characters).toHaveLength(at);
        for (const { width, align, text: given } of fields) {
          const stands = characters.splice(0, width).join('');
          expect(stands).toBe(
            align === 'left'
              ? given + ' '.repeat(width - [...given].length)
              : ' '.repeat(width - [...given].length) + given,
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});
