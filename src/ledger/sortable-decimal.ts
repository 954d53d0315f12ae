import { decimalOrUndefined, decimalText } from '../domain/decimal.ts';

/** Digits of the whole part are counted in two digits; a decimal that is read has at most 60 characters. */
const COUNT_DIGITS = 2;

/**
 * A decimal as a text that sorts, byte by byte, as the number does: exact for every decimal that is read,
 * where an integer column of ten-thousandths would round some and overflow on others. `p`, then how many
 * digits the whole part has, then all digits; below zero `n`, every digit turned round, and an end that
 * sorts behind any digit. Null where the text is no decimal: such an amount is found by no comparison.
 */
export function sortableDecimal(text: string | undefined): string | null {
  const value = decimalOrUndefined(text?.trim());
  if (value === undefined) return null;
  const [whole = '0', fraction = ''] = decimalText(value.abs()).split('.');
  const digits = `${String(whole.length).padStart(COUNT_DIGITS, '0')}${whole}${fraction.replace(/0+$/, '')}`;
  return decimalText(value).startsWith('-') ? `n${turnedRound(digits)}~` : `p${digits}`;
}

/** 0 for 9, 1 for 8 and so on: the larger the number was, the earlier it sorts. */
function turnedRound(digits: string): string {
  return digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
}
