import { hasGtinForm } from '../../../rules/identity/gtin.ts';
import type { ConverterRow } from './converter.ts';
import { eitherWay } from './converter.ts';
import { isNot, made, NOTHING, quoted, textOf } from './step-result.ts';

const NO_ARGUMENTS = {};
const PADDING = {
  with: { kind: 'character', says: 'the character that fills, as "0".', required: true },
  side: { kind: 'choice', says: 'on which side it stands. Left out: left.', choices: ['left', 'right'] },
} as const;

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
  pad: {
    does: 'Fills up to a length. A longer value is refused, never cut.',
    arguments: {
      length: { kind: 'whole', says: 'characters of the result, 1 to 1000.', required: true, least: 1 },
      ...PADDING,
    },
    example: { convert: { pad: { length: 8, with: '0' } }, file: '12345', document: '00012345' },
    compile: (given) => {
      const [length, filler] = [given.whole('length') ?? 1, given.text('with') ?? ' '];
      return eitherWay((value) => {
        const characters = [...textOf(value)];
        const filling = filler.repeat(Math.max(0, length - characters.length));
        if (characters.length > length)
          return {
            refused: `${quoted(value)} has ${characters.length} characters, more than the ${length} that it is filled up to.`,
            hint: 'A value is never cut in silence: say substring before pad where it may be cut.',
          };
        return made(given.text('side') === 'right' ? textOf(value) + filling : filling + textOf(value));
      });
    },
  },
  unpad: {
    does: 'Takes the filling of pad off again: that character at that side, as often as it stands there.',
    arguments: PADDING,
    example: { convert: { unpad: { with: '0' } }, file: '00012345', document: '12345' },
    compile: (given) => {
      const filler = given.text('with') ?? ' ';
      return eitherWay((value) => made(unpadded([...textOf(value)], filler, given.text('side') === 'right')));
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
  prefix: {
    does: 'Puts a text in front.',
    arguments: { text: { kind: 'text', says: 'the text.', required: true } },
    alone: 'text',
    example: { convert: { prefix: 'EP-' }, file: '1001', document: 'EP-1001' },
    compile: (given) => eitherWay((value) => made((given.text('text') ?? '') + textOf(value))),
  },
  suffix: {
    does: 'Puts a text behind.',
    arguments: { text: { kind: 'text', says: 'the text.', required: true } },
    alone: 'text',
    example: { convert: { suffix: '/1' }, file: '1001', document: '1001/1' },
    compile: (given) => eitherWay((value) => made(textOf(value) + (given.text('text') ?? ''))),
  },
  'drop-prefix': {
    does: 'Takes a text off the front. A value that does not begin with it is refused.',
    arguments: { text: { kind: 'text', says: 'the text.', required: true } },
    alone: 'text',
    example: { convert: { 'drop-prefix': 'EP-' }, file: 'EP-1001', document: '1001' },
    compile: (given) => {
      const text = given.text('text') ?? '';
      return eitherWay((value) =>
        textOf(value).startsWith(text)
          ? made(textOf(value).slice(text.length))
          : {
              refused: `${quoted(value)} does not begin with "${text}".`,
              hint: 'Values without it need a row of their own (when).',
            },
      );
    },
  },
  'drop-suffix': {
    does: 'Takes a text off the end. A value that does not end with it is refused.',
    arguments: { text: { kind: 'text', says: 'the text.', required: true } },
    alone: 'text',
    example: { convert: { 'drop-suffix': ' MVA' }, file: '991825827 MVA', document: '991825827' },
    compile: (given) => {
      const text = given.text('text') ?? '';
      return eitherWay((value) =>
        textOf(value).endsWith(text)
          ? made(textOf(value).slice(0, textOf(value).length - text.length))
          : {
              refused: `${quoted(value)} does not end with "${text}".`,
              hint: 'Values without it need a row of their own (when).',
            },
      );
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

function unpadded(characters: readonly string[], filler: string, right: boolean): string {
  let [start, end] = [0, characters.length];
  if (right) while (end > start && characters[end - 1] === filler) end -= 1;
  else while (start < end && characters[start] === filler) start += 1;
  return characters.slice(start, end).join('');
}
