import type { Decision } from '../../domain/decision.ts';
import type { SettingsWithLookups } from '../../domain/payment-terms.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import { decideProcessing } from '../../rules/order-match/processings/decide-processing.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { ProcessingRequest } from '../../rules/order-match/processings/processing.ts';
import { releasedOrders } from '../../rules/order-match/released-orders.ts';
import { findInvoiceKey } from '../facts/invoice-key.ts';
import { processingContext } from '../facts/processing-context.ts';
import { gatherProcessingFacts } from '../facts/processing-facts.ts';
import type { LedgerReader, LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { completeFile, type OnAccountOf } from './decide-document.ts';
import { freeRepeats } from './free-repeats.ts';
import { otherHalves } from './other-halves.ts';
import { wakeOthers } from './wake-others.ts';

/** What an action did: to its invoice, and to others that its release has woken. */
export interface InvoiceProcessed {
  decision: Decision;
  woken: Decision[];
  /** How many more wait there, beyond what one action wakes. */
  left: number;
}

/** What an action would do on the facts of now; nothing is written. `asked`: the key as it was typed. */
export async function decideInvoiceAction(
  ledger: LedgerReader,
  settings: SettingsWithLookups,
  asked: string,
  request: ProcessingRequest,
  now: string,
  lastNumber?: (counter: string) => Promise<number>,
): Promise<
  { decision: Decision; facts: Awaited<ReturnType<typeof gatherProcessingFacts>>; fileId: string | null } | Refusal
> {
  const key = await findInvoiceKey(ledger, asked);
  if (typeof key !== 'string') return key;
  const stored = await ledger.document('supplier-invoice', key);
  if (stored === undefined) throw new Error(`the invoice ${key} was found and is not there`);
  const facts = await gatherProcessingFacts(stored.content as SupplierInvoiceContent, request, ledger, settings);
  const context = await processingContext(facts.stored.result, settings, now, lastNumber);
  const decision = decideProcessing(request, facts, settings, context);
  return isRefusal(decision) ? decision : { decision, facts, fileId: stored.fileId };
}

/**
 * An operator's action on a supplier invoice, inside a transaction: facts, decision, changes, and the invoices that its
 * release wakes. A refusal changes nothing. A file that was held for an invoice which is done now needs nobody any more.
 */
export async function processInvoice(
  path: Path,
  transaction: LedgerTransaction,
  asked: string,
  request: ProcessingRequest,
  account: OnAccountOf,
): Promise<InvoiceProcessed | Refusal> {
  const lastNumber = (counter: string) => transaction.lastNumber(counter);
  const decided = await decideInvoiceAction(transaction, path.settings(), asked, request, account.now, lastNumber);
  if (isRefusal(decided)) return decided;
  const { decision, facts, fileId } = decided;
  await transaction.apply(decision.changes, account.by, account.now, null);
  const status = Number(decision.status) as OrderMatchStatusCode;
  const { final, outcome } = ORDER_MATCH_STATUSES[status];
  if (final && fileId !== null) await completeFile(transaction, fileId, account);
  const put = decision.changes.find((change) => change.change === 'put-document');
  const numbers = outcome === 'rejected' ? (put?.indexes ?? []).filter(({ name }) => name === 'number') : [];
  const values = numbers.map(({ value }) => value);
  const freed = await freeRepeats(path, transaction, decision.key, values, account);
  const halves = otherHalves([decision]);
  const released = {
    by: [decision.key],
    orderNos: releasedOrders(facts.ownLinks, decision.changes),
    referring: halves.referring,
    numbers: [...values, ...halves.numbers],
  };
  const { woken, left } = await wakeOthers(path, transaction, released, account);
  return { decision, woken: [...freed, ...woken], left };
}
