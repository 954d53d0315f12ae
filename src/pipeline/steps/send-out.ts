import type { Path } from '../path.ts';
import type { CommittedWork } from './commit-together.ts';
import { logStopped } from './put-delivery.ts';

/** After the commit: what was withdrawn leaves staging, and what was staged is handed over, or waits for its turn. */
export async function sendOut(path: Path, { deliveries, withdrawn }: CommittedWork): Promise<void> {
  for (const old of withdrawn) {
    const newer = deliveries.find(({ document, key }) => document === old.document && key === old.key);
    path.deliveries.replace(old, newer);
    await path.outboxes[old.folder].discard(old.id).catch(() => undefined); // swept at the next start
  }
  logStopped(path.log, deliveries);
  await path.deliveries.take(deliveries);
}
