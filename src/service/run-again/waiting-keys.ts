import { WAITING_STATUSES } from '../../rules/order-match/stored-invoice.ts';
import { parseSearchQuery } from '../search-query.ts';
import type { ReadableSite } from '../readable-site.ts';

/** Heads that are asked for at once. */
const PAGE = 1000;

/**
 * Keys of the supplier invoices that wait and that a query of the search language finds; every one where it is empty.
 * Only keys are held, so that it does not matter how many there are. Throws `WRONG_USE` on a query that cannot be.
 */
export async function waitingKeys({ ledger, settings }: ReadableSite, query: string, now: string): Promise<string[]> {
  const timeZone = settings.site.timeZone;
  const asked = parseSearchQuery(query, 'supplier-invoice', { now, timeZone });
  const keys = new Set<string>();
  for (const status of WAITING_STATUSES) {
    const conditions = [...asked, { field: 'status', comparison: '=', value: String(status) } as const];
    for (let offset = 0; ; offset += PAGE) {
      const { rows } = await ledger.list({ kind: 'supplier-invoice', conditions, limit: PAGE, offset });
      for (const { key } of rows) keys.add(String(key));
      if (rows.length < PAGE) break;
    }
  }
  return [...keys];
}
