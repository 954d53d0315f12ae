import type { LearnedLink, Product } from '../../domain/documents.generated.ts';
import type { SiteSettings } from '../../domain/settings.generated.ts';
import { learnedLinkKey } from '../../rules/order-match/learned/put-learned-link.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { ProcessingFacts, ProcessingRequest } from '../../rules/order-match/processings/processing.ts';
import type { LedgerReader } from '../ledger-port.ts';
import { gatherOrderMatchFacts, ordersByHand } from './order-match-facts.ts';

/**
 * Reads what an operator's action on an invoice needs to know: the facts of a decision about it today, its own links,
 * what it taught, and the orders that it is matched to or that the operator names, whether the invoice speaks of them or
 * not.
 */
export async function gatherProcessingFacts(
  stored: SupplierInvoiceContent,
  { order, product }: Pick<ProcessingRequest, 'order' | 'product'>,
  ledger: LedgerReader,
  settings: SiteSettings,
): Promise<ProcessingFacts> {
  const { invoice, result, byHand } = stored;
  const { documentId } = result;
  const named = order?.trim().replace(/\/\d+$/s, '');
  const matched = result.orders.map(({ orderNo }) => orderNo);
  const also = [...ordersByHand(byHand), ...matched, ...(named === undefined ? [] : [named])];
  const orderMatch = await gatherOrderMatchFacts(invoice, ledger, settings, documentId, also);
  const asked = await productAsked(ledger, product);
  return {
    stored,
    orderMatch: { ...orderMatch, products: [...orderMatch.products, ...asked] },
    ownLinks: await ledger.linksOfDocument(documentId),
    ownLessons: await ownLessons(ledger, documentId, orderMatch.learned),
  };
}

/** The product that the operator names, where its file has come. */
async function productAsked(ledger: LedgerReader, product: string | undefined): Promise<Product[]> {
  const stored = product === undefined ? undefined : await ledger.document('product', product.trim());
  return stored === undefined ? [] : [stored.content as Product];
}

/** What the document itself taught, that nobody confirmed and no other document used. */
async function ownLessons(
  ledger: LedgerReader,
  documentId: string,
  learned: readonly LearnedLink[],
): Promise<LearnedLink[]> {
  const lessons = learned.filter(({ learnedFrom, status }) => learnedFrom === documentId && status === 'unconfirmed');
  const found: LearnedLink[] = [];
  for (const lesson of lessons) {
    const users = await ledger.documentsByIndex('supplier-invoice', 'learned-link', [learnedLinkKey(lesson)]);
    if (users.every(({ key }) => key === documentId)) found.push(lesson);
  }
  return found;
}
