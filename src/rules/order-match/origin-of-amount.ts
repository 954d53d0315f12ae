import { decimalText, equal, isZero } from '../../domain/decimal.ts';
import type { DocumentLink } from '../../domain/documents.generated.ts';
import { amountText } from './amount-text.ts';
import type { LinkedPart } from './linked-part.ts';

/** What a person needs beside the invoice to check the amount of a link; what did not happen is left out. */
export function originOfAmount(
  { vat, origin }: LinkedPart,
  decimals: number,
): Pick<DocumentLink, 'vatAmount' | 'chargesTakenOut' | 'headerAllowance' | 'unitFactor'> {
  const vatAmount = amountText(vat, decimals);
  if (origin === undefined) return { vatAmount };
  const { chargesTakenOut, headerAllowance, conversion } = origin;
  return {
    vatAmount,
    ...(isZero(chargesTakenOut) ? {} : { chargesTakenOut: amountText(chargesTakenOut, decimals) }),
    ...(isZero(headerAllowance) ? {} : { headerAllowance: amountText(headerAllowance, decimals) }),
    ...(conversion === undefined || equal(conversion.times, conversion.dividedBy)
      ? {}
      : { unitFactor: { times: decimalText(conversion.times), dividedBy: decimalText(conversion.dividedBy) } }),
  };
}
