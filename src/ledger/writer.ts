import type BetterSqlite3 from 'better-sqlite3';
import type { LedgerReader } from '../pipeline/ledger-port.ts';
import type { NewId } from '../pipeline/ports.ts';
import { type AuditWriter, auditWriter } from './audit-writer.ts';
import { changeWriter, type Writes } from './change-writer.ts';
import { documentIndexReader } from './document-index-reader.ts';
import { knownDocuments } from './known-documents.ts';
import { knownOrderUse } from './known-order-use.ts';
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

/** What a transaction keeps in memory until its commit: the end of the audit chain, the counters, and what it changed of what is remembered. */
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
  documents: number;
  orderUse: number;
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
  const documents = knownDocuments(reader, documentIndexReader(connection));
  const orderUse = knownOrderUse(reader);
  const writes = changeWriter(connection, audit, newId, { document: documents.written, links: orderUse.written });
  const { counters } = writes;
  return {
    connection,
    file,
    audit,
    reader: promised<LedgerReader>({ ...reader, ...documents.lookUps, useOfOrders: orderUse.useOfOrders }, file),
    writes,
    memory: {
      head: () => ({
        audit: audit.head(),
        counters: counters.head(),
        documents: documents.log.head(),
        orderUse: orderUse.log.head(),
      }),
      restore: (head) => {
        audit.restore(head.audit);
        counters.restore(head.counters);
        documents.log.restore(head.documents);
        orderUse.log.restore(head.orderUse);
      },
      write: () => {
        counters.write();
        audit.writeHead();
        documents.log.clear();
        orderUse.log.clear();
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
