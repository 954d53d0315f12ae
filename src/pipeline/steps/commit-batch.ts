import { setImmediate as otherWork } from 'node:timers/promises';
import type { DeliveryRecord, FileRecord } from '../../domain/records.ts';
import type { Path } from '../path.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Inbox } from '../ports.ts';
import { board } from '../riders.ts';
import { decideFile } from './decide-file.ts';
import type { FileInHand } from './file-in-hand.ts';
import { isWrittenOn } from './is-written-on.ts';
import type { PlannedDelivery } from './planned-delivery.ts';
import { recordRetry } from './record-retry.ts';
import { Staging } from './staging.ts';

/** From this many outputs on that are not on their way yet, the disk begins with them while the next files are decided. */
const OUTPUTS_A_SLICE = 64;
/** After so many files what came back from disk and other threads gets its turn: it must not wait for a whole batch. */
const FILES_A_TURN = 16;

/** What a committed batch leaves to be done outside the ledger. */
export interface CommittedBatch {
  deliveries: DeliveryRecord[];
  withdrawn: DeliveryRecord[];
  /** Files that could not be read this time, with the moment of the next attempt. */
  retries: { file: FileInHand; inMs: number }[];
  /** The rows of the decided files, by file id. */
  records: Map<string, FileRecord>;
}

/** The commit's outcome is not known, or the ledger cannot be written: only a recovery from disk can tell. */
export class LedgerUncertain extends Error {
  override readonly name = 'LedgerUncertain';
}

/** Files of the batch on which somebody wrote after the claim. */
export class WrittenOn extends Error {
  override readonly name = 'WrittenOn';
  readonly files: readonly FileInHand[];
  constructor(files: readonly FileInHand[]) {
    super('written on after the claim');
    this.files = files;
  }
}

/**
 * Decides a batch in one transaction: decide each file in its savepoint, stage every output, and commit when
 * all staged bytes are durable. Killed anywhere before the commit, nothing happened; after it, all did.
 * Rejects with a `Fault` when the world failed before the commit (everything is undone and may be tried again),
 * with `WrittenOn`, or with `LedgerUncertain`.
 */
export async function commitBatch(path: Path, inbox: Inbox, files: readonly FileInHand[]): Promise<CommittedBatch> {
  const transaction = await begin(path);
  const staging = new Staging(path);
  const staged: PlannedDelivery[] = [];
  const batch: CommittedBatch = { deliveries: [], withdrawn: [], retries: [], records: new Map() };
  try {
    const boarded = await board(path, transaction);
    for (const [index, file] of files.entries()) {
      if (index > 0 && index % FILES_A_TURN === 0) await otherWork();
      if (staged.length - staging.begun >= OUTPUTS_A_SLICE) staging.begin(staged);
      if (file.fault !== null) {
        const retry = await recordRetry(path, transaction, file);
        if (retry.inMs !== null) batch.retries.push({ file, inMs: retry.inMs });
        else batch.records.set(retry.record.id, retry.record);
        staged.push(...retry.deliveries);
        continue;
      }
      const decided = await decideFile(path, transaction, file, staged);
      staged.push(...decided.deliveries);
      batch.records.set(decided.record.id, decided.record);
      batch.withdrawn.push(...decided.withdrawn);
    }
    // Both end before either counts: what is undone must not still be being written.
    const [kept, untouched] = await Promise.allSettled([staging.finish(staged), assertUntouched(inbox, files)]);
    if (kept.status === 'rejected') throw kept.reason;
    if (untouched.status === 'rejected') throw untouched.reason;
    for (const delivery of staged) {
      await transaction.putDelivery(delivery.record);
      batch.deliveries.push(delivery.record);
    }
    await commit(transaction);
    boarded.done();
    return batch;
  } catch (error) {
    if (error instanceof LedgerUncertain) throw error;
    await undo(path, transaction, staging, batch);
    throw error;
  }
}

async function begin(path: Path): Promise<LedgerTransaction> {
  try {
    return await path.ledger.begin();
  } catch (cause) {
    throw new LedgerUncertain('the ledger could not begin a transaction', { cause });
  }
}

async function commit(transaction: LedgerTransaction): Promise<void> {
  try {
    await transaction.commit();
  } catch (cause) {
    throw new LedgerUncertain('the ledger could not commit', { cause });
  }
}

/** Undoes a batch whose commit was never asked for, and leaves nothing that is still being written: whoever comes next may recover. */
async function undo(
  path: Path,
  transaction: LedgerTransaction,
  staging: Staging,
  batch: CommittedBatch,
): Promise<void> {
  await staging.ended();
  try {
    await transaction.rollback();
  } catch (cause) {
    throw new LedgerUncertain('the ledger could not undo a transaction', { cause });
  }
  for (const record of batch.withdrawn) path.deliveries.letGo(record);
  await staging.undo();
}

/** A sender that keeps its handle can write on after the claim: then what was read is not what lies there. */
async function assertUntouched(inbox: Inbox, files: readonly FileInHand[]): Promise<void> {
  const written = await Promise.all(files.map(async (file) => file.fault === null && (await isWrittenOn(inbox, file))));
  const touched = files.filter((_, index) => written[index]);
  if (touched.length > 0) throw new WrittenOn(touched);
}
