import { Fault } from '../domain/fault.ts';
import { LEDGER_VERSION, MIGRATIONS } from './migrations/migrations.table.ts';
import type { Connection } from './sql.ts';
import { fillStatusRows } from './status-rows.ts';

/** "Ordr": says in the file's header whose it is, so that another program's database is never taken for a ledger. */
const APPLICATION_ID = 0x4f726472;

/** The schema version of an open ledger; 0 for an empty file. */
export function ledgerVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/**
 * Brings a ledger to this program's version, each step in a transaction of its own, and fills the tables of
 * statuses. Throws `LEDGER_OTHER_VERSION` for a ledger that a newer program has written, and `LEDGER_DAMAGED`
 * for a file that is no ledger of ours.
 */
export function migrate(connection: Connection, file: string): void {
  refuseForeignFile(connection, file);
  const version = ledgerVersion(connection);
  refuseNewer(version, file);
  for (const [done, migration] of MIGRATIONS.entries()) {
    if (done < version) continue;
    inTransaction(connection, () => {
      connection.exec(migration.sql);
      connection.pragma(`application_id = ${APPLICATION_ID}`);
      connection.pragma(`user_version = ${done + 1}`);
    });
  }
  inTransaction(connection, () => fillStatusRows(connection));
}

/** A ledger that is only read is not migrated: throws `LEDGER_OTHER_VERSION` where it is older or newer than the program. */
export function requireVersion(connection: Connection, file: string): void {
  refuseForeignFile(connection, file);
  const version = ledgerVersion(connection);
  refuseNewer(version, file);
  if (version === LEDGER_VERSION) return;
  throw new Fault(
    'LEDGER_OTHER_VERSION',
    `${file} has version ${version}, this program reads version ${LEDGER_VERSION}`,
    {
      hint: 'Start the service once: it brings the ledger to the new version.',
      at: { file },
    },
  );
}

/** Everything inside `work`, or nothing of it. */
export function inTransaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function refuseNewer(version: number, file: string): void {
  if (version <= LEDGER_VERSION) return;
  throw new Fault(
    'LEDGER_OTHER_VERSION',
    `${file} has version ${version}, this program knows versions up to ${LEDGER_VERSION}`,
    {
      hint: 'A newer Ordrebro has written it. Install that version again, or restore a backup from before it.',
      at: { file },
    },
  );
}

function refuseForeignFile(connection: Connection, file: string): void {
  const application = connection.pragma('application_id', { simple: true });
  const empty = connection.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (application === APPLICATION_ID || (application === 0 && empty)) return;
  throw new Fault('LEDGER_DAMAGED', `${file} is a database, but no ledger of Ordrebro`, {
    hint: 'Put the right file there, or run `ordrebro restore` with the newest backup.',
    at: { file },
  });
}
