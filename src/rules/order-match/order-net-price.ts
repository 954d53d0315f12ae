import { type Decimal, decimal, HUNDRED } from '../../domain/decimal.ts';

/** An order's price less its discount, exactly: a per cent is two more decimals, no division. */
export function orderNetPrice(line: { price: string; discountPercent?: string }): Decimal {
  const price = decimal(line.price);
  if (line.discountPercent === undefined) return price;
  return price.times(HUNDRED.minus(decimal(line.discountPercent))).times(ONE_PER_CENT);
}

const ONE_PER_CENT = decimal('0.01');
