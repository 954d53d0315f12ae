import { backoffMs } from '../domain/backoff.ts';
import { Fault } from '../domain/fault.ts';
import type { Path } from './path.ts';
import type { Inbox } from './ports.ts';
import { clearSuspicion } from './suspicion.ts';
import { archiveFiles } from './steps/archive-files.ts';
import { type CommittedBatch, commitBatch, WrittenOn } from './steps/commit-batch.ts';
import type { FileInHand } from './steps/file-in-hand.ts';
import { readFiles, type ToRead } from './steps/read-files.ts';
import { sendOut } from './steps/send-out.ts';

/** What the channel's intake lends a batch. */
export interface BatchTurn {
  /** Resolves when every earlier batch of the channel has been decided, for files are decided in claim order; with false when the site is stopping. */
  mine: Promise<boolean>;
  /** Lets the next batch decide. */
  decided(): void;
  /** Waits before a batch is tried again; false when the site is stopping and the batch is left to the next start. */
  waitToRetry(fault: Fault, attempt: number): Promise<boolean>;
  /** Asks that this file be read again later. */
  readAgain(file: ToRead, inMs: number): void;
  /** Asks that archiving be tried again later. */
  archiveAgain(inMs: number, work: () => Promise<unknown>): void;
}

/**
 * The path of a batch of claimed files: make the claims durable and read, side by side; decide, stage and
 * commit in turn; hand over, acknowledge and archive. Killed anywhere, recovery takes up from the folders and the ledger.
 * Rejects only with what recovery must mend (`LedgerUncertain`) or with a defect.
 */
export async function processBatch(path: Path, inbox: Inbox, files: readonly ToRead[], turn: BatchTurn): Promise<void> {
  const suspects = files.filter((file) => file.suspect).map((file) => file.claim.id);
  const patient = {
    ...turn,
    waitToRetry: (fault: Fault, attempt: number) => absolve(path, suspects, () => turn.waitToRetry(fault, attempt)),
  };
  const hands = await prepare(path, inbox, files, patient);
  if (hands === undefined || !(await turn.mine)) return;
  const committed = await decideInTurn(path, inbox, hands, patient);
  if (committed === undefined) return;
  turn.decided();
  const { batch } = committed;
  for (const { file, inMs } of batch.retries)
    turn.readAgain({ ...file, attempts: file.attempts + 1, poisoned: false }, inMs);
  await sendOut(path, batch);
  await archiveInTime(path, inbox, committed.files, batch.records, turn, 1);
}

/** Archives, and goes on trying with what the world does not let us move. */
async function archiveInTime(
  path: Path,
  inbox: Inbox,
  files: readonly FileInHand[],
  records: CommittedBatch['records'],
  turn: BatchTurn,
  attempt: number,
): Promise<void> {
  const failed = await archiveFiles(path, inbox, files, records);
  if (failed.length === 0) return;
  const { retry } = path.settings().channels[inbox.channel];
  const again = () => archiveInTime(path, inbox, failed, records, turn, attempt + 1);
  turn.archiveAgain(backoffMs(retry, attempt, Math.random()), again);
}

/** While the world is waited for, no file is to blame if the process ends. */
async function absolve(path: Path, suspects: readonly string[], wait: () => Promise<boolean>): Promise<boolean> {
  for (const id of suspects) await clearSuspicion(path, id).catch(() => undefined);
  return wait();
}

/** Claims durable, bytes read and understood. A world that fails here is waited for: nothing was decided yet. */
async function prepare(
  path: Path,
  inbox: Inbox,
  files: readonly ToRead[],
  turn: BatchTurn,
): Promise<FileInHand[] | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await readFiles(path, inbox, files);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (!(await turn.waitToRetry(error, attempt))) return undefined;
    }
  }
}

/** Decides and commits; the world's faults are waited for, files written on are put back as new ones. Undefined when the site is stopping. */
async function decideInTurn(
  path: Path,
  inbox: Inbox,
  hands: readonly FileInHand[],
  turn: BatchTurn,
): Promise<{ batch: CommittedBatch; files: FileInHand[] } | undefined> {
  let files = [...hands];
  for (let attempt = 1; ; attempt += 1) {
    try {
      const batch = await commitBatch(path, inbox, files);
      for (const { id, channel, outcome } of batch.records.values())
        path.log.info('file-decided', { file: id, channel, outcome });
      return { batch, files };
    } catch (error) {
      if (error instanceof WrittenOn) {
        for (const file of error.files) await putBack(path, inbox, file);
        files = files.filter((file) => !(error.files as FileInHand[]).includes(file));
        continue;
      }
      if (!(error instanceof Fault)) throw error;
      if (!(await turn.waitToRetry(error, attempt))) return undefined;
    }
  }
}

/** Nothing of it was decided: what lies there now goes back into the inbox whole, as a file that has yet to settle. */
async function putBack(path: Path, inbox: Inbox, file: FileInHand): Promise<void> {
  await inbox.putBack(file.claim);
  path.log.warn('file-put-back', {
    file: file.claim.id,
    channel: file.claim.channel,
    code: 'FILE_CHANGED_AFTER_CLAIM',
  });
}
