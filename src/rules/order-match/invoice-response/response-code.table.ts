import type { ResponseCode } from '../../../domain/documents.generated.ts';
import type { OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import type { InvoiceResponseMode } from '../../../domain/settings.generated.ts';

/**
 * The codes of a Peppol Invoice Response. `step`: a code may only follow one of a lower step, so that the supplier's
 * system can go forward only. `clarified`: a reason code must be with it (rule PEPPOL-T111-R001). `told`: in which modes
 * of the setting it is sent.
 */
export const RESPONSE_CODES: Readonly<Record<ResponseCode, ResponseCodeRow>> = {
  AB: { step: 1, rejects: false, clarified: false, told: ['all'] },
  IP: { step: 2, rejects: false, clarified: false, told: ['all'] },
  UQ: { step: 3, rejects: false, clarified: true, told: ['decisions', 'all'] },
  CA: { step: 4, rejects: false, clarified: true, told: ['decisions', 'all'] },
  RE: { step: 5, rejects: true, clarified: true, told: ['decisions', 'all'] },
  AP: { step: 6, rejects: false, clarified: false, told: ['decisions', 'all'] },
  PD: { step: 7, rejects: false, clarified: false, told: ['decisions', 'all'] },
};

interface ResponseCodeRow {
  step: number;
  /** Nothing follows a rejection. */
  rejects: boolean;
  clarified: boolean;
  told: readonly InvoiceResponseMode[];
}

/**
 * What an order match status says to the supplier. CA and PD are in nobody's power here: order match accepts under no
 * conditions and pays nothing. 11 is a gap in our own settings: the invoice is only acknowledged.
 */
export const CODE_OF_STATUS: Readonly<Record<OrderMatchStatusCode, ResponseCode>> = {
  1: 'AP',
  2: 'IP',
  3: 'UQ',
  4: 'UQ',
  5: 'AP',
  6: 'RE',
  7: 'UQ',
  8: 'IP',
  9: 'UQ',
  10: 'UQ',
  11: 'AB',
};

/** May a code be sent after the one that was sent last? Never the same again, never back, nothing after a rejection. */
export function mayFollow(last: ResponseCode | undefined, next: ResponseCode): boolean {
  if (last === undefined) return true;
  return !RESPONSE_CODES[last].rejects && RESPONSE_CODES[next].step > RESPONSE_CODES[last].step;
}
