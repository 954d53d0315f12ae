import type BetterSqlite3 from 'better-sqlite3';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { NewId } from '../pipeline/ports.ts';
import { type AuditWriter, auditWriter } from './audit-writer.ts';
import { changeWriter, type Writes } from './change-writer.ts';
import { knownDocuments } from './known-documents.ts';
import { promised, synchronousReader } from './reader.ts';
import type { CounterHead } from './counter-writer.ts';
import type { Connection } from './sql.ts';

/** What transactions work with: everything prepared once for the one connection that writes. */
export interface Writer {
  readonly connection: Connection;
  readonly file: string;
  readonly reader: LedgerReader;
  readonly writes: Writes;
  readonly audit: AuditWriter;
  readonly memory: TransactionMemory;
  readonly control: Control;
}

/** What a transaction keeps in memory until its commit: the end of the audit chain, and the counters. */
export interface TransactionMemory {
  /** As it stands now: taken before a transaction and before each savepoint, and given back when that is undone. */
  head(): MemoryHead;
  restore(head: MemoryHead): void;
  /** Part of the commit. */
  write(): void;
}

export interface MemoryHead {
  audit: ReturnType<AuditWriter['head']>;
  counters: CounterHead;
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
  const reader = synchronousReader(connection);
  const known = knownDocuments(reader);
  const writes = changeWriter(connection, audit, newId, known.forget);
  const { counters } = writes;
  return {
    connection,
    file,
    audit,
    reader: promised<LedgerReader>({ ...reader, ...known.lookUps }, file),
    writes,
    memory: {
      head: () => ({ audit: audit.head(), counters: counters.head() }),
      restore: (head) => {
        audit.restore(head.audit);
        counters.restore(head.counters);
        known.forgetAll();
      },
      write: () => {
        counters.write();
        audit.writeHead();
      },
    },
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
