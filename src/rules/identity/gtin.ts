import type { Identifier } from '../../domain/documents.generated.ts';
import { foldText } from './fold-text.ts';

/** Schemes that say GTIN (order-match.md 10): anything of digits in them is one. */
const SURE_SCHEMES: ReadonlySet<string> = new Set(['0160', 'gtin']);
/** Schemes under which people write GTINs and other numbers: only with the right length and check digit. */
const DOUBTFUL_SCHEMES: ReadonlySet<string> = new Set(['', '0088', 'ean']);
const LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/**
 * A GTIN as it is looked up: leading zeros removed on both sides (C005). Zeros only are no GTIN, nor is anything
 * with a character that is no digit: `undefined`.
 */
export function trimGtin(text: string): string | undefined {
  const digits = text.trim();
  if (!/^\d+$/.test(digits)) return undefined;
  const trimmed = digits.replace(/^0+/, '');
  return trimmed === '' ? undefined : trimmed;
}

/** The GTIN that an invoice line's standard item identifier is, trimmed; `undefined` where it is none (order-match.md 10). */
export function gtinOfStandardItemId(identifier: Identifier | undefined): string | undefined {
  if (identifier === undefined) return undefined;
  const scheme = foldText(identifier.scheme ?? '').trim();
  if (SURE_SCHEMES.has(scheme)) return trimGtin(identifier.id);
  if (!DOUBTFUL_SCHEMES.has(scheme) || !hasGtinForm(identifier.id.trim())) return undefined;
  return trimGtin(identifier.id);
}

/** Has it the length of a GTIN, digits only, and the check digit of GS1? */
export function hasGtinForm(digits: string): boolean {
  if (!LENGTHS.has(digits.length) || !/^\d+$/.test(digits)) return false;
  let total = 0;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const weight = (digits.length - index) % 2 === 0 ? 3 : 1;
    total += weight * Number(digits[index]);
  }
  return (10 - (total % 10)) % 10 === Number(digits[digits.length - 1]);
}
