import type { MappingFormat } from '../../../domain/mapping-file.generated.ts';
import type { StepResult } from '../value-steps.ts';
import type { ConverterRow } from './converter.ts';
import { bothWays } from './converter.ts';
import type { ArgumentsGiven } from './converter-arguments.ts';
import { type DecimalNotation, decimalReader, decimalWriter, type Rounding } from './decimal-notation.ts';
import { isNot, made, textOf } from './step-result.ts';

const DECIMAL_ARGUMENTS = {
  scale: { kind: 'whole', says: 'exactly so many decimals. Left out: as many as there are.', most: 20 },
  rounding: {
    kind: 'choice',
    says: 'what becomes of decimals beyond the scale. Left out: a value that would change is refused. half-up rounds half away from zero.',
    choices: ['half-up', 'half-even', 'down'],
  },
  implied: {
    kind: 'whole',
    says: 'so many last digits are decimals, without a point: with 2, 1050 is 10.50.',
    least: 1,
    most: 10,
  },
  sign: { kind: 'choice', says: 'where a minus stands. Left out: leading.', choices: ['leading', 'trailing'] },
  point: {
    kind: 'choice',
    says: 'what stands before the decimals. Left out: as source or target says.',
    choices: ['.', ','],
  },
} as const satisfies ConverterRow['arguments'];

/** Converters of numbers. Amounts stay text and exact: no value passes through a binary float. */
export const NUMBER_CONVERTERS = {
  decimal: {
    does: 'A number as the file writes it, exactly. What stands before the decimals and between thousands is said once, under source or target.',
    out: 'Writes the number as the file has it, with thousands where target names what stands between them.',
    arguments: DECIMAL_ARGUMENTS,
    example: { convert: { decimal: { implied: 2, sign: 'trailing' } }, file: '1050-', document: '-10.50' },
    compile: (given, format) => {
      const notation = notationOf(given, format);
      if (notation.implied !== undefined && notation.scale !== undefined)
        return {
          problem: 'decimal has implied and scale.',
          hint: 'With implied the number of decimals is fixed: leave scale out.',
        };
      if (notation.point === notation.thousands)
        return {
          problem: `"${notation.point}" would stand before the decimals and between thousands.`,
          hint: 'Say another decimal or thousands under source or target.',
        };
      const [read, write] = [decimalReader(notation), decimalWriter(notation)];
      return bothWays(
        (value) => read(textOf(value).trim()),
        (value) => write(textOf(value).trim()),
      );
    },
  },
  integer: {
    does: 'A whole number, without thousands. Zeros in front count for nothing.',
    out: 'Writes its digits.',
    arguments: {},
    example: { convert: 'integer', file: '0012', document: 12 },
    compile: () =>
      bothWays(
        (value) => whole(textOf(value)),
        (value) => whole(textOf(value), true),
      ),
  },
} as const satisfies Record<string, ConverterRow>;

/** The notation of decimals that a format states, with what a row says otherwise. */
export function notationOf(given: ArgumentsGiven | undefined, format: MappingFormat): DecimalNotation {
  const point = given?.text('point') ?? format.decimal ?? '.';
  return {
    point: point === ',' ? ',' : '.',
    thousands: format.thousands,
    sign: given?.text('sign') === 'trailing' ? 'trailing' : 'leading',
    implied: given?.whole('implied'),
    scale: given?.whole('scale'),
    rounding: given?.text('rounding') as Rounding | undefined,
  };
}

function whole(written: string, asText = false): StepResult {
  const text = written.trim();
  const number = /^[+-]?\d{1,20}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number)) return isNot('a whole number', text, 'Write it with digits only: 12.');
  const unsigned = number === 0 ? 0 : number;
  return made(asText ? String(unsigned) : unsigned);
}
