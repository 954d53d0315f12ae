import { Fault } from '../../domain/fault.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import type { Path } from '../path.ts';
import { requireRightFolders } from './require-right-folder.ts';

/** What became of a round of hand-overs. */
export interface HandedOver {
  delivered: DeliveryRecord[];
  failed: { record: DeliveryRecord; fault: Fault }[];
}

/**
 * Renames staged outputs to their final names and makes that durable, each folder synced once. A staged file
 * that is gone has been delivered if the staging folder's marker is ours (the rename consumed it); without the
 * marker nothing is proved, and the fault says that the folder was replaced.
 */
export async function handOver(path: Path, records: readonly DeliveryRecord[]): Promise<HandedOver> {
  const wrong = await wrongFolders(path, new Set(records.map(({ folder }) => folder)));
  const outcomes = await Promise.all(records.map((record) => wrong.get(record.folder) ?? handOverOne(path, record)));
  const folders = new Set<OutboxName>();
  outcomes.forEach((fault, index) => {
    if (fault === null) folders.add((records[index] as DeliveryRecord).folder);
  });
  const unsynced = await syncFolders(path, folders);
  const result: HandedOver = { delivered: [], failed: [] };
  records.forEach((record, index) => {
    const fault = outcomes[index] ?? unsynced.get(record.folder) ?? null;
    if (fault === null) result.delivered.push(record);
    else result.failed.push({ record, fault });
  });
  return result;
}

/** The folders that are not right, each with its fault. */
async function wrongFolders(path: Path, folders: ReadonlySet<OutboxName>): Promise<Map<OutboxName, Fault>> {
  const wrong = new Map<OutboxName, Fault>();
  for (const folder of folders) {
    try {
      await requireRightFolders(path, [folder]);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      wrong.set(folder, error);
    }
  }
  return wrong;
}

async function handOverOne(path: Path, record: DeliveryRecord): Promise<Fault | null> {
  const outbox = path.outboxes[record.folder];
  try {
    if ((await outbox.handOver(record.id, record.name)) === 'handed-over') return null;
    await requireRightFolders(path, [record.folder]); // gone proves a hand-over only where the folder is ours
    return null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

async function syncFolders(path: Path, folders: ReadonlySet<OutboxName>): Promise<Map<OutboxName, Fault>> {
  const faults = new Map<OutboxName, Fault>();
  await Promise.all(
    [...folders].map(async (folder) => {
      try {
        await path.outboxes[folder].syncHandOvers();
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        faults.set(folder, error);
      }
    }),
  );
  return faults;
}
