import type { DeliveryRecord, StoredDocument } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';

/** More outputs than one key ever has. */
const MOST = 1000;

/**
 * Every output that speaks of a supplier invoice: its results, then the vouchers of its pre-registration, which have keys
 * of their own; each oldest first. Also those that an operator's action or another file has caused.
 */
export async function deliveriesAbout(
  ledger: LedgerReader,
  { key, content }: Pick<StoredDocument, 'key' | 'content'>,
): Promise<DeliveryRecord[]> {
  const { preregistration } = (content as SupplierInvoiceContent).result;
  const keys = [key, preregistration?.key, preregistration?.clearing?.key].filter((one) => typeof one === 'string');
  const found: DeliveryRecord[] = [];
  for (const one of keys) found.push(...(await deliveriesOfKey(ledger, one)));
  return found;
}

async function deliveriesOfKey(ledger: LedgerReader, key: string): Promise<DeliveryRecord[]> {
  const page = await ledger.list({
    kind: 'delivery',
    conditions: [{ field: 'number', comparison: '=', value: key }],
    limit: MOST,
    offset: 0,
  });
  const found: DeliveryRecord[] = [];
  for (const row of page.rows.toReversed()) {
    const delivery = await ledger.delivery(String(row['id']));
    if (delivery !== undefined) found.push(delivery);
  }
  return found;
}
