import { setImmediate as otherWork } from 'node:timers/promises';
import type { Decision, LinkState, ReadDocument } from '../../domain/decision.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import { releasedOrders } from '../../rules/order-match/released-orders.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { completeFile, decideDocument, type OnAccountOf } from './decide-document.ts';

/** A stored invoice that was decided again, and the orders of which it uses less than before. */
export interface DecidedAgain {
  key: string;
  released: string[];
}

/** Takes what is decided of others, one after the other, so that nobody has to keep all of it. */
export type TakeDecision = (decision: Decision) => Promise<void>;

/** After so many invoices what came back from disk and from other threads gets its turn. */
const INVOICES_A_TURN = 16;

/**
 * Decides stored invoices again as if they came now, one after the other: before the first, all let go of what they
 * reserve, so that what one of them reserved beyond an order is not held against one that came before it. What a
 * decision leaves as it was reserves what it did. One that is accepted now settles the file that was held for it.
 */
export async function decideStored(
  path: Path,
  transaction: LedgerTransaction,
  keys: readonly string[],
  account: OnAccountOf,
  take: TakeDecision,
): Promise<DecidedAgain[]> {
  const reserved = new Map<string, LinkState[]>();
  for (const key of keys) reserved.set(key, await transaction.linksOfDocument(key));
  if (keys.length > 1)
    for (const [key, links] of reserved) await putLinks(transaction, key, links.map(released), account);
  const again: DecidedAgain[] = [];
  for (const [key, before] of reserved) {
    const stored = await transaction.document('supplier-invoice', key);
    if (stored === undefined) throw new Error(`the invoice ${key} waits and is not there`);
    const { invoice } = stored.content as SupplierInvoiceContent;
    const document: ReadDocument = { kind: 'supplier-invoice', key, content: invoice, at: {} };
    const decision = await decideDocument(path, transaction, document, account, false);
    const isRelinked = decision.changes.some(({ change }) => change === 'put-links');
    if (!isRelinked && keys.length > 1) await putLinks(transaction, key, before, account);
    if (decision.outcome === 'accepted' && stored.fileId !== null)
      await completeFile(transaction, stored.fileId, account);
    again.push({ key, released: releasedOrders(before, decision.changes) });
    await take(decision);
    if (again.length % INVOICES_A_TURN === 0) await otherWork();
  }
  return again;
}

function released(link: LinkState): LinkState {
  return link.state === 'pending' ? { ...link, state: 'released' } : link;
}

async function putLinks(
  transaction: LedgerTransaction,
  documentId: string,
  links: LinkState[],
  { by, now }: OnAccountOf,
): Promise<void> {
  if (links.length > 0) await transaction.apply([{ change: 'put-links', documentId, links }], by, now, null);
}
