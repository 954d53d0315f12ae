import type { Decision, ReadDocument } from '../../domain/decision.ts';
import { dateInZone } from '../../domain/plain-date.ts';
import { decide } from '../decide.ts';
import { gatherFacts } from '../facts/gather-facts.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ledger-port.ts';

/** The file, or the operator's action, on whose account something is decided. */
export interface OnAccountOf {
  id: string;
  sequence: number;
  now: string;
  /** As the audit writes it: `file:<id>`, `user:<name>`, `commands:<name>`. */
  by: string;
  /** The file that it replays: its documents are decided again under the keys that they have. */
  replayOf: string | null;
}

/**
 * Reads the facts, decides, and applies the changes: all in the transaction, nothing outside it. `comesFromIt`: the
 * document came in with this file; otherwise the file is only the occasion, and the document keeps its own.
 */
export async function decideDocument(
  path: Path,
  transaction: LedgerTransaction,
  document: ReadDocument,
  file: OnAccountOf,
  comesFromIt = true,
): Promise<Decision> {
  const settings = path.settings();
  const nextNumber = () => transaction.nextNumber('accounting-document');
  const lastNumber = (counter: string) => transaction.lastNumber(counter);
  const isNew = comesFromIt && file.replayOf === null;
  const facts = await gatherFacts(document, transaction, settings, nextNumber, isNew, lastNumber);
  const decision = decide(document, facts, settings, {
    fileId: file.id,
    fileSequence: file.sequence,
    now: file.now,
    today: dateInZone(file.now, settings.site.timeZone),
  });
  await transaction.apply(decision.changes, file.by, file.now, comesFromIt ? file : null);
  return decision;
}

/**
 * Invoices of a replay keep the keys that they got at first, so that a held invoice is decided again in its place,
 * as the next revision, and never becomes a duplicate of itself.
 */
export async function keysOfReplay(
  transaction: LedgerTransaction,
  file: OnAccountOf,
): Promise<(document: ReadDocument) => ReadDocument> {
  const original = file.replayOf === null ? undefined : await transaction.file(file.replayOf);
  const former = original?.documents.find(({ document }) => document === 'supplier-invoice');
  if (former === undefined) return (document) => document;
  // Anything but an invoice brings its own key.
  return (document) => (document.kind === former.document ? { ...document, key: former.key } : document);
}

/** A file that was held for this document alone needs nobody any more; what it was answered stays as it was. */
export async function completeFile(
  transaction: LedgerTransaction,
  fileId: string,
  occasion: Pick<OnAccountOf, 'now' | 'by'>,
): Promise<void> {
  const held = await transaction.file(fileId);
  if (held?.status !== 'held' || held.documents.length !== 1) return;
  await transaction.putFile({ ...held, status: 'completed' });
  const subject = { kind: 'file', key: fileId };
  const common = { at: occasion.now, by: occasion.by, subject, rule: null, reason: null, details: null };
  await transaction.audit({ ...common, event: 'settle', from: 'held', to: 'completed' });
}
