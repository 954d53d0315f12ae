import type { ReadDocument } from '../../domain/decision.ts';
import { DOCUMENT_KINDS } from '../../domain/document-kinds.table.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { StoredDocument } from '../../domain/records.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { PlacedSnapshot } from '../../rules/order-match/order-line-snapshot.ts';
import type { ByHand } from '../../rules/order-match/by-hand.ts';
import type { OrderMatchFacts, SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import { voucherCounter } from '../../rules/order-match/preregistration/voucher-number.ts';
import type { LedgerReader } from '../ledger-port.ts';
import { gatherOrderMatchFacts, ordersByHand } from './order-match-facts.ts';

/** All that a decision knows of the world, read in the transaction of the decision. */
export type Facts =
  | { kind: 'state-document'; current: StoredDocument | undefined; snapshots: readonly PlacedSnapshot[] }
  | {
      kind: 'order-match';
      orderMatch: OrderMatchFacts;
      accountingDocumentNo: number;
      revision: number;
      /** The last number of the voucher series of the pre-registration, where this site gives them. */
      lastVoucherNo?: number;
      previous?: OrderMatchResult;
      byHand?: ByHand;
    };

/**
 * Reads the facts for one document. `nextNumber` gives the accounting document number, at the first decision only;
 * `lastNumber` says how far a counter is, and a look at a file (preview) that leaves it out numbers no voucher.
 */
export async function gatherFacts(
  document: ReadDocument,
  ledger: LedgerReader,
  settings: SiteSettings,
  nextNumber: () => Promise<number>,
  isNew = false,
  lastNumber?: (counter: string) => Promise<number>,
): Promise<Facts> {
  if (DOCUMENT_KINDS[document.kind].nature === 'state') {
    const snapshots = document.kind === 'purchase-order' ? await ledger.orderLineSnapshots([document.key]) : [];
    return { kind: 'state-document', current: await ledger.document(document.kind, document.key), snapshots };
  }
  const stored = isNew ? undefined : await ledger.document(document.kind, document.key);
  const { result: previous, byHand } = (stored?.content ?? {}) as Partial<SupplierInvoiceContent>;
  const invoice = document.content as SupplierInvoice;
  const series = numberedSeries(settings);
  const counted = series === undefined ? undefined : await lastNumber?.(voucherCounter(series));
  return {
    kind: 'order-match',
    orderMatch: await gatherOrderMatchFacts(invoice, ledger, settings, document.key, ordersByHand(byHand)),
    accountingDocumentNo: previous?.accountingDocumentNo ?? (await nextNumber()),
    revision: (previous?.revision ?? 0) + 1,
    ...(counted === undefined ? {} : { lastVoucherNo: counted }),
    ...(previous === undefined ? {} : { previous }),
    ...(byHand === undefined ? {} : { byHand }),
  };
}

/** The voucher series of the pre-registration, where it is on and the settings say the next number. */
export function numberedSeries({ company, voucherSeries }: SiteSettings): number | undefined {
  if (!company.orderProcessing.preregisterIncomingDocuments) return undefined;
  return voucherSeries.find(({ no, next }) => no === company.preregistrationVoucherSeries && next !== undefined)?.no;
}
