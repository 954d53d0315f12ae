import type { SiteSettings } from '../../domain/settings.generated.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { ProcessingFacts, ProcessingRequest } from '../../rules/order-match/processings/processing.ts';
import type { LedgerReader } from '../ledger-port.ts';
import { gatherOrderMatchFacts, ordersByHand } from './order-match-facts.ts';

/**
 * Reads what an operator's action on an invoice needs to know: the facts of a decision about it today, its own links,
 * and the orders that it is matched to or that the operator names, whether the invoice speaks of them or not.
 */
export async function gatherProcessingFacts(
  stored: SupplierInvoiceContent,
  { order }: Pick<ProcessingRequest, 'order'>,
  ledger: LedgerReader,
  settings: SiteSettings,
): Promise<ProcessingFacts> {
  const { invoice, result, byHand } = stored;
  const { documentId } = result;
  const named = order?.trim().replace(/\/\d+$/s, '');
  const matched = result.orders.map(({ orderNo }) => orderNo);
  const also = [...ordersByHand(byHand), ...matched, ...(named === undefined ? [] : [named])];
  return {
    stored,
    orderMatch: await gatherOrderMatchFacts(invoice, ledger, settings, documentId, also),
    ownLinks: await ledger.linksOfDocument(documentId),
  };
}
