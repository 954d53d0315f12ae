import type { DeliveryRecord, StoredDocument } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { deliveriesAbout } from './deliveries-about.ts';

/** A delivery about an invoice; `id` is the key that `delivery resend` takes. */
export type SentDelivery = Pick<
  DeliveryRecord,
  'id' | 'document' | 'revision' | 'folder' | 'name' | 'status' | 'deliveredAt'
>;

/** What went out about an invoice, oldest first: its results, vouchers (which have keys of their own), answers and acknowledgements. */
export async function sentDeliveries(
  ledger: LedgerReader,
  stored: Pick<StoredDocument, 'key' | 'content'>,
): Promise<SentDelivery[]> {
  const found = await deliveriesAbout(ledger, stored);
  return found
    .sort((one, other) => Number(one.stagedAt > other.stagedAt) - Number(one.stagedAt < other.stagedAt))
    .map(({ id, document, revision, folder, name, status, deliveredAt }) => ({
      ...{ id, document, revision, folder, name, status, deliveredAt },
    }));
}
