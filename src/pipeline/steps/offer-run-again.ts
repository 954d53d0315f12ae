import type { Change, Finding } from '../../domain/decision.ts';
import { WAITING_STATUSES } from '../../rules/order-match/stored-invoice.ts';
import type { LedgerReader, LedgerTransaction } from '../ledger-port.ts';
import type { OnAccountOf } from './decide-document.ts';

/** One alert of the whole site: it stays until the affected invoices were run again. */
const SUBJECT = { kind: 'order-match', key: 'waiting-invoices' };

const WHAT_TO_DO =
  '"ordrebro invoice affected" shows which of the waiting invoices would come out otherwise; "ordrebro invoice match --affected" runs them again.';

/** Does an invoice wait at all? Costs the same however many do. */
export function invoicesWait(ledger: LedgerReader): Promise<boolean> {
  return ledger.anyInStatus('supplier-invoice', WAITING_STATUSES.map(String));
}

/** Waiting invoices may come out otherwise than they were decided; `what`: why, as the beginning of a sentence. */
export function runAgainOffered(what: string): Change {
  return {
    change: 'raise-alert',
    code: 'RUN_AGAIN_OFFERED',
    subject: SUBJECT,
    text: `${what}. ${WHAT_TO_DO}`,
  };
}

/** Everything that waits was run again. */
export function runAgainTaken(): Change {
  return { change: 'clear-alert', code: 'RUN_AGAIN_OFFERED', subject: SUBJECT };
}

/** Notes in the transaction that waiting invoices may be run again: which of them are affected is found out by whoever asks. */
export async function offerRunAgain(
  transaction: LedgerTransaction,
  account: Pick<OnAccountOf, 'by' | 'now'>,
  what: string,
): Promise<void> {
  await transaction.apply([runAgainOffered(what)], account.by, account.now, null);
}

/** What the answer to a file says of invoices that it concerns and that were not decided with it. */
export function leftOver(left: number): Finding {
  return {
    code: 'RUN_AGAIN_OFFERED',
    severity: 'warning',
    message: `${left} more invoices wait for orders of this file than are decided together with it.`,
    hint: WHAT_TO_DO,
  };
}
