import type { ReadDocument } from '../../domain/decision.ts';
import { DOCUMENT_KINDS } from '../../domain/document-kinds.table.ts';
import type { OrderMatchResult, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { StoredDocument } from '../../domain/records.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { PlacedSnapshot } from '../../rules/intake/renewed-snapshots.ts';
import type { ByHand } from '../../rules/order-match/by-hand.ts';
import type { OrderMatchFacts, SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
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
      previous?: OrderMatchResult;
      byHand?: ByHand;
    };

/** Reads the facts for one document. `nextNumber` gives the accounting document number, at the first decision only. */
export async function gatherFacts(
  document: ReadDocument,
  ledger: LedgerReader,
  settings: SiteSettings,
  nextNumber: () => Promise<number>,
  isNew = false,
): Promise<Facts> {
  if (DOCUMENT_KINDS[document.kind].nature === 'state') {
    const snapshots = document.kind === 'purchase-order' ? await ledger.orderLineSnapshots([document.key]) : [];
    return { kind: 'state-document', current: await ledger.document(document.kind, document.key), snapshots };
  }
  const stored = isNew ? undefined : await ledger.document(document.kind, document.key);
  const { result: previous, byHand } = (stored?.content ?? {}) as Partial<SupplierInvoiceContent>;
  const invoice = document.content as SupplierInvoice;
  return {
    kind: 'order-match',
    orderMatch: await gatherOrderMatchFacts(invoice, ledger, settings, document.key, ordersByHand(byHand)),
    accountingDocumentNo: previous?.accountingDocumentNo ?? (await nextNumber()),
    revision: (previous?.revision ?? 0) + 1,
    ...(previous === undefined ? {} : { previous }),
    ...(byHand === undefined ? {} : { byHand }),
  };
}
