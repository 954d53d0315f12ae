import { isDecimalText } from '../domain/decimal.ts';

/** `12345.6` as `12 345.6`: thousands apart, and every digit as it stands. What is no decimal is given back as it is. */
export function amountText(amount: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d*)?$/.exec(amount) ?? [];
  if (!isDecimalText(amount)) return amount;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ' ')}${rest}`;
}

/** An amount of money: at least two decimals, so that columns of amounts align on the point. */
export function moneyText(amount: string): string {
  return isDecimalText(amount) ? amountText(twoDecimals(amount)) : amount;
}

/** Per cents, not rounded: an eye that checks a limit needs the digit that broke it. `8.5938 %`, `0.00 %`. */
export function percentText(percent: string): string {
  const [whole = '0', decimals = ''] = percent.split('.');
  return `${twoDecimals(`${whole}.${decimals.replace(/0+$/, '')}`)} %`;
}

function twoDecimals(amount: string): string {
  const [whole = '0', decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
