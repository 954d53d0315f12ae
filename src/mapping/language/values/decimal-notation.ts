import { decimal, isDecimalText } from '../../../domain/decimal.ts';
import { exactDecimal } from '../../rows/exact-decimal.ts';
import type { StepResult } from '../value-steps.ts';
import { isNot, made, quoted } from './step-result.ts';

export type Rounding = 'half-up' | 'half-even' | 'down';

/** How a file writes its decimals. */
export interface DecimalNotation {
  /** What stands before the decimals. */
  point: '.' | ',';
  /** What may stand between thousands when read, and stands there when written. */
  thousands?: string | undefined;
  /** Where a minus stands. */
  sign: 'leading' | 'trailing';
  /** So many last digits are decimals, without a point. */
  implied?: number | undefined;
  /** Exactly so many decimals. */
  scale?: number | undefined;
  /** What becomes of decimals beyond the scale; left out: they refuse the value unless they are zero. */
  rounding?: Rounding | undefined;
}

const ROUNDINGS = { down: 0, 'half-up': 1, 'half-even': 2 } as const satisfies Record<Rounding, number>;

/** Characters that people write for the one that is declared: no-break blanks, and the other apostrophe. */
const THOUSANDS: Readonly<Record<string, string>> = {
  ' ': '[ \\u00a0\\u202f]',
  "'": "['\\u2019]",
  '.': '\\.',
  ',': ',',
};

/** Reads decimals of a notation: exact decimal text, or why it is none. */
export function decimalReader(notation: DecimalNotation): (text: string) => StepResult {
  const form = formOf(notation);
  const plain = form === undefined;
  return (text) => {
    const read = plain ? exactDecimal(text) : exactOf(text, form, notation);
    return read === undefined ? isNot('a number', text, hintOf(notation)) : scaled(read, text, notation);
  };
}

/** Writes exact decimal text in a notation. */
export function decimalWriter(notation: DecimalNotation): (text: string) => StepResult {
  const scale = notation.implied ?? notation.scale;
  return (text) => {
    const exact = exactDecimal(text);
    if (exact === undefined)
      return isNot('a number', text, 'A number of a document is digits with a point before the decimals.');
    const fixed = scaled(exact, text, { ...notation, scale });
    return 'value' in fixed ? made(written(String(fixed.value), notation)) : fixed;
  };
}

/** The form of another notation than the plain one: sign, whole digits, decimals. */
function formOf({ point, thousands, sign, implied }: DecimalNotation): RegExp | undefined {
  if (point === '.' && thousands === undefined && sign === 'leading' && implied === undefined) return undefined;
  const between = thousands === undefined ? undefined : (THOUSANDS[thousands] ?? thousands);
  const whole = between === undefined || implied !== undefined ? '\\d*' : `\\d{1,3}(?:${between}\\d{3})+|\\d*`;
  const decimals = implied === undefined ? `(?:${point === '.' ? '\\.' : ','}(\\d*))?` : '()';
  const minus = '([+-]?)';
  return new RegExp(sign === 'leading' ? `^${minus}(${whole})${decimals}()$` : `^()(${whole})${decimals}${minus}$`);
}

function exactOf(text: string, form: RegExp, { implied }: DecimalNotation): string | undefined {
  const [, before = '', whole = '', decimals = '', behind = ''] = text.length > 100 ? [] : (form.exec(text) ?? []);
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && decimals === '') return undefined;
  const minus = before === '-' || behind === '-' ? '-' : '';
  const filled = implied === undefined ? digits : digits.padStart(implied + 1, '0');
  const point = implied === undefined ? filled.length : filled.length - implied;
  const rest = filled.slice(point) + decimals;
  const exact = `${minus}${filled.slice(0, point).replace(/^0+(?=\d)/, '') || '0'}${rest === '' ? '' : `.${rest}`}`;
  return isDecimalText(exact) ? exact : undefined;
}

function scaled(exact: string, text: string, { scale, rounding }: DecimalNotation): StepResult {
  if (scale === undefined) return made(exact);
  const value = decimal(exact);
  const rounded = value.round(scale, ROUNDINGS[rounding ?? 'half-up']);
  if (rounding === undefined && !rounded.eq(value))
    return {
      refused: `${quoted(text)} has more than ${scale} decimals.`,
      hint: `Nothing is rounded unless the mapping asks for it: { decimal: { scale: ${scale}, rounding: half-up } }.`,
    };
  const fixed = rounded.toFixed(scale);
  return made(/^-[0.]*$/.test(fixed) ? fixed.slice(1) : fixed);
}

function written(exact: string, { point, thousands, sign, implied }: DecimalNotation): string {
  const minus = exact.startsWith('-') ? '-' : '';
  const [whole = '0', decimals = ''] = exact.slice(minus.length).split('.');
  const body =
    implied === undefined
      ? `${grouped(whole, thousands)}${decimals === '' ? '' : point + decimals}`
      : (whole + decimals).replace(/^0+(?=\d)/, '');
  return sign === 'leading' ? minus + body : body + minus;
}

function grouped(whole: string, thousands: string | undefined): string {
  return thousands === undefined ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
}

function hintOf({ point, thousands, sign, implied }: DecimalNotation): string {
  const example = implied === undefined ? `15${thousands ?? ''}894${point}67` : '1589467';
  return `Here numbers are written as ${sign === 'leading' ? `-${example}` : `${example}-`}; the mapping says so under source or in decimal.`;
}
