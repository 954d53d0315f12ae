import type BetterSqlite3 from 'better-sqlite3';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { NewId } from '../pipeline/ports.ts';
import { type AuditWriter, auditWriter } from './audit-writer.ts';
import { changeWriter, type Writes } from './change-writer.ts';
import { ledgerReader } from './reader.ts';
import type { Connection } from './sql.ts';

/** What transactions work with: everything prepared once for the one connection that writes. */
export interface Writer {
  readonly connection: Connection;
  readonly file: string;
  readonly reader: LedgerReader;
  readonly writes: Writes;
  readonly audit: AuditWriter;
  readonly control: Control;
}

type ControlStatement = BetterSqlite3.Statement<[]>;

/** The statements that steer transactions. */
export interface Control {
  begin: ControlStatement;
  commit: ControlStatement;
  rollback: ControlStatement;
  savepoint: ControlStatement;
  undoSavepoint: ControlStatement;
  release: ControlStatement;
}

/** Prepares a connection for writing. */
export function ledgerWriter(connection: Connection, file: string, siteId: string, newId: NewId): Writer {
  const audit = auditWriter(connection, siteId);
  return {
    connection,
    file,
    audit,
    reader: ledgerReader(connection, file),
    writes: changeWriter(connection, audit, newId),
    control: {
      begin: connection.prepare('BEGIN IMMEDIATE'),
      commit: connection.prepare('COMMIT'),
      rollback: connection.prepare('ROLLBACK'),
      // Nested savepoints may have the same name: the innermost is meant.
      savepoint: connection.prepare('SAVEPOINT work'),
      undoSavepoint: connection.prepare('ROLLBACK TO work'),
      release: connection.prepare('RELEASE work'),
    },
  };
}
