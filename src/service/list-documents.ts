import { Fault } from '../domain/fault.ts';
import type { ListPage } from '../pipeline/ledger-port.ts';
import { allowedActions, hasActions } from './allowed-actions.ts';
import { withFileOfTwins } from './invoice-arrival.ts';
import type { ReadableSite } from './readable-site.ts';
import { parseSearchQuery } from './search-query.ts';
import type { ShowKind } from './show-kind.table.ts';

/** Rows that one page may hold: what a person pages through, and what a program may ask for at once. */
const MAX_ROWS = 10_000;

/** Which part of the list, and the instant that `since:monday` counts from. */
export interface PageRequest {
  limit: number;
  offset: number;
  now: string;
}

/**
 * What the site keeps of a kind, newest first, under a query of the search language (search-query.ts). Rows are heads,
 * each with `key`, an invoice whose supplier and number another row has too with `fileName`, and with `allowedActions` where there are any for the kind. Throws `WRONG_USE` on a query or a page that cannot be.
 */
export async function listDocuments(
  site: ReadableSite,
  kind: ShowKind,
  query: string,
  page: PageRequest,
): Promise<ListPage> {
  if (page.limit < 1 || page.limit > MAX_ROWS) {
    throw new Fault('WRONG_USE', `a page of ${page.limit} rows cannot be shown`, {
      hint: `Ask for 1 to ${MAX_ROWS} rows.`,
    });
  }
  const conditions = parseSearchQuery(query, kind, { now: page.now, timeZone: site.settings.site.timeZone });
  const found = await site.ledger.list({ kind, conditions, limit: page.limit, offset: page.offset });
  const rows = kind === 'supplier-invoice' ? await withFileOfTwins(site.ledger, found.rows) : found.rows;
  return { ...found, rows: rows.map((row) => withActions(kind, row)) };
}

/** What an operator may do with each, where there is anything for its kind. */
function withActions(kind: ShowKind, row: Record<string, unknown>): Record<string, unknown> {
  if (!hasActions(kind)) return row;
  const status = row['status'];
  return { ...row, allowedActions: allowedActions(kind, typeof status === 'string' ? status : null) };
}
