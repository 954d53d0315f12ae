import { lettersAndDigits } from './fold-text.ts';

/** A Norwegian organisation number, bare, with "NO" in front or "MVA" behind. */
const NORWEGIAN = /^(?:no)?(\d{9})(?:mva)?$/;

/**
 * An organisation number as it is looked up: without spaces, dots and dashes, a Norwegian one as its nine digits.
 * The check digit is not tested: half of the official samples carry made-up numbers, and a number that belongs to
 * a supplier is right for us. `undefined` where nothing is left.
 */
export function normaliseOrganisationNo(text: string): string | undefined {
  const compact = lettersAndDigits(text);
  return NORWEGIAN.exec(compact)?.[1] ?? (compact === '' ? undefined : compact);
}

/** A VAT number as it is looked up: "NO 987 654 321 MVA" and "987654321MVA" are one, as are "DK 12345678" and "DK12345678". */
export function normaliseVatNo(text: string): string | undefined {
  const compact = lettersAndDigits(text);
  const norwegian = NORWEGIAN.exec(compact)?.[1];
  if (norwegian !== undefined) return `no${norwegian}mva`;
  return compact === '' ? undefined : compact;
}

/** The organisation number inside a Norwegian VAT number; `undefined` in any other. */
export function organisationNoOfVatNo(text: string): string | undefined {
  return NORWEGIAN.exec(lettersAndDigits(text))?.[1];
}
