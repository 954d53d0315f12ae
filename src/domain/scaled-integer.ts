import { type Decimal, decimal, fractionDigits } from './decimal.ts';

/** A decimal as a whole number of units of so many decimals: `12.5` in units of two decimals is `1250n`. What is finer than a unit is rounded half away from zero. */
export function scaledInteger(value: Decimal, decimals: number): bigint {
  return BigInt(value.toFixed(decimals).replace('.', ''));
}

/** The decimal of a whole number of units of so many decimals. */
export function unscaled(value: bigint, decimals: number): Decimal {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimal(`${value < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`);
}

/** The most decimals that any of some values has: in units of so many decimals all of them are whole numbers. */
export function finestUnit(values: readonly Decimal[]): number {
  return values.reduce((most, value) => Math.max(most, fractionDigits(value)), 0);
}
