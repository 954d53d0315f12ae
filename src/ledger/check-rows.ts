import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LedgerFinding } from '../pipeline/ledger-port.ts';
import { AUDIT_COLUMNS, type AuditRow } from './audit-reader.ts';
import { chainFindings, siteChainStart } from './check-audit.ts';
import type { Connection } from './sql.ts';

/** How many rows are read before others get their turn and progress is told. */
const STEP_ROWS = 2000;

/** One walk over a table: rows in order of `number`, and what is wrong with some of them. */
interface Walk {
  table: string;
  rows: string;
  look(rows: readonly never[]): LedgerFinding[];
}

interface ContentRow {
  key: string;
  kind: string;
  contentHash: string;
  content: string | null;
}

/** Reads every document, delivery and audit row in steps, and adds what is wrong to the findings. */
export async function checkRows(
  connection: Connection,
  file: string,
  findings: LedgerFinding[],
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const all = walks(connection, file);
  const last = (table: string): number => Number(connection.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get());
  const total = all.reduce((sum, { table }) => sum + last(table), 0);
  let done = 0;
  for (const { rows, look } of all) {
    const step = connection.prepare<[number, number], never>(`${rows} ORDER BY number LIMIT +?`);
    for (let after = 0, read = step.all(after, STEP_ROWS); read.length > 0; read = step.all(after, STEP_ROWS)) {
      findings.push(...look(read));
      after = (read.at(-1) as unknown as { number: number }).number;
      done += read.length;
      onProgress?.(Math.min(done, total), total);
      await nextTurn();
    }
  }
}

function walks(connection: Connection, file: string): Walk[] {
  const head = siteChainStart(connection);
  let broken = false;
  return [
    {
      table: 'document',
      rows: `SELECT document.ordinal AS number, kind, key, content_hash AS contentHash, content
             FROM document LEFT JOIN document_content ON document_content.ordinal = document.ordinal WHERE document.ordinal > +?`,
      look: (rows: readonly ContentRow[]) =>
        rows
          .filter(({ content, contentHash }) => content === null || hash('sha256', content) !== contentHash)
          .map(({ kind, key }) => damaged('its content is not what was written', `${file}, ${kind} ${key}`)),
    },
    {
      table: 'delivery',
      rows: `SELECT ordinal AS number, id FROM delivery WHERE ordinal > +?
             AND file_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file WHERE file.id = delivery.file_id)`,
      look: (rows: readonly { id: string }[]) =>
        rows.map(({ id }) => damaged('the file that it came from is not known', `${file}, delivery ${id}`)),
    },
    {
      table: 'audit',
      rows: `SELECT sequence AS number, ${AUDIT_COLUMNS} FROM audit WHERE sequence > +?`,
      look(rows: readonly AuditRow[]) {
        const found = broken ? [] : chainFindings(head, rows, file);
        broken ||= found.length > 0;
        return found;
      },
    },
  ];
}

function damaged(what: string, where: string): LedgerFinding {
  return { code: 'LEDGER_DAMAGED', what, where };
}
