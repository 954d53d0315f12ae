import { type Decimal, fractionDigits, isZero, ZERO } from './decimal.ts';
import { scaledInteger, unscaled } from './scaled-integer.ts';

/**
 * Splits a total by weights without loss: each share is rounded down to the unit, and the units that are left go
 * to the largest remainders, ties to the first (order-match.md 22). The shares always sum to the total exactly.
 * `decimals`: of the unit; a total that has more of them is split as finely as it is written.
 * Weights may be negative (a returned line bears a negative share), but where they sum to zero there is nothing
 * to go by, and the first share takes all.
 */
export function splitByLargestRemainder(total: Decimal, weights: readonly Decimal[], decimals: number): Decimal[] {
  if (weights.length <= 1 || isZero(total)) return weights.map((_, index) => (index === 0 ? total : ZERO));
  const unitDecimals = Math.max(decimals, fractionDigits(total));
  const weightDecimals = Math.max(...weights.map(fractionDigits));
  const scaled = weights.map((weight) => scaledInteger(weight, weightDecimals));
  const whole = scaled.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : ZERO));
  const units = scaledInteger(total, unitDecimals);
  return splitUnits(units, scaled, whole).map((share) => unscaled(share, unitDecimals));
}

function splitUnits(units: bigint, weights: readonly bigint[], whole: bigint): bigint[] {
  const sign = whole < 0n ? -1n : 1n;
  const divisor = whole * sign;
  const shares: bigint[] = [];
  const remainders: { index: number; remainder: bigint }[] = [];
  let left = units;
  weights.forEach((weight, index) => {
    const dividend = units * weight * sign;
    let share = dividend / divisor;
    if (dividend % divisor < 0n) share -= 1n; // BigInt cuts towards zero; a share is rounded down
    shares.push(share);
    remainders.push({ index, remainder: dividend - share * divisor });
    left -= share;
  });
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n;
  return shares;
}
