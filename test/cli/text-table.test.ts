import { describe, expect, it } from 'vitest';
import { amountText, moneyText, percentText } from '../../src/cli/amount-text.ts';
import { instantText } from '../../src/cli/instant-text.ts';
import { textTable, widthOf, wrapped, wrappedTable } from '../../src/cli/text-table.ts';

describe('a table', () => {
  it('aligns names to the left and figures to the right, whatever letters they have', () => {
    const table = textTable(
      [{ title: 'name' }, { title: 'amount', align: 'right' }],
      [
        ['Brunost', '1 120.00'],
        ['Kjøtt', '5.00'],
        ['To\u0308y', '12.50'],
      ],
    );
    expect(table.split('\n')).toEqual([
      'name       amount',
      'Brunost  1 120.00',
      'Kjøtt        5.00',
      'To\u0308y         12.50',
    ]);
  });

  it('goes on in the next row where its last column is too wide for the page, all after its indent', () => {
    const table = wrappedTable(
      [{ title: 'a' }, { title: 'text' }],
      [
        ['x', 'one two three four'],
        ['y', 'five'],
      ],
      20,
      '  ',
    );
    expect(table.split('\n')).toEqual(['  a  text', '  x  one two three', '     four', '  y  five']);
  });

  it('colours cells without moving them', () => {
    const table = textTable([{ title: 'a' }, { title: 'b' }], [['x', 'y']], (cell, column) =>
      column === 0 ? `<${cell}>` : cell,
    );
    expect(table).toBe('<a>  b\n<x>  y');
  });
});

describe('words', () => {
  it('wrap at the width, each line indented', () => {
    expect(wrapped('one two three four', 11, '  ')).toBe('  one two\n  three\n  four');
  });

  it('count letters as people do', () => {
    expect(widthOf('a\u030angstro\u0308m')).toBe(8);
    expect(widthOf('\u001b[31mred\u001b[39m')).toBe(3);
  });
});

describe('figures', () => {
  it.each([
    ['0', '0.00'],
    ['5', '5.00'],
    ['12.5', '12.50'],
    ['1234.5', '1 234.50'],
    ['-1234567.125', '-1 234 567.125'],
    ['10380.', '10 380.00'],
    ['12.3400', '12.3400'],
    ['many', 'many'],
  ])('money %s is %s', (written, shown) => {
    expect(moneyText(written)).toBe(shown);
  });

  it('a quantity keeps its digits', () => {
    expect(amountText('12000')).toBe('12 000');
    expect(amountText('0.5')).toBe('0.5');
  });

  it.each([
    ['8.5938', '8.5938 %'],
    ['5.0000', '5.00 %'],
    ['0.0000', '0.00 %'],
    ['-4.7600', '-4.76 %'],
    ['100', '100.00 %'],
  ])('per cent %s is %s: never rounded, since a rounded one can lie on the other side of a limit', (written, shown) => {
    expect(percentText(written)).toBe(shown);
  });
});

describe('instants', () => {
  it('are shown on the clock of the site, also in the night that has an hour twice', () => {
    expect(instantText('2026-10-25T00:30:00.000Z', 'Europe/Oslo')).toBe('2026-10-25 02:30:00');
    expect(instantText('2026-10-25T01:30:00.000Z', 'Europe/Oslo')).toBe('2026-10-25 02:30:00');
    expect(instantText('2026-07-01T12:00:00.000Z', 'Europe/Oslo')).toBe('2026-07-01 14:00:00');
  });

  it('are left as they are where they are none', () => {
    expect(instantText(null, 'Europe/Oslo')).toBe('');
    expect(instantText('later', 'Europe/Oslo')).toBe('later');
  });
});
