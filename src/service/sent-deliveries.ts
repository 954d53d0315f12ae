import type { OrderMatchResult } from '../domain/documents.generated.ts';
import type { DeliveryRecord } from '../domain/records.ts';
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
  { documentId, preregistration }: Pick<OrderMatchResult, 'documentId' | 'preregistration'>,
): Promise<SentDelivery[]> {
  const keys = [documentId, preregistration?.key, preregistration?.clearing?.key].filter((key) => key != null);
  const found: DeliveryRecord[] = [];
  for (const key of new Set(keys)) found.push(...(await deliveriesAbout(ledger, key)));
  return found
    .sort((one, other) => Number(one.stagedAt > other.stagedAt) - Number(one.stagedAt < other.stagedAt))
    .map(({ id, document, revision, folder, name, status, deliveredAt }) => ({
      ...{ id, document, revision, folder, name, status, deliveredAt },
    }));
}
