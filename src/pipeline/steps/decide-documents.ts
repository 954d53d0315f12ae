import type { Decision, Finding } from '../../domain/decision.ts';
import type { DocumentKind } from '../../domain/document-kinds.table.ts';
import { releasedOrders } from '../../rules/order-match/released-orders.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { PlannedWork } from './commit-together.ts';
import { decideCommand } from './decide-command.ts';
import { completeFile, decideDocument, keysOfReplay, type OnAccountOf } from './decide-document.ts';
import type { FileInHand } from './file-in-hand.ts';
import { invoicesWait, leftOver, offerRunAgain } from './offer-run-again.ts';
import { otherHalves } from './other-halves.ts';
import { wakeOthers } from './wake-others.ts';

/** What a file has decided: its own documents, invoices that waited for them, and what it says of those that were left. */
export interface DecidedDocuments {
  own: Decision[];
  waiting: Decision[];
  findings: Finding[];
}

/** Master data that order match reads: who waits may come out otherwise when it changes. */
const MASTER_DATA: ReadonlySet<DocumentKind> = new Set(['supplier', 'product', 'delivery-alternative']);

/**
 * Decides the documents of a file one after the other, and then who waited for its orders: in the same transaction, so that
 * an order is never there, or changed, without its invoices having been looked at (order-match.md 5 and 11). Changed
 * master data concerns invoices that only a decision can tell: it is noted that they may be run again.
 */
export async function decideDocuments(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
  account: OnAccountOf,
  direct: PlannedWork,
): Promise<DecidedDocuments> {
  const partial = path.settings().channels[file.claim.channel].partial;
  if (hasErrors(file) && !partial) return { own: [], waiting: [], findings: [] };
  const own: Decision[] = [];
  const findings: Finding[] = [];
  const released: string[] = [];
  for (const document of await keysOfReplay(transaction, file.read.documents, account)) {
    // Only what is replayed was linked before: a new document releases nothing.
    const before = account.replayOf === null ? [] : await transaction.linksOfDocument(document.key);
    const decision =
      document.kind === 'command'
        ? await decideCommand(path, transaction, document, account, direct, findings)
        : await decideDocument(path, transaction, document, account);
    released.push(...releasedOrders(before, decision.changes));
    own.push(decision);
  }
  const accepted = own.every((one) => one.outcome === 'accepted');
  if (account.replayOf !== null && accepted) await completeFile(transaction, account.replayOf, account);
  const { arrived, changed } = ordersWithNews(own);
  const orderNos = [...changed, ...released];
  const occasion = { by: own.map(({ key }) => key), arrived, orderNos, ...otherHalves(own) };
  const { woken, left } = await wakeOthers(path, transaction, occasion, account);
  if (left > 0) await offerRunAgain(transaction, account, `Orders have changed for which ${left} more invoices wait`);
  else if (own.some(isChangedMasterData) && (await invoicesWait(transaction)))
    await offerRunAgain(transaction, account, 'Master data has changed since waiting invoices were decided');
  return { own, waiting: woken, findings: left > 0 ? [...findings, leftOver(left)] : findings };
}

/** Purchase orders that say something new: those that are here for the first time, and those that are replaced. */
function ordersWithNews(decisions: readonly Decision[]): { arrived: string[]; changed: string[] } {
  const news = decisions.flatMap(({ kind, changes }) =>
    kind === 'purchase-order' ? changes.filter((change) => change.change === 'put-document') : [],
  );
  return {
    arrived: news.filter(({ revision }) => revision === 1).map(({ key }) => key),
    changed: news.filter(({ revision }) => revision > 1).map(({ key }) => key),
  };
}

function isChangedMasterData({ kind, changes }: Decision): boolean {
  return MASTER_DATA.has(kind) && changes.some(({ change }) => change === 'put-document');
}

/** Was something in the file not understood? */
export function hasErrors(file: FileInHand): boolean {
  return file.read.findings.some((finding) => finding.severity === 'error');
}
