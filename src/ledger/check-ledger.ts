import { Fault } from '../domain/fault.ts';
import type { LedgerFinding } from '../pipeline/ledger-port.ts';
import { checkAuditHead, checkAuditTail } from './check-audit.ts';
import { checkRows } from './check-rows.ts';
import { asFault } from './ledger-fault.ts';
import { ledgerVersion } from './migrate.ts';
import { LEDGER_VERSION } from './migrations/migrations.table.ts';
import { expectedSchema, schemaDump } from './schema-dump.ts';
import type { Connection } from './sql.ts';
import { missingStatusWords } from './status-rows.ts';

/** The most findings of SQLite's own check that are shown: one bad page can give thousands. */
const MAX_PAGE_FINDINGS = 20;

/**
 * Looks whether the ledger is in order. `quick` costs the same however long the history is: version, schema,
 * statuses, site, the end of the audit. `full` reads everything: SQLite's own check, every document's hash,
 * deliveries whose file is unknown, the whole audit chain. Findings, never faults: a ledger that cannot be read is one.
 */
export async function checkLedger(
  connection: Connection,
  file: string,
  depth: 'quick' | 'full',
  onProgress?: (done: number, total: number) => void,
): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  try {
    findings.push(...checkSchema(connection, file));
    if (findings.length > 0) return findings;
    findings.push(...checkAuditHead(connection, file));
    if (depth === 'quick') return [...findings, ...checkAuditTail(connection, file)];
    findings.push(...checkPages(connection, file));
    await checkRows(connection, file, findings, onProgress);
    return findings;
  } catch (error) {
    const fault = asFault(error, file);
    if (!(fault instanceof Fault)) throw error;
    return [...findings, damaged(fault.message, file)];
  }
}

function checkSchema(connection: Connection, file: string): LedgerFinding[] {
  const version = ledgerVersion(connection);
  if (version !== LEDGER_VERSION) return [damaged(`its version is ${version}, expected is ${LEDGER_VERSION}`, file)];
  const findings: LedgerFinding[] = [];
  if (schemaDump(connection) !== expectedSchema())
    findings.push(damaged('its tables are not those that the migrations made', file));
  const missing = missingStatusWords(connection);
  if (missing.length > 0) findings.push(damaged(`statuses are missing: ${missing.join(', ')}`, file));
  if (connection.prepare('SELECT 1 FROM site').get() === undefined)
    findings.push(damaged('it does not say which site it belongs to', file));
  return findings;
}

/** SQLite's own check of pages, indexes and constraints, and of every reference from row to row. */
function checkPages(connection: Connection, file: string): LedgerFinding[] {
  const pages = connection.prepare<[], string>(`PRAGMA integrity_check(${MAX_PAGE_FINDINGS})`).pluck().all();
  const references = connection.prepare<[], { table: string; rowid: number }>('PRAGMA foreign_key_check').all();
  return [
    ...pages.filter((line) => line !== 'ok').map((line) => damaged(line, file)),
    ...references
      .slice(0, MAX_PAGE_FINDINGS)
      .map(({ table, rowid }) => damaged('a row refers to one that is not there', `${file}, ${table} row ${rowid}`)),
  ];
}

function damaged(what: string, where: string): LedgerFinding {
  return { code: 'LEDGER_DAMAGED', what, where };
}
