import { setImmediate as otherWork } from 'node:timers/promises';
import type { Decision, Finding, ReadDocument } from '../../domain/decision.ts';
import type { FileRecord } from '../../domain/records.ts';
import { releasedOrders } from '../../rules/order-match/released-orders.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import type { PlannedWork } from './commit-together.ts';
import { decideCommand } from './decide-command.ts';
import { completeFile, decideDocument, keysOfReplay, type OnAccountOf } from './decide-document.ts';
import { DecidedNews } from './decided-news.ts';
import type { FileInHand } from './file-in-hand.ts';
import { invoicesWait, leftOver, offerRunAgain } from './offer-run-again.ts';
import type { OutputsOfFile } from './outputs-of-file.ts';
import { wakeEach } from './wake-others.ts';

/** After so many documents what came back from disk and from other threads gets its turn: it must not wait for a large file. */
const DOCUMENTS_A_TURN = 32;

/** What a file has decided: the answers to its own documents, and what it says of invoices that were left. */
export interface DecidedDocuments {
  answers: FileRecord['documents'];
  findings: Finding[];
}

/**
 * Decides the documents of a file one after the other, and then who waited for its orders: in the same transaction, so that
 * an order is never there, or changed, without its invoices having been looked at (order-match.md 5 and 11). Changed
 * master data concerns invoices that only a decision can tell: it is noted that they may be run again. Their outputs go to
 * `outputs`, and no document and no decision is kept: the memory that it takes does not grow with the file.
 */
export async function decideDocuments(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
  account: OnAccountOf,
  direct: PlannedWork,
  outputs: OutputsOfFile,
): Promise<DecidedDocuments> {
  const partial = path.settings().channels[file.claim.channel].partial;
  if (hasErrors(file) && !partial) return { answers: [], findings: [] };
  const news = new DecidedNews();
  const findings: Finding[] = [];
  const take = async ({ outputs: ofDecision }: Decision): Promise<void> => outputs.add(ofDecision);
  const withItsKey = await keysOfReplay(transaction, account);
  for (const read of file.read.documents) {
    const { decision, released } = await decided(path, transaction, withItsKey(read), account, direct, findings);
    news.note(decision, released);
    await take(decision);
    if (news.answers.length % DOCUMENTS_A_TURN === 0) await otherWork();
  }
  if (account.replayOf !== null && news.allAccepted) await completeFile(transaction, account.replayOf, account);
  const left = await wakeEach(path, transaction, news.occasion(), account, take);
  if (left > 0) await offerRunAgain(transaction, account, `Orders have changed for which ${left} more invoices wait`);
  else if (news.changesMasterData && (await invoicesWait(transaction)))
    await offerRunAgain(transaction, account, 'Master data has changed since waiting invoices were decided');
  return { answers: news.answers, findings: left > 0 ? [...findings, leftOver(left)] : findings };
}

/** Decides one document; `released`: the orders that it lets go of. Only what is replayed was linked before: a new document releases nothing. */
async function decided(
  path: Path,
  transaction: LedgerTransaction,
  document: ReadDocument,
  account: OnAccountOf,
  direct: PlannedWork,
  findings: Finding[],
): Promise<{ decision: Decision; released: string[] }> {
  const before = account.replayOf === null ? [] : await transaction.linksOfDocument(document.key);
  const decision =
    document.kind === 'command'
      ? await decideCommand(path, transaction, document, account, direct, findings)
      : await decideDocument(path, transaction, document, account);
  return { decision, released: releasedOrders(before, decision.changes) };
}

/** Was something in the file not understood? */
export function hasErrors(file: FileInHand): boolean {
  return file.read.findings.some((finding) => finding.severity === 'error');
}
