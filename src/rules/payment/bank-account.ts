import { lettersAndDigits } from '../identity/fold-text.ts';
import { hasMod11, mod97 } from './check-digits.ts';

/** A bank account as it is compared. */
export interface BankAccount {
  /** As written. */
  text: string;
  /** Capital letters and digits only. */
  compact: string;
  /** What it is written as: an IBAN, eleven digits as in Norway, or anything else. */
  form: 'iban' | 'eleven-digits' | 'other';
  hasRightCheckDigits: boolean;
  /** The account inside an IBAN that is right. */
  bban: string | undefined;
}

/** Lengths of IBANs (ISO 13616): of Norway, and of any country. */
const NORWEGIAN_IBAN = 15;
const IBAN_LENGTHS = { least: 15, most: 34 } as const;

/** Letters of a country, check digits, and enough behind them that it is no account of another kind. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{9,}$/;

/**
 * Reads an account, written with spaces, dots or dashes, or with the word IBAN in front: an IBAN with its two check
 * digits (modulus 97), a Norwegian BBAN with its last digit (modulus 11), or another account, which is compared as it
 * stands. `undefined` where nothing is stated.
 */
export function bankAccount(written: string): BankAccount | undefined {
  const text = written.trim();
  const compact = lettersAndDigits(text)
    .toUpperCase()
    .replace(/^IBAN(?=[A-Z]{2}\d{2})/, '');
  if (compact === '') return undefined;
  if (IBAN.test(compact)) {
    const right = isIban(compact);
    return { text, compact, form: 'iban', hasRightCheckDigits: right, bban: right ? compact.slice(4) : undefined };
  }
  const isEleven = /^\d{11}$/.test(compact);
  const form = isEleven ? 'eleven-digits' : 'other';
  return { text, compact, form, hasRightCheckDigits: !isEleven || isNorwegianBban(compact), bban: undefined };
}

/** Are these one account, whether written as IBAN or as BBAN? An IBAN with wrong check digits is only the same as itself. */
export function isSameAccount(one: BankAccount, other: BankAccount): boolean {
  return one.compact === other.compact || one.bban === other.compact || other.bban === one.compact;
}

/** An account in Norway: an IBAN that says so, or eleven digits with the right last one. */
export function isNorwegian({ form, compact, hasRightCheckDigits }: BankAccount): boolean {
  return form === 'iban' ? compact.startsWith('NO') : form === 'eleven-digits' && hasRightCheckDigits;
}

function isIban(compact: string): boolean {
  const { length } = compact;
  if (length < IBAN_LENGTHS.least || length > IBAN_LENGTHS.most) return false;
  if (compact.startsWith('NO') && length !== NORWEGIAN_IBAN) return false;
  return mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
}

/** Accounts with zeros in the fifth and sixth place have no check digit over all eleven. */
function isNorwegianBban(digits: string): boolean {
  return digits.slice(4, 6) === '00' || hasMod11(digits);
}
