import { DELIVERY_STATUSES } from '../domain/delivery-status.table.ts';
import { DOCUMENT_KINDS } from '../domain/document-kinds.table.ts';
import { FILE_STATUSES } from '../domain/file-status.table.ts';
import type { Connection } from './sql.ts';

/** The words that foreign keys point to, with what the tables of src/domain say of them. */
const STATUS_ROWS: readonly {
  table: string;
  columns: [string, string];
  rows: readonly [string, string | number][];
}[] = [
  { table: 'file_status', columns: ['status', 'final'], rows: statusRows(FILE_STATUSES) },
  { table: 'delivery_status', columns: ['status', 'final'], rows: statusRows(DELIVERY_STATUSES) },
  {
    table: 'document_kind',
    columns: ['kind', 'nature'],
    rows: Object.entries(DOCUMENT_KINDS).map(([kind, { nature }]) => [kind, nature]),
  },
];

function statusRows(statuses: Record<string, { final: boolean }>): [string, number][] {
  return Object.entries(statuses).map(([status, { final }]) => [status, final ? 1 : 0]);
}

/** One of the tables above. */
type StatusTable = (typeof STATUS_ROWS)[number];

/**
 * Fills the tables of statuses and kinds from the domain (architecture 4). Rows are added and corrected, never
 * removed: an old row of the ledger may still point to a word that the program no longer uses.
 */
export function fillStatusRows(connection: Connection): void {
  for (const status of STATUS_ROWS) {
    const [word, value] = status.columns;
    const put = `INSERT INTO ${status.table} (${word}, ${value}) VALUES (?, ?) ON CONFLICT DO UPDATE SET ${value} = excluded.${value}`;
    for (const row of missingRows(connection, status)) connection.prepare(put).run(...row);
  }
}

/** The words that the ledger lacks or has otherwise, as `table.word`: none in a ledger that is in order. */
export function missingStatusWords(connection: Connection): string[] {
  return STATUS_ROWS.flatMap((status) => missingRows(connection, status).map(([word]) => `${status.table}.${word}`));
}

function missingRows(connection: Connection, { table, columns, rows }: StatusTable): [string, string | number][] {
  const stored = new Map(
    connection
      .prepare<[], [string, string | number]>(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all(),
  );
  return rows.filter(([word, value]) => stored.get(word) !== value);
}
