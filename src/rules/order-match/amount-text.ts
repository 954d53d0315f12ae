import { type Decimal, decimalText, fractionDigits, roundedText } from '../../domain/decimal.ts';

/**
 * An amount or a price as it is shown: with the decimals of its currency, and with more only where it has more, for a
 * stated amount is never cut.
 */
export function amountText(value: Decimal, decimals: number): string {
  return fractionDigits(value) <= decimals ? roundedText(value, decimals) : decimalText(value);
}
