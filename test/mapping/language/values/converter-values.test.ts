import { describe, expect, test } from 'vitest';
import type { Converter, MappingFormat } from '../../../../src/domain/mapping-file.generated.ts';
import type { XmlElement } from '../../../../src/formats/xml/xml-tree.ts';
import { compileConverter, type StepResult, type StepValue } from '../../../../src/mapping/language/value-steps.ts';

const OSLO = 'Europe/Oslo';

function read(
  converter: Converter,
  text: StepValue,
  format: MappingFormat = { format: 'csv' },
  timeZone = OSLO,
): StepResult {
  const step = compileConverter(converter, format, 'in');
  if (!('made' in step)) throw new Error(step.problem);
  return step.made.in(text, { format, timeZone });
}

function write(
  converter: Converter,
  value: StepValue,
  format: MappingFormat = { format: 'csv' },
  timeZone = OSLO,
): StepResult {
  const step = compileConverter(converter, format, 'out');
  if (!('made' in step)) throw new Error(step.problem);
  return step.made.out(value, { format, timeZone });
}

const NORWEGIAN: MappingFormat = { format: 'csv', decimal: ',', thousands: ' ' };
const REFUSED = null;

describe('decimals are read as the file writes them, and never guessed at', () => {
  test.each<[Converter, MappingFormat, string, string | null]>([
    ['decimal', { format: 'xml' }, '12.50', '12.50'],
    ['decimal', { format: 'xml' }, '+12.50', '12.50'],
    ['decimal', { format: 'xml' }, '.5', '0.5'],
    ['decimal', { format: 'xml' }, '12,50', REFUSED],
    ['decimal', { format: 'xml' }, '1e3', REFUSED],
    ['decimal', { format: 'xml' }, '12-', REFUSED],
    ['decimal', NORWEGIAN, '1 234 567,89', '1234567.89'],
    ['decimal', NORWEGIAN, '1\u00a0234,5', '1234.5'],
    ['decimal', NORWEGIAN, '1\u202f234,5', '1234.5'],
    ['decimal', NORWEGIAN, '1234,50', '1234.50'],
    ['decimal', NORWEGIAN, '12 34,5', REFUSED],
    ['decimal', NORWEGIAN, '1 2345', REFUSED],
    ['decimal', NORWEGIAN, '1.234', REFUSED],
    ['decimal', NORWEGIAN, '-0012,5', '-12.5'],
    ['decimal', { format: 'csv', decimal: ',', thousands: '.' }, '1.234', '1234'],
    ['decimal', { format: 'csv', decimal: ',', thousands: '.' }, '1.23', REFUSED],
    [{ decimal: { point: '.' } }, { format: 'csv', decimal: ',' }, '1.5', '1.5'],
    [{ decimal: { implied: 2 } }, { format: 'fixed-width' }, '000000001050', '10.50'],
    [{ decimal: { implied: 2 } }, { format: 'fixed-width' }, '5', '0.05'],
    [{ decimal: { implied: 2 } }, { format: 'fixed-width' }, '-1050', '-10.50'],
    [{ decimal: { implied: 2 } }, { format: 'fixed-width' }, '10.50', REFUSED],
    [{ decimal: { sign: 'trailing' } }, { format: 'csv' }, '12.5-', '-12.5'],
    [{ decimal: { sign: 'trailing' } }, { format: 'csv' }, '-12.5', REFUSED],
    [{ decimal: { scale: 2 } }, { format: 'csv' }, '12.5', '12.50'],
    [{ decimal: { scale: 2 } }, { format: 'csv' }, '12.500', '12.50'],
    [{ decimal: { scale: 2 } }, { format: 'csv' }, '12.505', REFUSED],
    [{ decimal: { scale: 2, rounding: 'half-up' } }, { format: 'csv' }, '12.505', '12.51'],
    [{ decimal: { scale: 2, rounding: 'half-up' } }, { format: 'csv' }, '-12.505', '-12.51'],
    [{ decimal: { scale: 2, rounding: 'half-even' } }, { format: 'csv' }, '12.505', '12.50'],
    [{ decimal: { scale: 2, rounding: 'down' } }, { format: 'csv' }, '-12.509', '-12.50'],
    [{ decimal: { scale: 0, rounding: 'half-up' } }, { format: 'csv' }, '-0.4', '0'],
    ['decimal', { format: 'csv' }, '1'.repeat(61), REFUSED],
    ['integer', { format: 'csv' }, '9007199254740993', REFUSED],
    ['integer', { format: 'csv' }, '1.0', REFUSED],
  ])('%j %j %s', (converter, format, text, expected) => {
    const result = read(converter, text, format);
    if (expected === REFUSED) expect(result).toHaveProperty('refused', expect.stringContaining(text.slice(0, 20)));
    else expect(result).toEqual({ value: expected });
  });

  test('written with thousands, without a point, with its minus behind, and refused where digits would be lost', () => {
    expect(write('decimal', '-1234567.89', NORWEGIAN)).toEqual({ value: '-1 234 567,89' });
    expect(write({ decimal: { implied: 2, sign: 'trailing' } }, '-10.5')).toEqual({ value: '1050-' });
    expect(write({ decimal: { implied: 2 } }, '0.05')).toEqual({ value: '5' });
    expect(write({ decimal: { implied: 2 } }, '10.505')).toHaveProperty('refused');
    expect(write({ decimal: { scale: 2 } }, 12)).toEqual({ value: '12.00' });
    expect(write('decimal', '12,5')).toHaveProperty('refused');
  });
});

describe('days exist, and years of two digits have one meaning', () => {
  test.each<[string | undefined, string, string | null]>([
    ['ddMMyy', '290200', '2000-02-29'],
    ['ddMMyy', '290201', REFUSED],
    ['ddMMyy', '311279', '2079-12-31'],
    ['ddMMyy', '010180', '1980-01-01'],
    ['d.M.yyyy', '1.2.2026', '2026-02-01'],
    ['d.M.yyyy', '01.02.2026', '2026-02-01'],
    ['dd.MM.yyyy', '1.2.2026', REFUSED],
    ['yyyy-MM-dd HH:mm', '2026-02-01 23:59', '2026-02-01'],
    ['yyyy-MM-dd HH:mm', '2026-02-01 24:00', REFUSED],
    ["yyyy-MM-dd'T00:00:00'", '2026-02-01T00:00:00', '2026-02-01'],
    ['yyyy.MM.dd', '2026x02x01', REFUSED],
    [undefined, '2026-02-01', '2026-02-01'],
    [undefined, '2026-02-30', REFUSED],
  ])('%s %s', (pattern, text, expected) => {
    const result = read(pattern === undefined ? 'date' : { date: pattern }, text);
    if (expected === REFUSED) expect(result).toHaveProperty('refused', expect.stringContaining(text));
    else expect(result).toEqual({ value: expected });
  });

  test('the pattern of the source counts where the row has none; a day of XML may have a zone', () => {
    expect(read('date', '01.02.2026', { format: 'csv', date: 'dd.MM.yyyy' })).toEqual({ value: '2026-02-01' });
    expect(read('date', '2026-02-01+02:00', { format: 'xml' })).toEqual({ value: '2026-02-01' });
    expect(read('date', '2026-02-01+02:00', { format: 'csv' })).toHaveProperty('refused');
  });

  test('a year that two digits cannot say is not written with them', () => {
    expect(write({ date: 'ddMMyy' }, '2079-12-31')).toEqual({ value: '311279' });
    expect(write({ date: 'ddMMyy' }, '2080-01-01')).toHaveProperty('refused', expect.stringContaining('2080-01-01'));
    expect(write({ date: 'dd.MM.yyyy' }, '2026-02-30')).toHaveProperty('refused');
  });

  test('a day that only informs is left out with a warning', () => {
    expect(read('date-for-information', '31.02.2026')).toMatchObject({ severity: 'warning' });
  });
});

describe('times are told in the zone of the site, and those of a night of daylight saving are not guessed at', () => {
  const pattern = { instant: 'dd.MM.yyyy HH:mm' };
  test.each<[Converter, string, string | null]>([
    [pattern, '22.11.2026 08:30', '2026-11-22T08:30:00+01:00'],
    [pattern, '22.07.2026 08:30', '2026-07-22T08:30:00+02:00'],
    [pattern, '29.03.2026 02:30', REFUSED],
    [pattern, '25.10.2026 02:30', REFUSED],
    [pattern, '25.10.2026 03:00', '2026-10-25T03:00:00+01:00'],
    [{ instant: 'dd.MM.yyyy HH:mm +hh:mm' }, '25.10.2026 02:30 +02:00', '2026-10-25T02:30:00+02:00'],
    [{ instant: 'yyyyMMddHHmmss+hhmm' }, '20261025023000+0100', '2026-10-25T02:30:00+01:00'],
    [{ instant: 'yyyyMMddHHmmss.SSS' }, '20261122083000.250', '2026-11-22T08:30:00.250+01:00'],
    ['instant', '2026-11-22T08:30:00Z', '2026-11-22T08:30:00Z'],
    ['instant', '2026-11-22T08:30:00', REFUSED],
  ])('%j %s', (converter, text, expected) => {
    const result = read(converter, text);
    if (expected === REFUSED) expect(result).toHaveProperty('refused', expect.stringContaining(text));
    else expect(result).toEqual({ value: expected });
  });

  test('written in the zone of the site, whatever offset the instant has', () => {
    expect(write(pattern, '2026-11-22T06:30:00Z')).toEqual({ value: '22.11.2026 07:30' });
    expect(write({ instant: 'yyyyMMddHHmmss+hhmm' }, '2026-07-22T06:30:00Z')).toEqual({ value: '20260722083000+0200' });
  });
});

describe('codes, flags and amounts in another currency', () => {
  test('a code that nobody knows is refused, with the one that was probably meant', () => {
    expect(read({ code: { ST: 'piece', KG: 'kilogram' } }, 'ST ')).toEqual({ value: 'piece' });
    expect(read({ code: { piece: 'ST', kilogram: 'KG' } }, 'kilogramm')).toMatchObject({
      hint: expect.stringContaining('"kilogram"'),
    });
    expect(write({ code: { ST: 'piece', KG: 1 } }, 1)).toEqual({ value: 'KG' });
  });

  test('a flag has its two words only', () => {
    expect(read({ flag: ['J', 'N'] }, 'N')).toEqual({ value: false });
    expect(read({ flag: ['J', 'N'] }, 'j')).toHaveProperty('refused', '"j" is not "J" or "N".');
    expect(write({ flag: ['J', ''] }, false)).toEqual({ value: '' });
    expect(write({ flag: ['J', 'N'] }, 'true')).toHaveProperty('refused');
  });

  test('an amount in another currency than the document is refused', () => {
    const element = { attributes: [{ namespace: '', name: 'currencyID', value: 'EUR' }] } as unknown as XmlElement;
    const step = compileConverter('money', { format: 'xml' }, 'in');
    if (!('made' in step)) throw new Error(step.problem);
    const context = { format: { format: 'xml' }, element } as const;
    expect(step.made.in('10', { ...context, currency: 'NOK' })).toHaveProperty(
      'refused',
      expect.stringContaining('"EUR"'),
    );
    expect(step.made.in('10', { ...context, currency: 'EUR' })).toEqual({ value: '10' });
  });
});

describe('texts are never cut in silence, and blanks are nothing', () => {
  test.each<[Converter, string, StepResult | null]>([
    [{ pad: { length: 3, with: '0' } }, '1234', REFUSED],
    [{ pad: { length: 3, with: '0' } }, '🧾', { value: '00🧾' }],
    [{ pad: { length: 4, with: ' ', side: 'right' } }, 'ab', { value: 'ab  ' }],
    [{ unpad: { with: '0' } }, '000', { nothing: true }],
    [{ 'drop-prefix': 'EP-' }, 'PE-1', REFUSED],
    [{ 'drop-suffix': 'x' }, 'x', { nothing: true }],
    [{ replace: { from: '.', to: '$&' } }, 'a.b.c', { value: 'a$&b$&c' }],
    [{ split: { by: '-', part: 4 } }, 'a-b-c', { nothing: true }],
    [{ split: { by: '-', part: -1 } }, 'a-b-c', { value: 'c' }],
    [{ substring: { from: 10 } }, 'short', { nothing: true }],
    ['digits', 'none', { nothing: true }],
    ['gtin', '04006381333930', REFUSED],
  ])('%j %s', (converter, text, expected) => {
    if (expected === REFUSED) expect(read(converter, text)).toHaveProperty('refused', expect.stringContaining(text));
    else expect(read(converter, text)).toEqual(expected);
  });
});
