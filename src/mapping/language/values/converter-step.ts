import { didYouMean } from '../../../domain/did-you-mean.ts';
import type { Converter, MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { Compiled, StepContext, StepResult, StepValue, ValueStep } from '../value-steps.ts';
import type { Convert, NoWay } from './converter.ts';
import { CONVERTERS } from './converter.table.ts';
import { readArguments } from './converter-arguments.ts';
import { NOTHING } from './step-result.ts';

/** A converter of a row with its arguments as a step, or what is wrong with it. */
export function converterStep(
  converter: Converter,
  format: MappingFormat,
  direction: 'in' | 'out',
): Compiled<ValueStep> {
  const entries: [string, unknown][] =
    typeof converter === 'string' ? [[converter, undefined]] : Object.entries(converter);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1)
    return {
      problem: `A converter is one name, not ${entries.length}.`,
      hint: 'Several converters are a list: [trim, upper].',
    };
  const [name, given] = entry;
  const row = Object.hasOwn(CONVERTERS, name) ? CONVERTERS[name] : undefined;
  if (row === undefined) return unknown(name);
  const read = readArguments(name, row.arguments, row.alone, given);
  if (!('made' in read)) return read;
  const compiled = row.compile(read.made, format);
  if (!('made' in compiled)) return compiled;
  const ways = compiled.made;
  const way = ways[direction];
  if (typeof way !== 'function') return { problem: `${name}: ${way.problem}`, hint: way.hint };
  return {
    made: {
      name,
      informs: row.informs === true,
      in: (value, context) => blankIsNothing(tried(ways.in, value, context)),
      out: (value, context) => tried(ways.out, value, context),
    },
  };
}

function tried(way: Convert | NoWay, value: StepValue, context: StepContext): StepResult {
  return typeof way === 'function' ? way(value, context) : { refused: way.problem, hint: way.hint };
}

/** A text of only blanks is nothing, as in the file itself. */
function blankIsNothing(result: StepResult): StepResult {
  return 'value' in result && typeof result.value === 'string' && result.value.trim() === '' ? NOTHING : result;
}

function unknown(name: string): { problem: string; hint: string } {
  const known = Object.keys(CONVERTERS);
  const near = didYouMean(name, known);
  return {
    problem: `There is no converter "${name}".`,
    hint: near === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${near}"?`,
  };
}
