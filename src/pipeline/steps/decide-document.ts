import type { Decision, ReadDocument } from '../../domain/decision.ts';
import { dateInZone } from '../../domain/plain-date.ts';
import { decide } from '../decide.ts';
import { gatherFacts, type StoredSupplierInvoice } from '../facts/gather-facts.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ports.ts';

/** The file on whose account something is decided. */
export interface OnAccountOf {
  id: string;
  sequence: number;
  now: string;
}

/** Reads the facts, decides, and applies the changes: all in the transaction, nothing outside it. */
export async function decideDocument(
  path: Path,
  transaction: LedgerTransaction,
  document: ReadDocument,
  file: OnAccountOf,
): Promise<Decision> {
  const settings = path.settings();
  const facts = await gatherFacts(document, transaction, settings, () => transaction.nextNumber('accounting-document'));
  const decision = decide(document, facts, settings, {
    fileId: file.id,
    fileSequence: file.sequence,
    now: file.now,
    today: dateInZone(file.now, settings.site.timeZone),
  });
  await transaction.apply(decision.changes, `file:${file.id}`, file.now, file);
  return decision;
}

/**
 * Decides again the invoices that waited for an order which has come (order-match.md 11): in the same
 * transaction, so that the order is never there without its invoices having been looked at.
 */
export async function decideWaiting(
  path: Path,
  transaction: LedgerTransaction,
  orderNos: readonly string[],
  file: OnAccountOf,
): Promise<Decision[]> {
  if (orderNos.length === 0) return [];
  const waiting = await transaction.documentsByIndex('supplier-invoice', 'waits-for-order', orderNos);
  const decisions: Decision[] = [];
  for (const stored of waiting) {
    const { invoice } = stored.content as StoredSupplierInvoice;
    const document: ReadDocument = { kind: 'supplier-invoice', key: stored.key, content: invoice, at: {} };
    decisions.push(await decideDocument(path, transaction, document, { ...file, sequence: stored.fileSequence }));
  }
  return decisions;
}
