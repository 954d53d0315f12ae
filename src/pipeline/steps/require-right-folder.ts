import { Fault } from '../../domain/fault.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import type { Path } from '../path.ts';

/**
 * Looks whether the outbox folders are still the ones that this session opened: an unmounted share leaves a bare
 * folder behind, and what is written there is never seen. Asked once a batch before staging and once a round before
 * handing over. Throws the fault of the first folder that is not right, and closes it; what waits, waits.
 */
export async function requireRightFolders(path: Path, folders: Iterable<OutboxName>): Promise<void> {
  const { siteId, epoch } = path.ledger;
  for (const folder of folders) {
    path.deliveries.assertOpen(folder);
    if (await path.outboxes[folder].markerIntact({ siteId, epoch })) continue;
    const fault = replacedFault(folder);
    path.deliveries.closeFor(folder, fault);
    throw fault;
  }
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
