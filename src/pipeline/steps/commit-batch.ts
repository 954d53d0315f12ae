import { setImmediate as otherWork } from 'node:timers/promises';
import type { FileRecord } from '../../domain/records.ts';
import type { Path } from '../path.ts';
import type { Inbox } from '../ports.ts';
import { type CommittedWork, commitTogether } from './commit-together.ts';
import { DefectAlone, decideFile } from './decide-file.ts';
import type { FileInHand } from './file-in-hand.ts';
import { isWrittenOn } from './is-written-on.ts';
import { recordRetry } from './record-retry.ts';

/** After so many files what came back from disk and other threads gets its turn: it must not wait for a whole batch. */
const FILES_A_TURN = 16;

/** What a committed batch leaves to be done outside the ledger. */
export interface CommittedBatch extends CommittedWork {
  /** Files that could not be read this time, with the moment of the next attempt. */
  retries: { file: FileInHand; inMs: number }[];
  /** The rows of the decided files, by file id. */
  records: Map<string, FileRecord>;
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
 * Decides a batch in one transaction, each file in its savepoint, a large one alone (commit-together.ts). Rejects with a `Fault` when the
 * world failed before the commit (everything is undone and may be tried again), with `WrittenOn`, or with
 * `LedgerUncertain`.
 */
export async function commitBatch(path: Path, inbox: Inbox, files: readonly FileInHand[]): Promise<CommittedBatch> {
  try {
    return await commitOnce(path, inbox, files);
  } catch (error) {
    if (!(error instanceof DefectAlone)) throw error;
    return await commitOnce(path, inbox, [error.refused]);
  }
}

async function commitOnce(path: Path, inbox: Inbox, files: readonly FileInHand[]): Promise<CommittedBatch> {
  const retries: CommittedBatch['retries'] = [];
  const records: CommittedBatch['records'] = new Map();
  const committed = await commitTogether(
    path,
    async (transaction, { staged, withdrawn }, goOn) => {
      for (const [index, file] of files.entries()) {
        if (index > 0 && index % FILES_A_TURN === 0) await otherWork();
        void goOn();
        if (file.fault !== null) {
          const retry = await recordRetry(path, transaction, file);
          if (retry.inMs !== null) retries.push({ file, inMs: retry.inMs });
          else records.set(retry.record.id, retry.record);
          staged.push(...retry.deliveries);
          continue;
        }
        const decided = await decideFile(path, transaction, file, staged, goOn, files.length === 1);
        records.set(decided.record.id, decided.record);
        withdrawn.push(...decided.withdrawn);
      }
    },
    () => assertUntouched(inbox, files),
  );
  return { ...committed, retries, records };
}

/** A sender that keeps its handle can write on after the claim: then what was read is not what lies there. */
async function assertUntouched(inbox: Inbox, files: readonly FileInHand[]): Promise<void> {
  const written = await Promise.all(files.map(async (file) => file.fault === null && (await isWrittenOn(inbox, file))));
  const touched = files.filter((_, index) => written[index]);
  if (touched.length > 0) throw new WrittenOn(touched);
}
