import type { Decision } from '../../domain/decision.ts';
import type { SupplierInvoiceContent } from '../../rules/order-match/order-match-facts.ts';
import { firstIsRejected, repeatsInHands } from '../../rules/order-match/processings/first-is-rejected.ts';
import type { ProcessingRequest } from '../../rules/order-match/processings/processing.ts';
import { processingContext } from '../facts/processing-context.ts';
import { gatherProcessingFacts } from '../facts/processing-facts.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { OnAccountOf } from './decide-document.ts';

/**
 * Frees the documents in a person's hands (2) that were said to repeat one which is rejected now: before anybody who
 * waits is woken, so that they have their room first. `numbers`: index values of its number.
 */
export async function freeRepeats(
  path: Path,
  transaction: LedgerTransaction,
  rejected: string,
  numbers: readonly string[],
  { by, now }: OnAccountOf,
): Promise<Decision[]> {
  const settings = path.settings();
  const lastNumber = (counter: string) => transaction.lastNumber(counter);
  const request: ProcessingRequest = { action: 'match', lines: [], by, reason: '' };
  const freed: Decision[] = [];
  for (const { key } of await transaction.documentsByIndex('supplier-invoice', 'number', numbers)) {
    const stored = (await transaction.document('supplier-invoice', key))?.content as SupplierInvoiceContent | undefined;
    if (stored === undefined || !repeatsInHands(stored.result, rejected)) continue;
    const facts = await gatherProcessingFacts(stored, request, transaction, settings);
    const context = await processingContext(stored.result, settings, now, lastNumber);
    const decision = firstIsRejected({ request, facts, settings, context });
    if (decision === undefined) continue;
    await transaction.apply(decision.changes, by, now, null);
    freed.push(decision);
  }
  return freed;
}
