import type { DeliveryRecord } from '../../domain/records.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import type { LedgerTransaction } from '../ledger-port.ts';
import type { Path } from '../path.ts';
import { board } from '../riders.ts';
import type { PlannedDelivery } from './planned-delivery.ts';
import { requireRightFolders } from './require-right-folder.ts';

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

/**
 * Does a piece of work, a batch of files or an operator's action, in one transaction: decide, stage every output, and
 * commit when all staged bytes are durable. Killed anywhere before the commit, nothing happened; after it, all did.
 * `alongside` runs while the outputs are staged, and must end well too. Rejects with what the work threw or a `Fault`
 * of the world (everything is undone and may be tried again), or with `LedgerUncertain`.
 */
export async function commitTogether(
  path: Path,
  work: (transaction: LedgerTransaction, planned: PlannedWork) => Promise<void>,
  alongside: () => Promise<void> = () => Promise.resolve(),
): Promise<CommittedWork> {
  const transaction = await begin(path);
  const planned: PlannedWork = { staged: [], withdrawn: [] };
  try {
    const boarded = await board(path, transaction);
    await work(transaction, planned);
    // Both end before either counts: what is undone must not still be being written.
    const [kept, untouched] = await Promise.allSettled([keepAndStage(path, planned.staged), alongside()]);
    if (kept.status === 'rejected') throw kept.reason;
    if (untouched.status === 'rejected') throw untouched.reason;
    const deliveries: DeliveryRecord[] = [];
    for (const delivery of planned.staged) {
      delivery.record.bundle = kept.value;
      await transaction.putDelivery(delivery.record);
      deliveries.push(delivery.record);
    }
    await commit(transaction);
    boarded.done();
    return { deliveries, withdrawn: planned.withdrawn };
  } catch (error) {
    if (error instanceof LedgerUncertain) throw error;
    await undo(path, transaction, planned);
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

/** Undoes work whose commit was never asked for: no row can speak of the staged bytes, so they may go. */
async function undo(path: Path, transaction: LedgerTransaction, { staged, withdrawn }: PlannedWork): Promise<void> {
  try {
    await transaction.rollback();
  } catch (cause) {
    throw new LedgerUncertain('the ledger could not undo a transaction', { cause });
  }
  for (const record of withdrawn) path.deliveries.letGo(record);
  await Promise.allSettled(staged.map(({ record }) => path.outboxes[record.folder].discard(record.id)));
}

/** Makes all outputs durable, side by side: kept bytes, staged bytes, and then each staging folder once. */
async function keepAndStage(path: Path, planned: readonly PlannedDelivery[]): Promise<string> {
  if (planned.length === 0) return '';
  const folders = new Set<OutboxName>(planned.map(({ record }) => record.folder));
  await requireRightFolders(path, folders);
  const kept = planned.map(({ record, bytes }) => ({ deliveryId: record.id, bytes }));
  const results = await Promise.allSettled([
    path.archive.keep(kept, path.clock.now().slice(0, 10), path.newId),
    ...planned.map(({ record, bytes }) => path.outboxes[record.folder].stage(record.id, bytes)),
  ]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  await Promise.all([...folders].map((folder) => path.outboxes[folder].syncStaging()));
  return (results[0] as PromiseFulfilledResult<string>).value;
}
