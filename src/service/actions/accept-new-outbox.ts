import type { OutboxName } from '../../domain/settings.generated.ts';
import { keptBytesMissing } from '../../pipeline/steps/direct-action.ts';
import type { SiteSession } from '../site-session.ts';

/**
 * A person says that the folder which stands in the place of an outbox is the right one. What was staged in the
 * former folder is written again from the kept bytes, under the same name and delivery id, before the new marker
 * makes absence a proof again. Gives the number of outputs written.
 */
export async function acceptNewOutbox(session: SiteSession, folder: OutboxName): Promise<number> {
  const { ledger, outboxes, archive } = session.path;
  const outbox = outboxes[folder];
  const open = await ledger.read.deliveriesInStatus(['staged', 'retrying', 'stopped'], Number.MAX_SAFE_INTEGER);
  const { staged } = await outbox.inspect();
  let written = 0;
  for (const record of open) {
    if (record.folder !== folder || staged.has(record.id)) continue;
    const bytes = await archive.find(record.bundle, record.id);
    if (bytes === undefined) throw keptBytesMissing(record.id, record.bundle);
    await outbox.stage(record.id, bytes);
    written += 1;
  }
  await outbox.syncStaging();
  await outbox.writeMarker({ siteId: ledger.siteId, epoch: ledger.epoch });
  return written;
}
