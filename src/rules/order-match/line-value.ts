import { type Decimal, decimal, decimalOrUndefined, divide, isZero, round, sum, ZERO } from '../../domain/decimal.ts';
import { baseQuantity, netFollowsFromPrice } from './check-line-net.ts';
import type { MatchLine } from './match-line.ts';

/** What an invoice line costs: the figures that links and suggested values are made of. */
export interface LineValue {
  /** Net of the goods: without charges that were split out, less the line's share of the header's allowances. */
  amount: Decimal;
  /** All discounts together: in the price, at the line, in the head. */
  discount: Decimal;
  /** For one of the stated unit, before every discount. */
  unitPrice: Decimal;
}

/** Of a price for one: more than any price has, so that nothing is lost that anybody wrote. */
const PRICE_DECIMALS = 15;

/**
 * The value of a line with its share of the header's allowances. Price and discount keep the shape in which the
 * supplier wrote them (U07, U08, U09); where the net does not follow from the price, it is the net that counts, and
 * the price is net / quantity (order-match.md 22, `acceptR120Failures`).
 */
export function lineValue(
  line: MatchLine,
  allowanceShare: Decimal,
  decimals: number,
  acceptFailures: boolean,
): LineValue {
  const amount = isZero(allowanceShare) ? line.net : line.net.minus(allowanceShare);
  const stated = decimalOrUndefined(line.line.price);
  if (stated === undefined || (acceptFailures && !netFollowsFromPrice(line.line, decimals))) {
    const unitPrice = isZero(line.quantity) ? ZERO : divide(line.net, line.quantity, PRICE_DECIMALS);
    return { amount, discount: allowanceShare, unitPrice };
  }
  const base = baseQuantity(line.line);
  const priceDiscount = decimalOrUndefined(line.line.priceDiscount) ?? ZERO;
  const ofPrice = isZero(priceDiscount)
    ? ZERO
    : round(divide(priceDiscount.times(line.quantity), base, PRICE_DECIMALS), decimals);
  const ofLine = sum(line.line.allowances.map((allowance) => decimal(allowance.amount)));
  return {
    amount,
    discount: sum([ofPrice, ofLine, allowanceShare].filter((part) => !isZero(part))),
    unitPrice: divide(isZero(priceDiscount) ? stated : stated.plus(priceDiscount), base, PRICE_DECIMALS),
  };
}
