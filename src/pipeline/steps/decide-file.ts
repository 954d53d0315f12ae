import type { Decision, Output } from '../../domain/decision.ts';
import type { FileRecord } from '../../domain/records.ts';
import { acknowledgementOf, fileOutcome, fileStatus } from '../acknowledge.ts';
import { restingPlace } from '../output-names.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import { decideDocument, decideWaiting, type OnAccountOf } from './decide-document.ts';
import type { FileInHand } from './file-in-hand.ts';
import { planAcknowledgement, planOutput } from './plan-delivery.ts';
import type { DecidedFile, PlannedDelivery } from './planned-delivery.ts';
import { defectFinding } from './read-files.ts';
import { recogniseDuplicate } from './recognise-duplicate.ts';

/**
 * Decides one file inside its own savepoint. A decision that throws is a defect of ours: its own writes are
 * undone, the others of the batch stay, and the file is refused and set aside instead of stopping the daemon.
 */
export async function decideFile(path: Path, transaction: LedgerTransaction, file: FileInHand): Promise<DecidedFile> {
  try {
    return await transaction.savepoint(() => answer(path, transaction, file));
  } catch (error) {
    path.log.error('defect', { file: file.claim.id, step: 'decide', error: (error as Error).stack });
    const refused: FileInHand = { ...file, read: { ...file.read, documents: [], findings: [defectFinding('decide')] } };
    return await transaction.savepoint(() => answer(path, transaction, refused));
  }
}

async function answer(path: Path, transaction: LedgerTransaction, file: FileInHand): Promise<DecidedFile> {
  const now = path.clock.now();
  const known = file.fresh ? undefined : await transaction.file(file.claim.id);
  const sequence = known?.sequence ?? (await transaction.nextNumber('file'));
  const record = newRecord(file, sequence, now);
  const account: OnAccountOf = { id: record.id, sequence, now };
  if (!file.fresh) await transaction.clearSuspicion(record.id);
  const duplicate = await recogniseDuplicate(transaction, file);
  if (duplicate !== undefined) {
    await transaction.apply(duplicate.changes, `file:${record.id}`, now, account);
    return recordDuplicate(
      path,
      transaction,
      { ...record, findings: [...record.findings, ...duplicate.findings] },
      duplicate.first,
    );
  }
  const decisions = await decideDocuments(path, transaction, file, account);
  record.documents = decisions.own.map(({ kind, key, outcome, status, reasons }) => ({
    document: kind,
    key,
    outcome,
    status,
    reasons,
  }));
  record.outcome = fileOutcome(
    record.documents.map((one) => one.outcome),
    hasErrors(file),
  );
  record.status = fileStatus(record.outcome);
  return settle(path, transaction, record, [...decisions.own, ...decisions.waiting], undefined);
}

/** A repeated event: answered again with the first acknowledgement, refused or passed over, as the channel says. */
async function recordDuplicate(
  path: Path,
  transaction: LedgerTransaction,
  record: FileRecord,
  first: FileRecord,
): Promise<DecidedFile> {
  const policy = path.settings().channels[record.channel].duplicates;
  record.duplicateOf = first.id;
  record.outcome = policy === 'reject' ? 'rejected' : 'duplicate';
  record.status = fileStatus(record.outcome);
  record.documents = first.documents.map((one) => ({
    ...one,
    outcome: policy === 'reject' ? 'rejected' : 'duplicate',
  }));
  if (policy === 'reject') {
    record.findings.push({
      code: 'DUPLICATE_FILE',
      severity: 'error',
      message: `The same file was answered before, as ${first.name} of ${first.receivedAt}, and this channel refuses repetitions.`,
      hint: `Nothing needs to be done if the first answer (file ${first.id}) has arrived.`,
    });
  }
  return settle(path, transaction, record, [], policy === 'ignore' ? 'unanswered' : first);
}

async function decideDocuments(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
  account: OnAccountOf,
): Promise<{ own: Decision[]; waiting: Decision[] }> {
  const partial = path.settings().channels[file.claim.channel].partial;
  if (hasErrors(file) && !partial) return { own: [], waiting: [] };
  const own: Decision[] = [];
  for (const document of file.read.documents) own.push(await decideDocument(path, transaction, document, account));
  const orders = own.filter((one) => one.kind === 'purchase-order' && one.outcome === 'accepted').map((one) => one.key);
  return { own, waiting: await decideWaiting(path, transaction, orders, account) };
}

/** Writes the file's row and its audit, and plans what goes out: the results first, then the acknowledgement. */
async function settle(
  path: Path,
  transaction: LedgerTransaction,
  record: FileRecord,
  decisions: readonly Decision[],
  first: FileRecord | 'unanswered' | undefined,
): Promise<DecidedFile> {
  const now = record.processedAt ?? record.receivedAt;
  const decided: DecidedFile = { record, deliveries: [], withdrawn: [] };
  for (const output of decisions.flatMap((decision) => decision.outputs)) {
    decided.withdrawn.push(...(await withdrawOlder(path, transaction, output)));
    decided.deliveries.push(planOutput(output, record.id, await transaction.nextNumber('output'), path.newId, now));
  }
  record.archivedAs = restingPlace(record);
  await transaction.putFile(record);
  await transaction.audit({
    at: now,
    by: `file:${record.id}`,
    subject: { kind: 'file', key: record.id },
    event: 'decided',
    from: 'received',
    to: record.status,
    rule: null,
    reason: null,
    details: null,
  });
  if (first !== 'unanswered') decided.deliveries.push(acknowledge(path, record, first, now));
  return decided;
}

function acknowledge(path: Path, record: FileRecord, first: FileRecord | undefined, now: string): PlannedDelivery {
  const content = acknowledgementOf(record, { processedAt: now, first });
  return planAcknowledgement(content, record, 1, path.newId, now);
}

/** An older result that has not gone out yet is withdrawn: the new one says more (order-match.md 24). */
async function withdrawOlder(
  path: Path,
  transaction: LedgerTransaction,
  output: Output,
): Promise<DecidedFile['withdrawn']> {
  const open = await transaction.openDeliveriesOfKey(output.document, output.key);
  const older = open.filter((delivery) => path.deliveries.withhold(delivery.id));
  for (const delivery of older) await transaction.setDeliveryStatus(delivery.id, 'withdrawn');
  return older;
}

function hasErrors(file: FileInHand): boolean {
  return file.read.findings.some((finding) => finding.severity === 'error');
}

function newRecord(file: FileInHand, sequence: number, now: string): FileRecord {
  return {
    id: file.claim.id,
    name: file.claim.name,
    channel: file.claim.channel,
    sequence,
    sha256: file.sha256,
    bytes: file.claim.bytes,
    receivedAt: file.claim.claimedAt,
    processedAt: now,
    status: 'rejected',
    outcome: 'rejected',
    mapping: file.read.mapping,
    documents: [],
    findings: [...file.read.findings],
    transportId: file.read.transportId ?? null,
    duplicateOf: null,
    replayOf: file.replayOf,
    attempts: file.attempts + 1,
    nextAttemptAt: null,
    archivedAs: null,
  };
}
