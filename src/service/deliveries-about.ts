import type { DeliveryRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';

/** More results than one document ever has. */
const MOST = 1000;

/** Every output that speaks of a document, oldest first: also those that an operator's action or another file has caused. */
export async function deliveriesAbout(ledger: LedgerReader, documentKey: string): Promise<DeliveryRecord[]> {
  const page = await ledger.list({
    kind: 'delivery',
    conditions: [{ field: 'number', comparison: '=', value: documentKey }],
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
