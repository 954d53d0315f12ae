import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../../../src/formats/xml/xml-tree.ts';
import type { Converter } from '../../../../src/domain/mapping-file.generated.ts';
import { compileConverter, type StepContext } from '../../../../src/mapping/language/value-steps.ts';
import { CONVERTERS } from '../../../../src/mapping/language/values/converter.table.ts';

const sunk = { bytes: 3, sha256: 'f9d1af62d004d4da648929bc7dde552685979d6e6a78dc8f9b64eb08e9c4ccb7', sound: true };
const element = { attributes: [], children: [], text: '', name: 'Data', namespace: '', sunk } as unknown as XmlElement;
const context: StepContext = { format: { format: 'xml' }, timeZone: 'Europe/Oslo', currency: 'NOK', element };

describe('every converter does what its example in the reference says', () => {
  test.each(Object.entries(CONVERTERS))('%s', (_name, { example }) => {
    const step = compileConverter(example.convert as Converter, context.format, 'in');
    expect(step).toHaveProperty('made');
    if ('made' in step) expect(step.made.in(example.file, context)).toEqual({ value: example.document });
  });
});

describe('a wrong converter is told with what to write', () => {
  test.each<[unknown, string, string]>([
    ['trimm', 'There is no converter "trimm".', 'Did you mean "trim"?'],
    [{ desimal: {} }, 'There is no converter "desimal".', 'Did you mean "decimal"?'],
    [{ decimal: { skale: 2 } }, 'decimal has no argument "skale".', 'Did you mean "scale"?'],
    [
      { decimal: { scale: '2' } },
      'scale of decimal is a whole number from 0 to 20, not "2".',
      'scale: exactly so many',
    ],
    [{ decimal: { scale: 21 } }, 'scale of decimal is a whole number from 0 to 20, not 21.', 'scale: '],
    [{ decimal: { rounding: 'up' } }, 'rounding of decimal is half-up or half-even or down, not "up".', 'rounding: '],
    [{ decimal: { implied: 2, scale: 2 } }, 'decimal has implied and scale.', 'leave scale out'],
    [{ trim: 3 }, 'trim takes no arguments.', 'Write its name only: trim.'],
    [{ pad: { with: '0' } }, 'pad needs length.', 'length: characters of the result'],
    [{ pad: { length: 3, with: '00' } }, 'with of pad is one character, not "00".', 'with: '],
    [{ pad: 8 }, '8 is no arguments of pad.', 'Its arguments are length, with, side.'],
    [{ flag: ['J'] }, 'words of flag is two texts: [yes, no], not ["J"].', 'words: '],
    [{ flag: ['J', 'J'] }, 'Both words of flag are "J".', 'The first word means true'],
    ['flag', 'flag needs words.', 'words: '],
    [{ code: {} }, 'codes of code is a group of codes: { A: first, B: second }, not {}.', 'codes: '],
    [{ split: { by: '-', part: 0 } }, 'Parts count from 1.', 'The first part is 1'],
    [{ substring: { from: 5, to: 2 } }, 'substring ends (2) before it begins (5).', 'both are included'],
    [{ date: 'DD.MM.YYYY' }, '"D" means nothing in the pattern DD.MM.YYYY.', 'Use yyyy or yy'],
    [{ date: 'dd.MM' }, 'The pattern dd.MM has no year.', 'Use yyyy'],
    [{ date: 'dd.MM.yyyy dd' }, 'The day stands twice in the pattern dd.MM.yyyy dd.', 'Use yyyy'],
    [{ trim: null, upper: null }, 'A converter is one name, not 2.', 'Several converters are a list'],
    [{}, 'A converter is one name, not 0.', 'Several converters are a list'],
    [{ constructor: 1 }, 'There is no converter "constructor".', 'There are text'],
  ])('%j', (converter, problem, hint) => {
    const compiled = compileConverter(converter as Converter, { format: 'csv' }, 'in');
    expect(compiled).toEqual({ problem, hint: expect.stringContaining(hint) });
  });

  test('a decimal sign that is also between thousands', () => {
    const compiled = compileConverter('decimal', { format: 'csv', decimal: ',', thousands: ',' }, 'in');
    expect(compiled).toHaveProperty('problem', '"," would stand before the decimals and between thousands.');
  });
});

describe('a mapping out is told where there is no way back', () => {
  test.each<[Converter, string]>([
    ['money', 'money: This converter only reads'],
    ['sunk-bytes', 'sunk-bytes: This converter only reads'],
    [{ code: { A: 'x', B: 'x' } }, 'code: Several codes mean "x"'],
    [{ date: 'yyyy-MM-dd HH:mm' }, 'date: A date has no time to write'],
  ])('%j', (converter, problem) => {
    expect(compileConverter(converter, { format: 'xml' }, 'in')).toHaveProperty('made');
    const out = compileConverter(converter, { format: 'xml' }, 'out');
    expect(out).toHaveProperty('problem', expect.stringContaining(problem));
  });
});
