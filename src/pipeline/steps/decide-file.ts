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
import { OutputsOfFile } from './outputs-of-file.ts';
import type { OutputDesk } from './plan-outputs.ts';
import type { DecidedFile, PlannedDelivery } from './planned-delivery.ts';
import { defectFinding } from './read-files.ts';
import { recogniseDuplicate } from './recognise-duplicate.ts';

/** A decision about a large file, alone in its transaction, failed by a defect of ours: the transaction is to be undone, and the file refused in another. */
export class DefectAlone extends Error {
  override readonly name = 'DefectAlone';
  readonly refused: FileInHand;
  constructor(refused: FileInHand) {
    super('a defect of ours while a large file was decided');
    this.refused = refused;
  }
}

/**
 * Decides one file inside its own savepoint. A decision that throws is a defect of ours: its own writes are undone,
 * the others of the batch stay, and the file is refused and set aside instead of stopping the daemon. A `Fault` is the
 * world's and nobody's guilt: it is thrown on, and the whole batch is tried again. `planned`: what the files before it
 * in the batch have planned to send, whose rows are not written yet; an older result of a key is taken out of it, and what
 * this file sends comes behind it. `alone`: the transaction has no other file, so that a large one needs no savepoint,
 * which would keep in memory what it changes; a defect is then thrown as `DefectAlone`.
 */
export async function decideFile(
  path: Path,
  transaction: LedgerTransaction,
  file: FileInHand,
  planned: PlannedDelivery[],
  goOn: () => Promise<void>,
  alone: boolean,
): Promise<DecidedFile> {
  const desk: OutputDesk = { path, transaction, planned, withheld: [] };
  const plannedBefore = [...planned];
  const needsNoSavepoint = alone && !Buffer.isBuffer(file.bytes);
  try {
    if (needsNoSavepoint) return await answer(desk, file, goOn);
    return await transaction.savepoint(() => answer(desk, file, goOn));
  } catch (error) {
    planned.length = 0;
    for (const one of plannedBefore) planned.push(one);
    for (const record of desk.withheld.splice(0)) path.deliveries.letGo(record);
    if (error instanceof Fault) throw error;
    path.log.error('defect', { file: file.claim.id, step: 'decide', error: (error as Error).stack });
    const refused: FileInHand = { ...file, read: { ...file.read, documents: [], findings: [defectFinding('decide')] } };
    if (needsNoSavepoint) throw new DefectAlone(refused);
    return await transaction.savepoint(() => answer(desk, refused, goOn));
  }
}

async function answer(desk: OutputDesk, file: FileInHand, goOn: () => Promise<void>): Promise<DecidedFile> {
  const { path, transaction } = desk;
  const now = path.clock.now();
  const known = file.fresh ? undefined : await transaction.file(file.claim.id);
  const sequence = known?.sequence ?? (await transaction.nextNumber('file'));
  const record = newRecord(file, sequence, now);
  const outputs = new OutputsOfFile(desk, record.id, now, goOn);
  const by = `file:${record.id}`;
  const account: OnAccountOf = { id: record.id, sequence, now, by, replayOf: file.replayOf };
  if (!file.fresh) await transaction.clearSuspicion(record.id);
  const duplicate = await recogniseDuplicate(transaction, file);
  if (duplicate !== undefined) {
    await transaction.apply(duplicate.changes, by, now, account);
    record.findings.push(...duplicate.findings);
    return recordDuplicate(desk, record, outputs, duplicate.first);
  }
  const direct: PlannedWork = { staged: [], withdrawn: [] };
  const { answers, findings } = await decideDocuments(path, transaction, file, account, direct, outputs);
  record.documents = answers;
  const outcomes = answers.map(({ outcome }) => outcome);
  record.outcome = fileOutcome(outcomes, hasErrors(file));
  record.status = fileStatus(record.outcome);
  record.findings.push(...findings);
  return settle(desk, record, outputs, undefined, direct);
}

/** A repeated event: answered again with the first acknowledgement, refused or passed over, as the channel says. */
async function recordDuplicate(
  desk: OutputDesk,
  record: FileRecord,
  outputs: OutputsOfFile,
  first: FileRecord,
): Promise<DecidedFile> {
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
  return settle(desk, record, outputs, policy === 'ignore' ? 'unanswered' : first);
}

/** Writes the file's row and its audit, and plans what goes out: the results first, then the acknowledgement. `direct`: what commands have planned themselves. */
async function settle(
  desk: OutputDesk,
  record: FileRecord,
  outputs: OutputsOfFile,
  first: FileRecord | 'unanswered' | undefined,
  direct: PlannedWork = { staged: [], withdrawn: [] },
): Promise<DecidedFile> {
  const { path, transaction } = desk;
  const now = record.processedAt ?? record.receivedAt;
  desk.planned.push(...direct.staged);
  const withdrawn = await outputs.end();
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
  if (first !== 'unanswered') desk.planned.push(await acknowledge(path, record, first, now));
  return { record, withdrawn: [...direct.withdrawn, ...withdrawn] };
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
