import BigJs from 'big.js';

/**
 * An exact decimal: amounts, prices, quantities and per cents. Never made from a binary float
 * (strict mode throws on one), never printed with an exponent.
 */
export type Decimal = InstanceType<typeof Exact>;

const Exact = BigJs();
Exact.strict = true;
Exact.RM = Exact.roundHalfUp; // away from zero at a tie, on both sides of zero
Exact.NE = -1_000_000;
Exact.PE = 1_000_000;

export const ZERO: Decimal = new Exact('0');
export const HUNDRED: Decimal = new Exact('100');

/** xsd:decimal without a sign in front of nothing: `12`, `-12.50`, `10380.`; no `+`, exponent, comma or trailing minus. */
const DECIMAL_TEXT = /^-?\d+(\.\d*)?$/;

/** The longest decimal that is read; a longer one is somebody's mistake, or an attack on our arithmetic. */
const MAX_DECIMAL_CHARACTERS = 60;

/** Is this text (already trimmed) a decimal that we read? */
export function isDecimalText(text: string): boolean {
  return text.length <= MAX_DECIMAL_CHARACTERS && DECIMAL_TEXT.test(text);
}

/** Text to decimal. Throws a RangeError on anything that `isDecimalText` refuses: check before, this is for text that is known to be one. */
export function decimal(text: string): Decimal {
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: "${text.slice(0, 80)}"`);
  return new Exact(text.endsWith('.') ? text.slice(0, -1) : text);
}

/** Text to decimal, `undefined` where the text is absent or is none. */
export function decimalOrUndefined(text: string | undefined): Decimal | undefined {
  return text !== undefined && isDecimalText(text) ? decimal(text) : undefined;
}

/** The shortest exact text of a decimal; `-0` is `0`. */
export function decimalText(value: Decimal): string {
  return value.eq(ZERO) ? '0' : value.toFixed();
}

/** Rounded half away from zero, and written with exactly that many decimals. */
export function roundedText(value: Decimal, decimals: number): string {
  const rounded = round(value, decimals);
  return rounded.eq(ZERO) ? ZERO.toFixed(decimals) : rounded.toFixed(decimals);
}

/** Rounded half away from zero to a number of decimals. */
export function round(value: Decimal, decimals: number): Decimal {
  return value.round(decimals, Exact.roundHalfUp);
}

/** A constructor of its own, because big.js keeps the number of decimals of a division on the constructor. */
const Quotient = BigJs();
Quotient.strict = true;
Quotient.RM = Quotient.roundHalfUp;

/** `dividend / divisor` to `decimals` decimals, half away from zero, rounded once. Throws on a zero divisor. */
export function divide(dividend: Decimal, divisor: Decimal, decimals: number): Decimal {
  Quotient.DP = decimals;
  return new Exact(new Quotient(dividend.toFixed()).div(divisor.toFixed()).toFixed());
}

/** The sum of any number of decimals; nothing sums to zero. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The smaller of two. */
export function min(a: Decimal, b: Decimal): Decimal {
  return a.lte(b) ? a : b;
}

/** The larger of two. */
export function max(a: Decimal, b: Decimal): Decimal {
  return a.gte(b) ? a : b;
}
