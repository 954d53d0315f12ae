import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MappingFormat } from '../../../../src/domain/mapping-file.generated.ts';
import { characterNotInEncoding } from '../../../../src/formats/text/encode-text.ts';
import { compileConverter, type ValueStep } from '../../../../src/mapping/language/value-steps.ts';

/** Texts that only inform people go out in an encoding that does not have all their letters, and never stop a document. */

const formats = {
  'windows-1252': { format: 'csv', encoding: 'windows-1252' },
  'iso-8859-1': { format: 'csv', encoding: 'iso-8859-1' },
  'utf-8': { format: 'csv', encoding: 'utf-8' },
} as const satisfies Record<string, MappingFormat>;
const NAMES = { 'windows-1252': 'windows-1252', 'iso-8859-1': 'ISO-8859-1', 'utf-8': 'UTF-8' } as const;

function step(format: MappingFormat): ValueStep {
  const compiled = compileConverter('nearest-letters', format, 'out');
  if (!('made' in compiled)) throw new Error(compiled.problem);
  return compiled.made;
}
const written = (text: string, encoding: keyof typeof formats): unknown => {
  const format = formats[encoding];
  const result = step(format).out(text, { format });
  return 'value' in result ? result.value : result;
};

test.each([
  ['windows-1252', 'Łódź Sp. z o.o.', 'Lódz Sp. z o.o.'],
  ['windows-1252', 'Bjørn «blå» – 5 € … œ', 'Bjørn «blå» – 5 € … œ'],
  ['iso-8859-1', 'Bjørn «blå» – 5 € … œ', 'Bjørn «blå» - 5 EUR ... oe'],
  ['windows-1252', 'e\u0301te\u0301 \u017b\u0307', 'été Z'],
  ['windows-1252', '漢字 ﬁn 😀 \uD83D', '?? fin ? ?'],
  ['utf-8', 'Łódź 漢字 😀', 'Łódź 漢字 😀'],
] as const)('%s: %s', (encoding, text, expected) => {
  expect(written(text, encoding)).toBe(expected);
});

test('reading leaves the text as it stands', () => {
  const format = formats['windows-1252'];
  expect(step(format).in('Łódź', { format })).toEqual({ value: 'Łódź' });
});

test.each(['windows-1252', 'iso-8859-1', 'utf-8'] as const)(
  '%s: any text can be written, and what it has stays',
  (encoding) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const result = String(written(text, encoding));
        expect(characterNotInEncoding(result, NAMES[encoding])).toBeUndefined();
        if (characterNotInEncoding(text, NAMES[encoding]) === undefined) expect(result).toBe(text);
      }),
    );
  },
);
