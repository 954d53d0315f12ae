import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, equal } from '../../../../src/domain/decimal.ts';
import type { Converter, MappingFormat } from '../../../../src/domain/mapping-file.generated.ts';
import {
  compileConverter,
  type StepResult,
  type StepValue,
  type ValueStep,
} from '../../../../src/mapping/language/value-steps.ts';
import { CONVERTERS } from '../../../../src/mapping/language/values/converter.table.ts';

const CONTEXT = { timeZone: 'Europe/Oslo' };

function stepOf(converter: Converter, format: MappingFormat, direction: 'in' | 'out'): ValueStep {
  const step = compileConverter(converter, format, direction);
  if (!('made' in step)) throw new Error(step.problem);
  return step.made;
}

function made(result: StepResult): StepValue {
  if (!('value' in result)) throw new Error(JSON.stringify(result));
  return result.value;
}

/** What a document has, written to a file and read from it again. */
function thereAndBack(converter: Converter, value: StepValue, format: MappingFormat = { format: 'csv' }): StepValue {
  const written = made(stepOf(converter, format, 'out').out(value, { format, ...CONTEXT }));
  return made(stepOf(converter, format, 'in').in(written, { format, ...CONTEXT }));
}

const decimals = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }))
  .map(([digits, scale]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    const whole = text.slice(0, text.length - scale);
    return `${digits < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${text.slice(text.length - scale)}`}`;
  });
const days = fc
  .date({ min: new Date('1980-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('what is written is read as what it was', () => {
  test('decimals in every notation', () => {
    const notations = fc.record({
      format: fc.constantFrom<MappingFormat>(
        { format: 'csv' },
        { format: 'csv', decimal: ',' },
        { format: 'csv', decimal: ',', thousands: '.' },
        { format: 'csv', decimal: ',', thousands: ' ' },
        { format: 'csv', thousands: ',' },
        { format: 'csv', thousands: "'" },
      ),
      given: fc.constantFrom<Record<string, unknown>>(
        {},
        { sign: 'trailing' },
        { scale: 6 },
        { implied: 6 },
        { implied: 8, sign: 'trailing' },
      ),
    });
    fc.assert(
      fc.property(decimals, notations, (value, { format, given }) => {
        const read = thereAndBack({ decimal: given }, value, format);
        expect(equal(decimal(String(read)), decimal(value))).toBe(true);
      }),
    );
  });

  test('whole numbers, flags and codes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.boolean(), fc.constantFrom('piece', 'kilogram', 7), (number, flag, code) => {
        expect(thereAndBack('integer', number)).toBe(number === 0 ? 0 : number);
        expect(thereAndBack('boolean', flag)).toBe(flag);
        expect(thereAndBack({ flag: ['J', 'N'] }, flag)).toBe(flag);
        expect(thereAndBack({ code: { ST: 'piece', KG: 'kilogram', '7': 7 } }, code)).toBe(code);
      }),
    );
  });

  test('days in every pattern', () => {
    const patterns = fc.constantFrom(
      'yyyy-MM-dd',
      'dd.MM.yyyy',
      'd.M.yyyy',
      'yyyyMMdd',
      'ddMMyy',
      'yyMMdd',
      'M/d/yy',
      "yyyy-MM-dd'T00:00:00'",
    );
    fc.assert(
      fc.property(days, patterns, (day, pattern) => {
        expect(thereAndBack({ date: pattern }, day)).toBe(day);
      }),
    );
  });

  test('instants with an offset are the same point in time', () => {
    const patterns = fc.constantFrom(
      "yyyy-MM-dd'T'HH:mm:ss.SSS+hh:mm",
      'yyyyMMddHHmmssSSS+hhmm',
      'dd.MM.yyyy HH:mm:ss.SSS +hh:mm',
    );
    const instants = fc.date({
      min: new Date('1980-01-01T00:00:00Z'),
      max: new Date('2079-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, patterns, (date, pattern) => {
        const read = thereAndBack({ instant: pattern }, date.toISOString());
        expect(new Date(String(read)).getTime()).toBe(date.getTime());
      }),
    );
  });

  test('what stands at the ends of a text', () => {
    const texts = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((text) => text.trim() === text && text !== '');
    fc.assert(
      fc.property(texts, (text) => {
        const step = (converter: Converter, value: StepValue) =>
          made(stepOf(converter, { format: 'csv' }, 'out').out(value, { format: { format: 'csv' } }));
        expect(step({ 'drop-prefix': 'EP-' }, step({ prefix: 'EP-' }, text))).toBe(text);
        expect(step({ 'drop-suffix': '/1' }, step({ suffix: '/1' }, text))).toBe(text);
        fc.pre(!text.startsWith('*'));
        expect(step({ unpad: { with: '*' } }, step({ pad: { length: 200, with: '*' } }, text))).toBe(text);
      }),
    );
  });
});

describe('no converter throws, and none makes a number that is not exact', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    decimals,
    days,
    fc.maxSafeInteger(),
    fc.double(),
    fc.boolean(),
  );

  test.each(Object.entries(CONVERTERS))('%s', (_name, { example }) => {
    const ways = (['in', 'out'] as const).flatMap((direction) => {
      const format: MappingFormat = { format: 'csv', decimal: ',', thousands: '.' };
      const step = compileConverter(example.convert as Converter, format, direction);
      return 'made' in step ? [(value: StepValue) => step.made[direction](value, { format, ...CONTEXT })] : [];
    });
    fc.assert(
      fc.property(anything, (value) => {
        for (const way of ways) {
          const result = way(value);
          if (!('value' in result)) continue;
          if (typeof result.value === 'number') expect(Number.isSafeInteger(result.value)).toBe(true);
          else expect(['string', 'boolean']).toContain(typeof result.value);
        }
      }),
    );
  });

  test('whatever stands in a mapping file as a converter is compiled or told', () => {
    const given = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(CONVERTERS)), fc.jsonValue(), { maxKeys: 2 }),
    );
    fc.assert(
      fc.property(given, (value) => {
        if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) return;
        const compiled = compileConverter(value as Converter, { format: 'csv' }, 'in');
        expect('made' in compiled || (compiled.problem !== '' && compiled.hint !== '')).toBe(true);
      }),
    );
  });
});
