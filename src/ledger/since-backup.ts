import BetterSqlite3 from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import type { DeliveryRecord, FileRecord } from '../domain/records.ts';
import { openConnection } from './connection.ts';
import { requireVersion } from './migrate.ts';
import type { Connection } from './sql.ts';

/** The most files and deliveries that are named; the totals count all. */
const MAX_NAMED = 1000;

export type SinceDelivery = Pick<
  DeliveryRecord,
  'id' | 'sequence' | 'folder' | 'name' | 'document' | 'key' | 'revision' | 'status' | 'stagedAt' | 'deliveredAt'
>;
export type SinceFile = Pick<FileRecord, 'id' | 'name' | 'channel' | 'sha256' | 'status' | 'receivedAt' | 'archivedAs'>;

/** What a ledger knew that a backup of it does not know: what went out, what came in, and how far it had counted. */
export interface SinceBackup {
  epoch: number;
  counters: Record<string, number>;
  deliveries: { total: number; first: SinceDelivery[] };
  files: { total: number; first: SinceFile[] };
}

const DELIVERIES = `SELECT id, sequence, folder, name, document, key, revision, status, staged_at AS stagedAt, delivered_at AS deliveredAt
  FROM delivery ORDER BY ordinal`;
const FILES =
  'SELECT id, name, channel, sha256, status, received_at AS receivedAt, archived_as AS archivedAs FROM file ORDER BY ordinal';

/**
 * Compares the ledger in `presentFile` with the backup: its deliveries that the backup has not, or has in another
 * status, and its files that the backup has not. Null where that ledger is missing or cannot be read.
 */
export function sinceBackup(backup: Connection, presentFile: string): SinceBackup | null {
  let present: Connection | undefined;
  try {
    present = openConnection(presentFile, 'read');
    requireVersion(present, presentFile);
    return compare(backup, present);
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError || error instanceof Fault) return null;
    throw error;
  } finally {
    present?.close();
  }
}

function compare(backup: Connection, present: Connection): SinceBackup {
  const deliveryStatus = backup.prepare<[string], string>('SELECT status FROM delivery WHERE id = +?').pluck();
  const hasFile = backup.prepare<[string], number>('SELECT 1 FROM file WHERE id = +?').pluck();
  const counters = present.prepare<[], [string, number]>('SELECT name, value FROM counter').raw().all();
  return {
    epoch: present.prepare<[], number>('SELECT epoch FROM site').pluck().get() ?? 0,
    counters: Object.fromEntries(counters),
    deliveries: collect(
      present.prepare<[], SinceDelivery>(DELIVERIES).iterate(),
      ({ id, status }) => deliveryStatus.get(id) !== status,
    ),
    files: collect(present.prepare<[], SinceFile>(FILES).iterate(), ({ id }) => hasFile.get(id) === undefined),
  };
}

function collect<Row>(rows: Iterable<Row>, isNews: (row: Row) => boolean): { total: number; first: Row[] } {
  const first: Row[] = [];
  let total = 0;
  for (const row of rows) {
    if (!isNews(row)) continue;
    total += 1;
    if (first.length < MAX_NAMED) first.push(row);
  }
  return { total, first };
}
