import type { OrderMatchResult, ResponseCode } from '../../../domain/documents.generated.ts';
import type { OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { clarificationOf, NEVER_ANSWERED } from './clarification.table.ts';
import { CODE_OF_STATUS, RESPONSE_CODES } from './response-code.table.ts';

/**
 * What a result says to the supplier: the code of its status, or a question where the status waits for a person and a
 * reason can only be mended by the supplier. `undefined`: nothing is said about this document at all.
 */
export function responseCode({
  status,
  reasons,
}: Pick<OrderMatchResult, 'status' | 'reasons'>): ResponseCode | undefined {
  if (reasons.some(({ code }) => NEVER_ANSWERED.has(code))) return undefined;
  const code = CODE_OF_STATUS[status.code as OrderMatchStatusCode];
  const waits = RESPONSE_CODES[code].step < RESPONSE_CODES.UQ.step;
  return waits && reasons.some((reason) => clarificationOf(reason)?.asks === true) ? 'UQ' : code;
}
