import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { auditDamage } from './audit-chain.ts';

/**
 * What the checker asks the ledger, read-only and in plain SQL of its own: all knowledge of its tables that the
 * campaigns have is in this file and in `audit-chain.ts`.
 */
export interface LedgerFacts {
  files: {
    id: string;
    name: string;
    sha256: string;
    status: string;
    outcome: string | null;
    archivedAs: string | null;
  }[];
  deliveries: { id: string; folder: string; name: string; sha256: string; status: string }[];
  /** Number of rows of the tables that only real work adds to. */
  rows: Record<string, number>;
  /** What the database itself, its foreign keys or the audit chain complain of. */
  damage: string[];
}

const FILES = 'SELECT id, name, sha256, status, outcome, archived_as AS archivedAs FROM file ORDER BY ordinal';
const DELIVERIES = 'SELECT id, folder, name, sha256, status FROM delivery ORDER BY ordinal';
const COUNTED = ['file', 'delivery', 'document', 'document_link', 'audit', 'alert'] as const;

/** Reads a ledger that no process has open; one that is not there yet is empty. */
export function ledgerFacts(path: string): LedgerFacts {
  if (!existsSync(path)) return { files: [], deliveries: [], rows: {}, damage: [] };
  const ledger = new Database(path, { readonly: true });
  try {
    if (ledger.pragma('user_version', { simple: true }) === 0)
      return { files: [], deliveries: [], rows: {}, damage: [] };
    const count = (table: string) =>
      ledger.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
    return {
      files: ledger.prepare<[], LedgerFacts['files'][number]>(FILES).all(),
      deliveries: ledger.prepare<[], LedgerFacts['deliveries'][number]>(DELIVERIES).all(),
      rows: Object.fromEntries(COUNTED.map((table) => [table, count(table)])),
      damage: [...integrityDamage(ledger), ...auditDamage(ledger)],
    };
  } finally {
    ledger.close();
  }
}

function integrityDamage(ledger: Database.Database): string[] {
  const found = ledger.pragma('integrity_check') as { integrity_check: string }[];
  const broken = found.map((row) => row.integrity_check).filter((text) => text !== 'ok');
  const orphans = ledger.pragma('foreign_key_check') as { table: string; parent: string }[];
  return [
    ...broken.map((text) => `the ledger fails its integrity check: ${text}`),
    ...orphans.map((row) => `a row of ${row.table} points to nothing in ${row.parent}`),
  ];
}

/** What is kept of every document of one kind, by its key. */
export function storedContents(path: string, kind: string): Map<string, Record<string, unknown>> {
  const ledger = new Database(path, { readonly: true });
  try {
    const rows = ledger
      .prepare<[string], { key: string; content: string }>(
        'SELECT key, content FROM document JOIN document_content USING (ordinal) WHERE kind = ?',
      )
      .all(kind);
    return new Map(rows.map(({ key, content }) => [key, JSON.parse(content) as Record<string, unknown>]));
  } finally {
    ledger.close();
  }
}
