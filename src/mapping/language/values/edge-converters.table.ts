import type { ConverterRow } from './converter.ts';
import { eitherWay } from './converter.ts';
import { made, quoted, textOf } from './step-result.ts';

const PADDING = {
  with: { kind: 'character', says: 'the character that fills, as "0".', required: true },
  side: { kind: 'choice', says: 'on which side it stands. Left out: left.', choices: ['left', 'right'] },
} as const;

/** Converters of what stands at the ends of a text. Each does what its name says, reading and writing. */
export const EDGE_CONVERTERS = {
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
} as const satisfies Record<string, ConverterRow>;

function unpadded(characters: readonly string[], filler: string, right: boolean): string {
  let [start, end] = [0, characters.length];
  if (right) while (end > start && characters[end - 1] === filler) end -= 1;
  else while (start < end && characters[start] === filler) start += 1;
  return characters.slice(start, end).join('');
}
