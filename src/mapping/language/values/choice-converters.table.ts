import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { StepRefusal, StepValue } from '../value-steps.ts';
import type { ConverterRow } from './converter.ts';
import { bothWays } from './converter.ts';
import { plainFlag } from './plain-flag.ts';
import { isNot, made, quoted, textOf } from './step-result.ts';

/** Converters of flags and of codes. */
export const CHOICE_CONVERTERS = {
  boolean: {
    does: 'true or 1, false or 0.',
    out: 'Writes true or false.',
    arguments: {},
    example: { convert: 'boolean', file: '1', document: true },
    compile: () =>
      bothWays(
        (value) => {
          const flag = plainFlag(textOf(value));
          return flag === undefined
            ? isNot('true or false', value, 'For other words say which: { flag: [J, N] }.')
            : made(flag);
        },
        (value) => writtenFlag(value, 'true', 'false'),
      ),
  },
  flag: {
    does: 'A flag by two words: the first means true, the second false. Capital and small letters as they stand.',
    arguments: { words: { kind: 'pair', says: 'the word for true and the word for false: [J, N].', required: true } },
    alone: 'words',
    example: { convert: { flag: ['J', 'N'] }, file: 'J', document: true },
    compile: (given) => {
      const [yes, no] = given.pair('words') ?? ['', ''];
      if (yes === no)
        return { problem: `Both words of flag are "${yes}".`, hint: 'The first word means true, the second false.' };
      return bothWays(
        (value) => {
          const text = textOf(value).trim();
          if (text === yes || text === no) return made(text === yes);
          return isNot(`"${yes}" or "${no}"`, value, 'Other words need { code: … }.');
        },
        (value) => writtenFlag(value, yes, no),
      );
    },
  },
  code: {
    does: 'One value for another: theirs stands in front, ours behind. Other values are refused.',
    arguments: { codes: { kind: 'codes', says: 'the codes: { theirs: ours }.', required: true } },
    alone: 'codes',
    example: { convert: { code: { ST: 'piece', KG: 'kilogram' } }, file: 'ST', document: 'piece' },
    compile: (given) => {
      const codes = Object.entries(given.codes('codes') ?? {});
      const ours = new Map(codes);
      const theirs = new Map(codes.map(([code, value]) => [textOf(value), code]));
      const twice = codes.find(([code, value]) => theirs.get(textOf(value)) !== code)?.[1];
      const read = (value: StepValue) => {
        const found = ours.get(textOf(value).trim());
        return found === undefined ? unknownCode(value, [...ours.keys()]) : made(found);
      };
      const write = (value: StepValue) => {
        const found = theirs.get(textOf(value));
        return found === undefined ? unknownCode(value, [...theirs.keys()]) : made(found);
      };
      const noWay = {
        problem: `Several codes mean ${twice === undefined ? '' : quoted(twice)}: which of them is to be written cannot be known.`,
        hint: 'A mapping out needs a code of its own for each value.',
      };
      return { made: { in: read, out: twice === undefined ? write : noWay } };
    },
  },
} as const satisfies Record<string, ConverterRow>;

function writtenFlag(value: StepValue, yes: string, no: string) {
  if (typeof value === 'boolean') return made(value ? yes : no);
  return isNot('true or false', value, 'Only a flag of the document can be written so.');
}

function unknownCode(value: StepValue, known: readonly string[]): StepRefusal {
  const near = didYouMean(textOf(value), known);
  const hint =
    near === undefined ? `The mapping knows ${listed(known)}.` : `Did they mean "${near}"? Else add it to the mapping.`;
  return { refused: `${quoted(value)} is none of the codes.`, hint };
}

function listed(known: readonly string[]): string {
  const shown = known.slice(0, 10).map((code) => `"${code}"`);
  return known.length > shown.length ? `${shown.join(', ')} and ${known.length - shown.length} more` : shown.join(', ');
}
