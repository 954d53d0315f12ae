import type { Reason } from '../../../domain/decision.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../../domain/order-match-status.table.ts';
import { findDuplicates } from '../duplicates.ts';
import type { EarlierInvoice } from '../order-match-facts.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Processing } from './processing.ts';

/**
 * The documents of today that this one repeats (order-match.md 18): of the same supplier, kind and number, that came
 * before and are not rejected, or came later and of which something was received.
 */
export function repeatedDocuments({ facts }: Processing): EarlierInvoice[] {
  const { invoice, result } = facts.stored;
  const { supplierNo } = result.supplierInvoice;
  if (supplierNo === null) return [];
  const { earlier, links } = facts.orderMatch;
  const partly = new Set(links.filter(({ state }) => state === 'received').map(({ documentId }) => documentId));
  const cameFirst = (one: EarlierInvoice) => one.accountingDocumentNo < result.accountingDocumentNo;
  const counted = earlier.filter((one) => cameFirst(one) || isReceived(one) || partly.has(one.documentId));
  const { repeats } = findDuplicates(invoice, counted, supplierNo, Number.POSITIVE_INFINITY);
  return counted.filter(({ documentId }) => repeats.has(documentId));
}

/**
 * Refuses what writes values or receives while another document of the same number stands: the same goods would be
 * paid twice (order-match.md 16 and 18). One of them is rejected, or the operator says that both are owed.
 */
export function refusedAsRepeated(processing: Processing): Refusal | undefined {
  if (processing.request.acceptDuplicate === true) return undefined;
  const [first, ...rest] = repeatedDocuments(processing).map(
    ({ documentId, status }): Reason => ({
      code: 'DUPLICATE',
      at: 'repeats',
      expected: documentId,
      ...(status === null ? {} : { actual: status }),
    }),
  );
  return first === undefined ? undefined : { refused: [first, ...rest] };
}

/** What the audit row says of a repetition that an operator accepted. */
export function acceptedDuplicates(processing: Processing): { acceptedDuplicateOf?: string[] } {
  const repeated = repeatedDocuments(processing).map(({ documentId }) => documentId);
  return repeated.length === 0 ? {} : { acceptedDuplicateOf: repeated };
}

function isReceived({ status }: EarlierInvoice): boolean {
  const code = Number(status) as OrderMatchStatusCode;
  return ORDER_MATCH_STATUSES[code]?.outcome === 'accepted';
}
