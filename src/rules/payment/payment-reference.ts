import { hasMod10, hasMod11, mod97 } from './check-digits.ts';

/** How references for a payment are written that carry a check of their own. */
interface ReferenceForm {
  form: 'rf' | 'belgian' | 'kid';
  /** What it is checked by, as reasons name it. */
  check: string;
  pattern: RegExp;
  isValid(compact: string): boolean;
}

const FORMS: readonly ReferenceForm[] = [
  {
    form: 'rf',
    check: 'ISO 11649',
    pattern: /^RF\d{2}[A-Z0-9]{1,21}$/,
    isValid: (text) => mod97(text.slice(4) + text.slice(0, 4)) === 1,
  },
  {
    form: 'belgian',
    check: 'mod97',
    pattern: /^(\+{3}|\*{3})\d{3}\/\d{4}\/\d{5}\1$/,
    isValid: (text) => {
      const digits = text.replace(/\D/g, '');
      return (mod97(digits.slice(0, 10)) || 97) === Number(digits.slice(10));
    },
  },
  {
    form: 'kid',
    check: 'mod10/mod11',
    pattern: /^\d+-?$/,
    // Which of the two the supplier agreed on with his bank, no invoice says.
    isValid: (text) => /^.{2,25}$/.test(text) && ((!text.endsWith('-') && hasMod10(text)) || hasMod11(text)),
  },
];

/** A payment reference as understood. */
export interface PaymentReference {
  /** As written. */
  text: string;
  /** `text`: words, or a number of some other kind, which carry no check. */
  form: ReferenceForm['form'] | 'text';
  check: string;
  isValid: boolean;
}

/**
 * Reads a payment reference: KID (2 to 25 digits, the last may be `-`; modulus 10 or 11), creditor reference RF
 * (ISO 11649), or Belgian structured communication (+++ddd/dddd/ddddd+++). Spaces do not count. `undefined` where
 * nothing is stated: blank, or zeros only.
 */
export function paymentReference(written: string): PaymentReference | undefined {
  const text = written.trim();
  const compact = text.replace(/\s/g, '').toUpperCase();
  if (/^0*$/.test(compact)) return undefined;
  const row = FORMS.find(({ pattern }) => pattern.test(compact));
  if (row === undefined) return { text, form: 'text', check: 'mod10/mod11', isValid: false };
  return { text, form: row.form, check: row.check, isValid: row.isValid(compact) };
}
