import type { Decision, ReadDocument } from '../domain/decision.ts';
import type { SupplierInvoice } from '../domain/documents.generated.ts';
import type { SettingsWithLookups } from '../domain/payment-terms.ts';
import { decideStateDocument } from '../rules/intake/decide-state-document.ts';
import { decideOrderMatch } from '../rules/order-match/decide-order-match.ts';
import type { Facts } from './facts/gather-facts.ts';

/** What a decision may know besides the document, the facts and the settings: who it is for, and what day it is. */
export interface DecisionContext {
  fileId: string;
  fileSequence: number;
  /** Instant, as text: goes into what is written, decides nothing. */
  now: string;
  /** Plain date in the site's zone. */
  today: string;
}

/** One document, on today's facts, under the settings in force: pure, so that run, preview, replay and tests say the same. */
export function decide(
  document: ReadDocument,
  facts: Facts,
  settings: SettingsWithLookups,
  context: DecisionContext,
): Decision {
  if (facts.kind === 'state-document') {
    return decideStateDocument(document, facts.current, { ...context, snapshots: facts.snapshots });
  }
  return decideOrderMatch(document.content as SupplierInvoice, facts.orderMatch, settings, {
    ...context,
    documentId: document.key,
    accountingDocumentNo: facts.accountingDocumentNo,
    revision: facts.revision,
    ...(facts.lastVoucherNo === undefined ? {} : { lastVoucherNo: facts.lastVoucherNo }),
    ...(facts.previous === undefined ? {} : { previous: facts.previous }),
    ...(facts.byHand === undefined ? {} : { byHand: facts.byHand }),
  });
}
