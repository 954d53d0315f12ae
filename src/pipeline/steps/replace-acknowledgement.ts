import type { Finding } from '../../domain/decision.ts';
import { Fault } from '../../domain/fault.ts';
import type { DeliveryRecord } from '../../domain/records.ts';
import { acknowledgementOf } from '../acknowledge.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Path } from '../path.ts';
import { planAcknowledgement } from './plan-delivery.ts';
import { keptOutputs } from './planned-delivery.ts';
import { putDelivery } from './put-delivery.ts';

/**
 * Writes the acknowledgement of a file anew with `DELIVERY_PENDING`: its results are decided and staged, but not
 * out yet. The first one is withdrawn in the same transaction, so that only one can ever go out. Undefined when
 * the world does not let it be written now.
 */
export async function replaceAcknowledgement(path: Path, former: DeliveryRecord): Promise<DeliveryRecord | undefined> {
  const file = former.fileId === null ? undefined : await path.ledger.read.file(former.fileId);
  if (file === undefined) return undefined;
  const first = file.duplicateOf === null ? undefined : await path.ledger.read.file(file.duplicateOf);
  const now = path.clock.now();
  const content = acknowledgementOf(file, { processedAt: now, extraFindings: [PENDING], first });
  const planned = await planAcknowledgement(path, content, file, former.revision + 1, now);
  const outbox = path.outboxes.acknowledgements;
  try {
    await inTransaction(path.ledger, async (transaction) => {
      path.deliveries.assertOpen('acknowledgements');
      planned.record.bundle = await path.archive.keep(keptOutputs(planned), now.slice(0, 10), path.newId);
      Object.assign(planned.record, await outbox.stage(planned.record.id, planned.bytes));
      await outbox.syncStaging();
      await transaction.setDeliveryStatus(former.id, 'withdrawn');
      await putDelivery(transaction, planned.record, now);
    });
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  await outbox.discard(former.id).catch(() => undefined);
  return planned.record;
}

const PENDING: Finding = {
  code: 'DELIVERY_PENDING',
  severity: 'warning',
  message: 'The results of this file are decided and kept, but could not be handed over to their outbox yet.',
  hint: 'They follow by themselves as soon as the outbox can be written; nothing needs to be sent again.',
};
