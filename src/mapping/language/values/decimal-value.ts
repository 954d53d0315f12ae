import { compare, type Decimal, decimal, divide, isZero, round } from '../../../domain/decimal.ts';
import { ExpressionRefusal } from './expression-refusal.ts';

/** A quotient that does not end is rounded half away from zero to so many decimals. */
export const QUOTIENT_DECIMALS = 20;

/** Digits of the longest result in between: more come from nobody's invoice. */
const MOST_DIGITS = 200;

/** An exact decimal as a value of expressions: nothing of it can be seen but by the functions and operators below. */
export class DecimalValue {
  readonly #value: Decimal;

  constructor(value: Decimal) {
    if (value.c.length > MOST_DIGITS || Math.abs(value.e) > MOST_DIGITS)
      throw new ExpressionRefusal(
        'A number of this expression becomes too long.',
        'Round what is multiplied: round(…, 6).',
      );
    this.#value = value;
  }

  static valueOf(value: DecimalValue): Decimal {
    return value.#value;
  }
}

type Side = DecimalValue | bigint;

/** What operators do with two decimals, or with a decimal and a whole number. */
export const ARITHMETIC: Readonly<Record<string, (left: Side, right: Side) => DecimalValue>> = {
  '+': (left, right) => new DecimalValue(exact(left).plus(exact(right))),
  '-': (left, right) => new DecimalValue(exact(left).minus(exact(right))),
  '*': (left, right) => new DecimalValue(exact(left).times(exact(right))),
  '/': (left, right) => {
    if (isZero(exact(right)))
      throw new ExpressionRefusal(
        'Nothing can be divided by zero.',
        'Say what counts then: decimal(source.Qty) == 0 ? … : …',
      );
    return new DecimalValue(divide(exact(left), exact(right), QUOTIENT_DECIMALS));
  },
};

export const COMPARISONS: Readonly<Record<string, (left: Side, right: Side) => boolean>> = {
  '==': (left, right) => compare(exact(left), exact(right)) === 0,
  '<': (left, right) => compare(exact(left), exact(right)) < 0,
  '<=': (left, right) => compare(exact(left), exact(right)) <= 0,
  '>': (left, right) => compare(exact(left), exact(right)) > 0,
  '>=': (left, right) => compare(exact(left), exact(right)) >= 0,
};

/** Rounded half away from zero. */
export function rounded(value: Side, decimals: bigint): DecimalValue {
  if (decimals < 0n || decimals > 20n)
    throw new ExpressionRefusal(`round(…, ${decimals}) cannot be done.`, 'Round to 0 to 20 decimals.');
  return new DecimalValue(round(exact(value), Number(decimals)));
}

/** The exact decimal of either kind of number. */
export function exact(value: Side): Decimal {
  return typeof value === 'bigint' ? decimal(String(value)) : DecimalValue.valueOf(value);
}
