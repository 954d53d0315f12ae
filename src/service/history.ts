import type { AuditRecord } from '../domain/records.ts';
import type { LedgerReader } from '../pipeline/ledger-port.ts';

/** One line of the history of anything (contract 8): oldest first. */
export interface HistoryEntry {
  at: string;
  event: string;
  from: string | null;
  to: string | null;
  by: string;
  /** The file that brought it, where one did. */
  file?: string;
  reason?: string;
}

/** The history of one thing, from the audit. */
export async function historyOf(ledger: LedgerReader, subject: { kind: string; key: string }): Promise<HistoryEntry[]> {
  return (await ledger.auditOf(subject)).map(historyEntry);
}

function historyEntry(record: AuditRecord): HistoryEntry {
  return {
    at: record.at,
    event: record.event,
    from: record.from,
    to: record.to,
    by: record.by,
    ...(record.by.startsWith('file:') ? { file: record.by.slice('file:'.length) } : {}),
    ...(record.reason === null ? {} : { reason: record.reason }),
  };
}
