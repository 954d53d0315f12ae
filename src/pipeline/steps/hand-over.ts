import { Fault } from '../../domain/fault.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import type { Path } from '../path.ts';

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
  const outcomes = await Promise.all(records.map((record) => handOverOne(path, record)));
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

async function handOverOne(path: Path, record: DeliveryRecord): Promise<Fault | null> {
  const outbox = path.outboxes[record.folder];
  try {
    path.deliveries.assertOpen(record.folder);
    if ((await outbox.handOver(record.id, record.name)) === 'handed-over') return null;
    const { siteId, epoch } = path.ledger;
    if (await outbox.markerIntact({ siteId, epoch })) return null;
    return replacedFault(record.folder);
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

/** The outbox is not the folder that we staged into: nothing goes out until a person has looked. */
export function replacedFault(folder: OutboxName): Fault {
  return new Fault(
    'OUTBOX_REPLACED',
    `The folder outbox/${folder} is not the one that was written to before: its marker .staging/.ordrebro is missing or foreign.`,
    {
      hint: `Mount or restore the right folder and restart. If it was replaced on purpose: ordrebro channel resume ${folder} --accept-new-outbox --reason "…"; what was waiting is then written again from the kept bytes.`,
      at: { file: `outbox/${folder}` },
    },
  );
}
