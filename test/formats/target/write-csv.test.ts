import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingFormat } from '../../../src/domain/mapping-file.generated.ts';
import { readCells } from './small-csv-reader.ts';
import { awkward, entry, group, top, value, writtenText } from './target-tree.ts';

const CSV: MappingFormat = { format: 'csv', columns: ['No', 'Text', 'Amount'] };
const EDI: MappingFormat = {
  format: 'csv',
  recordType: 1,
  records: {
    H: { columns: { orderNo: 3, customerNo: 5 } },
    L: { under: 'H', columns: [null, 'productNo', 'quantity'] },
  },
};

describe('lines of columns', () => {
  test('come in the order of the document, columns in the order of the mapping, an absent one empty', () => {
    const root = top(
      entry('Line', value('Amount', '1.50'), value('No', '1')),
      entry('Line', value('No', '2'), value('Text', 'Blåbær')),
    );
    expect(writtenText(root, CSV)).toBe('1;;1.50\r\n2;Blåbær;\r\n');
    expect(writtenText(root, { ...CSV, header: true, separator: ',', lineEnd: 'lf' })).toBe(
      'No,Text,Amount\n1,,1.50\n2,Blåbær,\n',
    );
  });

  test('values at the top are the one line', () => {
    expect(writtenText(top(value('No', '1'), value('Text', 'x')), CSV)).toBe('1;x;\r\n');
  });

  test('a file without lines is its header', () => {
    expect(writtenText(top(), { ...CSV, header: true })).toBe('No;Text;Amount\r\n');
    expect(writtenText(top(), CSV)).toBe('');
  });

  test.each([
    ['a separator', 'a;b', '"a;b"'],
    ['a quotation mark', 'a"b', '"a""b"'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['blanks around', ' a', '" a"'],
    ['nothing odd', "a,b 'c' 1/2", "a,b 'c' 1/2"],
  ])('a text with %s', (_, text, cell) => {
    expect(writtenText(top(value('No', '1'), value('Text', text)), CSV)).toBe(`1;${cell};\r\n`);
  });

  test('a line that would be empty is in quotation marks, for readers pass over empty lines', () => {
    expect(writtenText(top(entry('Line', value('No', ''))), { format: 'csv', columns: ['No'] })).toBe('""\r\n');
  });

  test.each([
    ['a;b', /Text has a separator or a line end/],
    ['a\nb', /Text has a separator or a line end/],
  ])('without a quotation mark %j is refused', (text, message) => {
    expect(() => writtenText(top(value('Text', text)), { ...CSV, quote: '' })).toThrow(message);
    expect(writtenText(top(value('Text', 'a"b')), { ...CSV, quote: '' })).toBe(';a"b;\r\n');
  });

  test('what has no column, or no line, is refused and never lost', () => {
    expect(() => writtenText(top(value('Txt', 'x')), CSV)).toThrow('There is no column "Txt"');
    expect(() => writtenText(top(value('No', '1'), entry('Line')), CSV)).toThrow('No stands beside lines');
    expect(() => writtenText(top(entry('Line', group('Inner', value('No', '1')))), CSV)).toThrow(
      'Inner is a group inside a line',
    );
    expect(() => writtenText(top(entry('Line', value('No', '1'), value('No', '2'))), CSV)).toThrow('No stands twice');
  });
});

describe('lines with record types', () => {
  test('have their type in its column and stand where the document has them', () => {
    const head = group(
      'H',
      value('customerNo', '10005'),
      value('orderNo', '7'),
      entry('L', value('productNo', '221'), value('quantity', '10')),
    );
    const line = entry('L', value('productNo', '222'));
    expect(writtenText(top(head, line), EDI)).toBe('H;;7;;10005\r\nL;221;10\r\nL;222;\r\n');
  });

  test('what is no record type is refused', () => {
    expect(() => writtenText(top(group('X', value('a', 'b'))), EDI)).toThrow('X is no record type: H, L are.');
    expect(() => writtenText(top(value('orderNo', '7')), EDI)).toThrow('orderNo is no record type');
  });

  test('a value in the column of the record type has to be the record type', () => {
    const format: MappingFormat = { ...EDI, records: { H: { columns: ['type', 'no'] } } };
    expect(writtenText(top(group('H', value('type', 'H'), value('no', '1'))), format)).toBe('H;1\r\n');
    expect(() => writtenText(top(group('H', value('type', 'X'))), format)).toThrow(
      'in this column stands the record type "H"',
    );
  });
});

test('whatever is written is read again alike', () => {
  const cells = fc.array(awkward, { minLength: 1, maxLength: 4 });
  const signs = fc.constantFrom([';', '"'], [',', '"'], ['\t', "'"], ['|', '"']);
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 4 }), signs, (lines, [separator, quote]) => {
      const columns = Array.from({ length: 4 }, (_, index) => `c${index}`);
      const root = top(...lines.map((line) => entry('Line', ...line.map((text, index) => value(`c${index}`, text)))));
      const format: MappingFormat = {
        format: 'csv',
        columns,
        separator: separator as string,
        quote: quote as string,
      };
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        new TextEncoder().encode(writtenText(root, format)),
      );
      expect(readCells(text, separator as string, quote as string)).toEqual(
        lines.map((line) => columns.map((_, index) => line[index] ?? '')),
      );
    }),
    { numRuns: 500 },
  );
});
