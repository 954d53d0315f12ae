import type { Decision } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { FileRecord } from '../../domain/records.ts';
import { acknowledgementOf, fileOutcome, fileStatus } from '../acknowledge.ts';
import { restingPlace } from '../output-names.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { PlannedWork } from './commit-together.ts';
import type { OnAccountOf } from './decide-document.ts';
import { decideDocuments, hasErrors } from './decide-documents.ts';
import type { FileInHand } from './file-in-hand.ts';
import { planAcknowledgement } from './plan-delivery.ts';
import { type OutputDesk, planOutputs } from './plan-outputs.ts';
import type { DecidedFile, PlannedDelivery } from './planned-delivery.ts';
import { defectFinding } from './read-files.ts';
import { recogniseDuplicate } from './recognise-duplicate.ts';

/**
 * Decides one file inside its own savepoint. A decision that throws is a defect of ours: its own writes are undone,
 * the others of the batch stay, and the file is refused and set aside instead of stopping the daemon. A `Fault` is the
 * world's and nobody's guilt: it is thrown on, and the whole batch is tried again. `planned`: what the files before it
 * in the batch have planned to send, whose rows are not written yet; an older result of a key is taken out of it.
 */
export async function decideFile(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
  planned: PlannedDelivery[],
): Promise<DecidedFile> {
  const desk: OutputDesk = { path, transaction, planned, withheld: [] };
  const plannedBefore = [...planned];
  try {
    return await transaction.savepoint(() => answer(desk, file));
  } catch (error) {
    planned.splice(0, planned.length, ...plannedBefore);
    for (const record of desk.withheld.splice(0)) path.deliveries.letGo(record);
    if (error instanceof Fault) throw error;
    path.log.error('defect', { file: file.claim.id, step: 'decide', error: (error as Error).stack });
    const refused: FileInHand = { ...file, read: { ...file.read, documents: [], findings: [defectFinding('decide')] } };
    return await transaction.savepoint(() => answer(desk, refused));
  }
}

async function answer(desk: OutputDesk, file: FileInHand): Promise<DecidedFile> {
  const { path, transaction } = desk;
  const now = path.clock.now();
  const known = file.fresh ? undefined : await transaction.file(file.claim.id);
  const sequence = known?.sequence ?? (await transaction.nextNumber('file'));
  const record = newRecord(file, sequence, now);
  const by = `file:${record.id}`;
  const account: OnAccountOf = { id: record.id, sequence, now, by, replayOf: file.replayOf };
  if (!file.fresh) await transaction.clearSuspicion(record.id);
  const duplicate = await recogniseDuplicate(transaction, file);
  if (duplicate !== undefined) {
    await transaction.apply(duplicate.changes, by, now, account);
    return recordDuplicate(desk, { ...record, findings: [...record.findings, ...duplicate.findings] }, duplicate.first);
  }
  const direct: PlannedWork = { staged: [], withdrawn: [] };
  const decisions = await decideDocuments(path, transaction, file, account, direct);
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
  record.findings.push(...decisions.findings);
  return settle(desk, record, [...decisions.own, ...decisions.waiting], undefined, direct);
}

/** A repeated event: answered again with the first acknowledgement, refused or passed over, as the channel says. */
async function recordDuplicate(desk: OutputDesk, record: FileRecord, first: FileRecord): Promise<DecidedFile> {
  const policy = desk.path.settings().channels[record.channel].duplicates;
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
  return settle(desk, record, [], policy === 'ignore' ? 'unanswered' : first);
}

/** Writes the file's row and its audit, and plans what goes out: the results first, then the acknowledgement. `direct`: what commands have planned themselves. */
async function settle(
  desk: OutputDesk,
  record: FileRecord,
  decisions: readonly Decision[],
  first: FileRecord | 'unanswered' | undefined,
  direct: PlannedWork = { staged: [], withdrawn: [] },
): Promise<DecidedFile> {
  const { path, transaction } = desk;
  const now = record.processedAt ?? record.receivedAt;
  const outputs = decisions.flatMap((decision) => decision.outputs);
  const { deliveries, withdrawn } = await planOutputs(desk, outputs, record.id, now);
  const decided: DecidedFile = {
    record,
    deliveries: [...direct.staged, ...deliveries],
    withdrawn: [...direct.withdrawn, ...withdrawn],
  };
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
  if (first !== 'unanswered') decided.deliveries.push(await acknowledge(path, record, first, now));
  return decided;
}

function acknowledge(
  path: Path,
  record: FileRecord,
  first: FileRecord | undefined,
  now: string,
): Promise<PlannedDelivery> {
  const content = acknowledgementOf(record, { processedAt: now, first });
  return planAcknowledgement(path, content, record, 1, now);
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
