import { Fault } from '../../domain/fault.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { board } from '../riders.ts';
import type { PlannedDelivery } from './planned-delivery.ts';
import { putDelivery } from './put-delivery.ts';
import { Staging } from './staging.ts';

/** From this many outputs on that are not on their way yet, the disk begins with them while the work goes on. */
const OUTPUTS_A_SLICE = 64;

/** What a piece of work wants sent and withdrawn: filled while it is done. */
export interface PlannedWork {
  staged: PlannedDelivery[];
  withdrawn: DeliveryRecord[];
}

/** What committed work leaves to be done outside the ledger (send-out.ts). */
export interface CommittedWork {
  deliveries: DeliveryRecord[];
  withdrawn: DeliveryRecord[];
}

/** The commit's outcome is not known, or the ledger cannot be written: only a recovery from disk can tell. */
export class LedgerUncertain extends Error {
  override readonly name = 'LedgerUncertain';
}

/** What people are told of what ended a session: the fault of the world behind an uncertain ledger, where there is one, such as a full disk. */
export function faultBehind(fatal: unknown): unknown {
  return fatal instanceof LedgerUncertain && fatal.cause instanceof Fault ? fatal.cause : fatal;
}

/**
 * Does a piece of work, a batch of files or an operator's action, in one transaction: decide, stage every output, and
 * commit when all staged bytes are durable. Killed anywhere before the commit, nothing happened; after it, all did.
 * Work that plans many outputs says `goOn` now and then: those that it has planned by then are begun with, and it may wait for the disk.
 * `alongside` runs while the last outputs are staged, and must end well too. Rejects with what the work threw or a `Fault`
 * of the world (everything is undone and may be tried again), or with `LedgerUncertain`.
 */
export async function commitTogether(
  path: Path,
  work: (transaction: LedgerTransaction, planned: PlannedWork, goOn: () => Promise<void>) => Promise<void>,
  alongside: () => Promise<void> = () => Promise.resolve(),
): Promise<CommittedWork> {
  const transaction = await begin(path);
  const planned: PlannedWork = { staged: [], withdrawn: [] };
  const staging = new Staging(path);
  const goOn = () => {
    if (planned.staged.length - staging.begun >= OUTPUTS_A_SLICE) staging.begin(planned.staged);
    return staging.room();
  };
  try {
    const boarded = await board(path, transaction);
    await work(transaction, planned, goOn);
    // Both end before either counts: what is undone must not still be being written.
    const [kept, untouched] = await Promise.allSettled([staging.finish(planned.staged), alongside()]);
    if (kept.status === 'rejected') throw kept.reason;
    if (untouched.status === 'rejected') throw untouched.reason;
    const deliveries: DeliveryRecord[] = [];
    for (const delivery of planned.staged) {
      await putDelivery(transaction, delivery.record, path.clock.now());
      deliveries.push(delivery.record);
    }
    await commit(transaction);
    boarded.done();
    return { deliveries, withdrawn: planned.withdrawn };
  } catch (error) {
    if (error instanceof LedgerUncertain) throw error;
    await undo(path, transaction, staging, planned.withdrawn);
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

/** Undoes work whose commit was never asked for, and leaves nothing that is still being written: whoever comes next may recover. */
async function undo(
  path: Path,
  transaction: LedgerTransaction,
  staging: Staging,
  withdrawn: readonly DeliveryRecord[],
): Promise<void> {
  await staging.ended();
  try {
    await transaction.rollback();
  } catch (cause) {
    throw new LedgerUncertain('the ledger could not undo a transaction', { cause });
  }
  for (const record of withdrawn) path.deliveries.letGo(record);
  await staging.undo();
}
