import { type Decimal, decimal, min } from '../../../src/domain/decimal.ts';
import type { CorpusSupplier } from '../world/world.ts';

/** The company's tolerances, which a supplier's own replace field by field. */
export const COMPANY = { tolerancePercent: '2', toleranceAmount: '50.00' } as const;

type Tolerances = Pick<CorpusSupplier, 'tolerancePercent' | 'toleranceAmount'>;

/**
 * May an invoice amount deviate by that much? Written anew from the source, not taken from the rules: the per cent is
 * of the invoice amount, both limits are inclusive and both must hold.
 */
export function mayDeviate(deviation: Decimal, invoiceAmount: Decimal, supplier: Tolerances): boolean {
  const { percent, amount } = inForce(supplier);
  const byPercent = deviation.abs().times('100').lte(percent.times(invoiceAmount.abs()));
  return byPercent && deviation.abs().lte(amount);
}

/** The largest deviation, in whole hundredths, that an order amount bears: upwards with sign 1, downwards with -1. */
export function largestDeviation(orderAmount: string, sign: 1 | -1, supplier: Tolerances): Decimal {
  const { percent, amount } = inForce(supplier);
  // d x 100 <= percent x (order + d) upwards, and percent x (order - d) downwards.
  const base = decimal('100').minus(percent.times(String(sign)));
  const byPercent = decimal(orderAmount).abs().times(percent).div(base).round(2, 0);
  return min(byPercent, amount);
}

function inForce({ tolerancePercent, toleranceAmount }: Tolerances): { percent: Decimal; amount: Decimal } {
  return {
    percent: decimal(tolerancePercent ?? COMPANY.tolerancePercent),
    amount: decimal(toleranceAmount ?? COMPANY.toleranceAmount),
  };
}
