import type { LearnedLink } from '../domain/documents.generated.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import { allowedActions } from './allowed-actions.ts';
import { type HistoryEntry, historyOf } from './history.ts';
import { missing } from './missing.ts';
import type { ReadableSite } from './readable-site.ts';

/** Invoices that are named with a link; `list supplier-invoice learned:KEY` has them all. */
const NAMED = 100;

/** A supplier invoice that was decided by a learned link. */
export interface TouchedInvoice {
  key: string;
  number: string | null;
  status: string;
}

/** The invoices that a learned link touched (order-match.md 21): how many there are, and the newest of them. */
export interface TouchedInvoices {
  total: number;
  newest: TouchedInvoice[];
}

/** `show learned-link`: what was taught, by whom and on which document, how it fared, and what it touched. */
export interface ShownLearnedLink {
  kind: 'learned-link';
  key: string;
  content: LearnedLink;
  touched: TouchedInvoices;
  allowedActions: string[];
  history: HistoryEntry[];
}

/** A learned link with its whole story. */
export async function showLearnedLink(site: ReadableSite, key: string): Promise<ShownLearnedLink> {
  const stored = (await site.ledger.document('learned-link', key)) ?? missing('learned-link', key);
  return {
    kind: 'learned-link',
    key: stored.key,
    content: stored.content as LearnedLink,
    touched: await touchedBy(site.ledger, key),
    allowedActions: allowedActions('learned-link', stored.status),
    history: await historyOf(site.ledger, { kind: 'learned-link', key }),
  };
}

/** The invoices whose last decision used the link. */
export async function touchedBy(ledger: LedgerReader, key: string): Promise<TouchedInvoices> {
  const page = await ledger.list({
    kind: 'supplier-invoice',
    conditions: [{ field: 'learned-link', comparison: '=', value: key }],
    limit: NAMED,
    offset: 0,
  });
  const newest = page.rows.map((row) => ({
    key: String(row['key']),
    number: row['number'] === null ? null : String(row['number']),
    status: String(row['status']),
  }));
  return { total: page.total, newest };
}
