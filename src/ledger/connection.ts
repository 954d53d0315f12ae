import BetterSqlite3 from 'better-sqlite3';
import type { Connection } from './sql.ts';

/** Another program (a database browser) may hold the ledger for a moment: waited for, milliseconds. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * Pages of the write-ahead log after which its content moves into the ledger itself: 16 MB. The default of
 * 4 MB syncs the ledger's own file four times as often, in the middle of somebody's commit.
 */
const CHECKPOINT_PAGES = 4000;

/** What the write-ahead log is cut back to after a long reader (a backup) had let it grow: 64 MB. */
const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024;

/** `write`: the daemon's one writer. `read`: sees what is committed, waits for nobody. `memory`: an empty ledger. */
export type Access = 'write' | 'read' | 'memory';

/**
 * Opens the file with the settings that every connection needs: each commit reaches the disk before it
 * answers (the default of the write-ahead log would not wait), and foreign keys are checked.
 * Throws SQLite's errors as they are.
 */
export function openConnection(file: string, access: Access): Connection {
  const connection = new BetterSqlite3(access === 'memory' ? ':memory:' : file, {
    readonly: access === 'read',
    fileMustExist: access === 'read',
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    connection.pragma('foreign_keys = ON');
    // Savepoints journal the pages they may have to undo: in a temporary file that was 77 writes a file of our path, here none.
    connection.pragma('temp_store = MEMORY');
    if (access === 'write') {
      connection.pragma('journal_mode = WAL');
      connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      connection.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT}`);
    }
    connection.pragma('synchronous = FULL');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
