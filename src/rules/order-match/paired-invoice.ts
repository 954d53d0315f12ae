import type { LinkState, Reason } from '../../domain/decision.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { invoiceNoKey } from '../identity/invoice-no.ts';
import { creditedContent } from './credited-content.ts';
import type { LinkedPart } from './linked-part.ts';
import type { EarlierInvoice, OrderMatchContext, OrderMatchFacts } from './order-match-facts.ts';

/** A waiting invoice and the credit note that credits all of it, seen from either of them. */
export interface Pair {
  /** The other one. */
  documentId: string;
  number: string;
}

/** Where a document is matched and not dealt with yet: only then the two cancel out. */
const PAIRING: ReadonlySet<string | null> = new Set(['2', '4', '8', '9', '11']);

/**
 * The other half of a waiting invoice and its full credit note (scenario N06): the credit note refers to that one invoice
 * alone and has its lines with the opposite sign. Of several such credit notes the one that came first pairs, and none
 * once something was received of either, or where the number came twice. Either half finds the other by the same facts,
 * so that it does not matter which of them came first.
 */
export function pairOf(
  invoice: SupplierInvoice,
  { earlier, links }: OrderMatchFacts,
  { documentId, accountingDocumentNo }: Pick<OrderMatchContext, 'documentId' | 'accountingDocumentNo'>,
): Pair | undefined {
  if (!earlier.some(({ kind }) => kind !== invoice.kind)) return undefined; // there is nothing to compare
  const content = creditedContent(invoice);
  const own: EarlierInvoice = {
    ...{ documentId, kind: invoice.kind, invoiceNo: invoice.invoiceNo ?? '', status: '8', accountingDocumentNo },
    ...{ orderNos: [], content, refersTo: invoice.precedingInvoices.map(({ id }) => id) },
  };
  const all = [...earlier, own];
  const isInvoice = invoice.kind === 'invoice';
  const ofNumber = all.filter(
    (one) => (isInvoice ? isRepetition(own, one) : refersOnlyTo(own, one)) && one.status !== '6',
  );
  const [credited, another] = ofNumber;
  if (credited === undefined || another !== undefined || numberOf(credited) === '') return undefined;
  const alike = all.filter((one) => one.content === content && PAIRING.has(one.status));
  if (!alike.includes(credited)) return undefined;
  const [first] = alike
    .filter((one) => refersOnlyTo(one, credited))
    .sort((a, b) => a.accountingDocumentNo - b.accountingDocumentNo);
  if (first === undefined || (!isInvoice && first.documentId !== documentId)) return undefined;
  const other = isInvoice ? first : credited;
  const ofEither = links.filter((link) => link.documentId === documentId || link.documentId === other.documentId);
  const isMatched = isInvoice || ofEither.some((link) => link.documentId === other.documentId);
  if (!isMatched || ofEither.some(({ state }) => state === 'received')) return undefined;
  return { documentId: other.documentId, number: other.invoiceNo };
}

function refersOnlyTo(note: EarlierInvoice, one: EarlierInvoice): boolean {
  if (note.kind !== 'credit-note' || one.kind !== 'invoice') return false;
  const referred = new Set(note.refersTo?.map((number) => invoiceNoKey('', 'invoice', number)));
  return referred.size === 1 && referred.has(numberOf(one));
}

function isRepetition(own: EarlierInvoice, one: EarlierInvoice): boolean {
  return one.kind === 'invoice' && numberOf(one) === numberOf(own);
}

function numberOf({ invoiceNo }: EarlierInvoice): string {
  return invoiceNo.trim() === '' ? '' : invoiceNoKey('', 'invoice', invoiceNo);
}

/**
 * The links against which one of a pair is matched: to a credit note what its invoice holds is there to be credited; to an
 * invoice nobody's use counts, as it is given back in full.
 */
export function linksForPair(
  kind: SupplierInvoice['kind'],
  pair: Pair | undefined,
  links: readonly LinkState[],
): LinkState[] {
  if (pair === undefined) return [...links];
  if (kind === 'invoice') return [];
  return links.map((link) => (link.documentId === pair.documentId ? { ...link, state: 'received' } : link));
}

/** Both are held for a person: they are completed together, or rejected. */
export function pairReasons(pair: Pair | undefined): Reason[] {
  return pair === undefined
    ? []
    : [{ code: 'PAIRED_WITH_WAITING_INVOICE', at: 'document', expected: pair.documentId, actual: pair.number }];
}

/** The links of one of a pair say so; the credit note's have a tier of their own. */
export function pairedParts(
  kind: SupplierInvoice['kind'],
  pair: Pair | undefined,
  parts: readonly LinkedPart[],
): LinkedPart[] {
  if (pair === undefined) return [...parts];
  return parts.map((part) => ({
    ...part,
    ...(kind === 'credit-note' ? { tier: 'paired-invoice' } : {}),
    evidence: [...part.evidence, `pairs-with:${pair.documentId}`],
  }));
}
