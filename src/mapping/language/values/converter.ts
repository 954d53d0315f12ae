import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { Compiled, StepContext, StepResult, StepValue } from '../value-steps.ts';
import type { ArgumentRow, ArgumentsGiven } from './converter-arguments.ts';

/** What becomes of one value. */
export type Convert = (value: StepValue, context: StepContext) => StepResult;

/** Both ways of a converter. A way that does not exist says why, and what to do instead. */
export interface ConverterWays {
  in: Convert | NoWay;
  out: Convert | NoWay;
}

export interface NoWay {
  problem: string;
  hint: string;
}

/** One converter, as data: what it does, its arguments, an example, and how it is made of them. */
export interface ConverterRow {
  /** One or two sentences for the reference. */
  does: string;
  /** What `out` does, where it is not simply the way back. */
  out?: string;
  arguments: Readonly<Record<string, ArgumentRow>>;
  /** The argument that may stand alone: `date: ddMMyy` is `date: { pattern: ddMMyy }`. */
  alone?: string;
  /** The document is understood without this value. */
  informs?: boolean;
  example: { convert: unknown; file: string; document: StepValue };
  compile(given: ArgumentsGiven, format: MappingFormat): Compiled<ConverterWays>;
}

/** A converter of which both ways exist. */
export function bothWays(read: Convert, write: Convert): Compiled<ConverterWays> {
  return { made: { in: read, out: write } };
}

/** A converter that does the same with a value whichever way the mapping goes. */
export function eitherWay(convert: Convert): Compiled<ConverterWays> {
  return { made: { in: convert, out: convert } };
}

/** A converter that only reads. */
export function readsOnly(read: Convert): Compiled<ConverterWays> {
  const hint = 'Leave it out, or write the value by an expression.';
  return { made: { in: read, out: { problem: 'This converter only reads: there is no way back.', hint } } };
}
