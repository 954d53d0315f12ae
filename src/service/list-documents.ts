import { Fault } from '../domain/fault.ts';
import type { ListPage } from '../pipeline/ledger-port.ts';
import type { SupplierInvoiceContent } from '../rules/order-match/order-match-facts.ts';
import { allowedActions, allowedInvoiceActions, hasActions } from './allowed-actions.ts';
import { withFileOfTwins } from './invoice-arrival.ts';
import type { ReadableSite } from './readable-site.ts';
import { withoutMuted } from './muted-alerts.ts';
import { parseSearchQuery } from './search-query.ts';
import type { ShowKind } from './show-kind.table.ts';

/** Rows that one page may hold: what a person pages through, and what a program may ask for at once. */
const MAX_ROWS = 10_000;

/** Which part of the list, and the instant that `since:monday` counts from. */
export interface PageRequest {
  limit: number;
  offset: number;
  now: string;
  /** Alerts that were muted; they are left out unless the query asks for `status:muted`. */
  muted?: readonly string[];
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
  const seen = kind === 'alert' ? await withoutMuted(site.ledger, conditions, page.muted ?? []) : conditions;
  const found = await site.ledger.list({ kind, conditions: seen, limit: page.limit, offset: page.offset });
  const rows = found.rows.map((row) => withActions(kind, row));
  if (kind !== 'supplier-invoice') return { ...found, rows };
  return { ...found, rows: await withInvoiceActions(site, await withFileOfTwins(site.ledger, rows)) };
}

/** What an operator may do with each, where there is anything for its kind. */
function withActions(kind: ShowKind, row: Record<string, unknown>): Record<string, unknown> {
  if (!hasActions(kind)) return row;
  const status = row['status'];
  return { ...row, allowedActions: allowedActions(kind, typeof status === 'string' ? status : null) };
}

/** Invoices that are read at once: a page may be long, and an invoice large. */
const AT_ONCE = 100;

/** Of an invoice its receipts and links count too, not its status alone. */
async function withInvoiceActions(
  site: ReadableSite,
  rows: readonly Record<string, unknown>[],
): Promise<Record<string, unknown>[]> {
  const actions = new Map<unknown, string[]>();
  const open = rows.filter((row) => (row['allowedActions'] as string[]).length > 0).map((row) => String(row['key']));
  for (let first = 0; first < open.length; first += AT_ONCE) {
    const stored = await site.ledger.documents('supplier-invoice', open.slice(first, first + AT_ONCE));
    for (const { key, content } of stored) actions.set(key, allowedInvoiceActions(content as SupplierInvoiceContent));
  }
  return rows.map((row) => ({ ...row, allowedActions: actions.get(row['key']) ?? row['allowedActions'] }));
}
