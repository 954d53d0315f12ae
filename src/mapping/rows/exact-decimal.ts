import { isDecimalText } from '../../domain/decimal.ts';

const LEGAL_SIGN_OR_POINT = /^([+-]?)(\d*)(\.\d*)?$/;

/**
 * A number of XML Schema (xsd:decimal) as decimal text: as it was written, but for a plus sign, which says nothing,
 * and a missing zero before the point. Undefined for everything else: a trailing minus (`15894.67-`), commas,
 * exponents, thousands separators. Those are never guessed at (FORMATS.md 7).
 */
export function exactDecimal(text: string): string | undefined {
  if (isDecimalText(text)) return text;
  const [, sign, whole, decimals] = LEGAL_SIGN_OR_POINT.exec(text) ?? [];
  if (sign === undefined || (whole === '' && (decimals?.length ?? 0) < 2)) return undefined;
  const written = `${sign === '-' ? '-' : ''}${whole === '' ? '0' : whole}${decimals ?? ''}`;
  return isDecimalText(written) ? written : undefined;
}
