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

/** Decimals by their text: an invoice states the same few again and again. No decimal is ever changed, so one serves all. */
const known = new Map<string, Decimal>();
/** Texts that are remembered at most, about 1 MB; then it is begun anew. */
const MOST_KNOWN = 4096;

/** Text to decimal. Throws a RangeError on anything that `isDecimalText` refuses: check before, this is for text that is known to be one. */
export function decimal(text: string): Decimal {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (!isDecimalText(text)) throw new RangeError(`not a decimal: "${text.slice(0, 80)}"`);
  const value = new Exact(text.endsWith('.') ? text.slice(0, -1) : text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, value);
  return value;
}

/** Text to decimal, `undefined` where the text is absent or is none. */
export function decimalOrUndefined(text: string | undefined): Decimal | undefined {
  return text !== undefined && isDecimalText(text) ? decimal(text) : undefined;
}

/** The shortest exact text of a decimal; `-0` is `0`. */
export function decimalText(value: Decimal): string {
  return isZero(value) ? '0' : value.toFixed();
}

/** Rounded half away from zero, and written with exactly that many decimals. */
export function roundedText(value: Decimal, decimals: number): string {
  const rounded = round(value, decimals);
  return isZero(rounded) ? ZERO.toFixed(decimals) : rounded.toFixed(decimals);
}

/** Rounded half away from zero to a number of decimals. */
export function round(value: Decimal, decimals: number): Decimal {
  return fractionDigits(value) <= decimals ? value : value.round(decimals, Exact.roundHalfUp);
}

/** How many decimals a value has; trailing zeros are none. */
export function fractionDigits(value: Decimal): number {
  return isZero(value) ? 0 : Math.max(0, value.c.length - value.e - 1);
}

/** A constructor of its own, because big.js keeps the number of decimals of a division on the constructor. */
const Quotient = BigJs();
Quotient.strict = true;
Quotient.RM = Quotient.roundHalfUp;

/** `dividend / divisor` to `decimals` decimals, half away from zero, rounded once. Throws on a zero divisor. */
export function divide(dividend: Decimal, divisor: Decimal, decimals: number): Decimal {
  if (compare(divisor, ONE) === 0) return round(dividend, decimals);
  Quotient.DP = decimals;
  return new Exact(new Quotient(dividend).div(divisor));
}

const ONE: Decimal = new Exact('1');

/** The sum of any number of decimals; nothing sums to zero. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total: Decimal | undefined;
  for (const value of values) total = total === undefined ? value : total.plus(value);
  return total ?? ZERO;
}

/** The smaller of two. */
export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

/** The larger of two. */
export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** Is it zero, of either sign? */
export function isZero(value: Decimal): boolean {
  return value.c[0] === 0;
}

/** Is it above zero? */
export function isPositive(value: Decimal): boolean {
  return value.s > 0 && !isZero(value);
}

/** Is it below zero? */
export function isNegative(value: Decimal): boolean {
  return value.s < 0 && !isZero(value);
}

/** Are they the same value? `1.0` is `1`. */
export function equal(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

/**
 * Which of two is larger: below zero, zero or above zero, as a sort takes it. The same answer as big.js gives, which
 * copies one side at each question; a large invoice asks hundreds of thousands of times.
 */
export function compare(a: Decimal, b: Decimal): number {
  if (isZero(a) || isZero(b)) return (isZero(a) ? 0 : a.s) - (isZero(b) ? 0 : b.s);
  if (a.s !== b.s) return a.s;
  return compareSizes(a, b) * a.s;
}

function compareSizes(a: Decimal, b: Decimal): number {
  if (a.e !== b.e) return a.e - b.e;
  const shared = Math.min(a.c.length, b.c.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (a.c[index] ?? 0) - (b.c[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.c.length - b.c.length;
}
