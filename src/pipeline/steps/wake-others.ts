import type { Decision } from '../../domain/decision.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import type { StoredDocument } from '../../domain/records.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { decideStored, type OnAccountOf } from './decide-document.ts';

/** Invoices that one release wakes at most, so that one action never holds the ledger for long; the rest are run again by hand. */
const MOST_WOKEN = 200;

/** Whom a release concerns. */
export interface Released {
  /** The documents that let go: they are not woken themselves. */
  by: readonly string[];
  orderNos: readonly string[];
  /** Index values of its number, where it no longer counts as the first of its number. */
  numbers: readonly string[];
}

/**
 * Decides again the invoices that wait on the orders of which a match was released, and those that were held as its
 * duplicates (order-match.md 24): in the same transaction, in the order in which they first came. What is completed,
 * in a person's hands or partly received is left as it is.
 */
export async function wakeOthers(
  path: Path,
  transaction: LedgerTransaction,
  released: Released,
  account: OnAccountOf,
): Promise<{ woken: Decision[]; left: number }> {
  if (released.orderNos.length + released.numbers.length === 0) return { woken: [], left: 0 };
  const waiting = await waitingOn(transaction, released);
  const woken = await decideStored(path, transaction, waiting.slice(0, MOST_WOKEN), account);
  return { woken, left: waiting.length - woken.length };
}

async function waitingOn(transaction: LedgerTransaction, released: Released): Promise<StoredDocument[]> {
  const links = await transaction.linksOfOrders(released.orderNos);
  const others = new Set(links.filter(({ state }) => state !== 'received').map(({ documentId }) => documentId));
  for (const documentId of released.by) others.delete(documentId);
  const onOrders = await transaction.documents('supplier-invoice', [...others]);
  const repeats = await transaction.documentsByIndex('supplier-invoice', 'number', released.numbers);
  const all = new Map([...onOrders, ...repeats].map((stored) => [stored.key, stored]));
  for (const documentId of released.by) all.delete(documentId);
  return [...all.values()].filter(waits).sort((a, b) => place(a) - place(b));
}

function waits(stored: StoredDocument): boolean {
  const { status, receipt } = (stored.content as SupplierInvoiceContent).result;
  const code = status.code as OrderMatchStatusCode;
  return !ORDER_MATCH_STATUSES[code].final && code !== 2 && receipt === null;
}

/** Counts up with each document. */
function place(stored: StoredDocument): number {
  return (stored.content as SupplierInvoiceContent).result.accountingDocumentNo;
}
