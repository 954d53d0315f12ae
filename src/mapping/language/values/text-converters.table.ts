import { hasGtinForm } from '../../../rules/identity/gtin.ts';
import type { ConverterRow } from './converter.ts';
import { eitherWay } from './converter.ts';
import { isNot, made, NOTHING, textOf } from './step-result.ts';

const NO_ARGUMENTS = {};

/** Converters of texts. Each does with the value what its name says, reading and writing. */
export const TEXT_CONVERTERS = {
  text: {
    does: 'The text as it stands.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'text', file: 'AB 12', document: 'AB 12' },
    compile: () => eitherWay((value) => made(textOf(value))),
  },
  trim: {
    does: 'Takes blanks and line ends off both ends.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'trim', file: '  AB 12 ', document: 'AB 12' },
    compile: () => eitherWay((value) => made(textOf(value).trim())),
  },
  upper: {
    does: 'Capital letters.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'upper', file: 'ab 12', document: 'AB 12' },
    compile: () => eitherWay((value) => made(textOf(value).toUpperCase())),
  },
  lower: {
    does: 'Small letters.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'lower', file: 'AB 12', document: 'ab 12' },
    compile: () => eitherWay((value) => made(textOf(value).toLowerCase())),
  },
  collapse: {
    does: 'Several blanks or line ends become one blank, those at the ends go.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'collapse', file: 'two   words ', document: 'two words' },
    compile: () => eitherWay((value) => made(textOf(value).trim().replace(/\s+/g, ' '))),
  },
  digits: {
    does: 'Keeps the digits 0 to 9 and nothing else. A value without digits is nothing.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'digits', file: 'NO 991 825 827 MVA', document: '991825827' },
    compile: () => eitherWay((value) => made(textOf(value).replace(/[^0-9]/g, ''))),
  },
  strip: {
    does: 'Takes these characters out, wherever they stand.',
    arguments: { characters: { kind: 'text', says: 'the characters, as ". -".', required: true } },
    alone: 'characters',
    example: { convert: { strip: '. ' }, file: '1234.56 78901', document: '12345678901' },
    compile: (given) => {
      const out = new Set(given.text('characters') ?? '');
      return eitherWay((value) => made([...textOf(value)].filter((character) => !out.has(character)).join('')));
    },
  },
  substring: {
    does: 'The characters from one position to another, both included. A value that ends before is as long as it is; one that ends before the first is nothing.',
    arguments: {
      from: { kind: 'whole', says: 'the first position, from 1. Left out: 1.', least: 1, most: 100_000 },
      to: { kind: 'whole', says: 'the last position. Left out: the end.', least: 1, most: 100_000 },
    },
    example: { convert: { substring: { from: 1, to: 5 } }, file: 'Long text', document: 'Long' },
    compile: (given) => {
      const [from, to] = [given.whole('from') ?? 1, given.whole('to')];
      if (to !== undefined && to < from)
        return {
          problem: `substring ends (${to}) before it begins (${from}).`,
          hint: 'Positions count from 1, and both are included.',
        };
      return eitherWay((value) =>
        made(
          [...textOf(value)]
            .slice(from - 1, to)
            .join('')
            .trim(),
        ),
      );
    },
  },
  replace: {
    does: 'Writes one text in place of another, everywhere, capital and small letters as they stand.',
    arguments: {
      from: { kind: 'text', says: 'the text that goes.', required: true },
      to: { kind: 'text', says: 'the text that comes. Left out: none.' },
    },
    example: { convert: { replace: { from: '/', to: '-' } }, file: '12/34', document: '12-34' },
    compile: (given) => {
      const [from, to] = [given.text('from') ?? '', given.text('to') ?? ''];
      return eitherWay((value) => made(textOf(value).replaceAll(from, () => to)));
    },
  },
  split: {
    does: 'One part of a text. Where it has fewer parts there is nothing.',
    arguments: {
      by: { kind: 'text', says: 'what stands between the parts.', required: true },
      part: { kind: 'whole', says: 'which part, from 1; -1 is the last.', required: true, least: -1000 },
    },
    example: { convert: { split: { by: '-', part: 2 } }, file: 'PO-4711-2', document: '4711' },
    compile: (given) => {
      const [by, part] = [given.text('by') ?? '', given.whole('part') ?? 1];
      if (part === 0) return { problem: 'Parts count from 1.', hint: 'The first part is 1, the last is -1.' };
      return eitherWay((value) => {
        const found = textOf(value)
          .split(by)
          .at(part < 0 ? part : part - 1)
          ?.trim();
        return found === undefined || found === '' ? NOTHING : made(found);
      });
    },
  },
  gtin: {
    does: 'A GTIN of 8, 12, 13 or 14 digits with its check digit. Zeros in front stay.',
    arguments: NO_ARGUMENTS,
    example: { convert: 'gtin', file: '04006381333931', document: '04006381333931' },
    compile: () =>
      eitherWay((value) => {
        const text = textOf(value).trim();
        const hint =
          'A GTIN has 8, 12, 13 or 14 digits, the last of which is its check digit. For numbers of another kind leave gtin out.';
        return hasGtinForm(text) ? made(text) : isNot('a GTIN', value, hint);
      }),
  },
} as const satisfies Record<string, ConverterRow>;
