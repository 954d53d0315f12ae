import type { LedgerTransaction } from '../pipeline/ledger-port.ts';
import type { Writes } from './change-writer.ts';
import { TransactionLife } from './transaction-life.ts';
import type { Writer } from './writer.ts';

/** A transaction that the ledger can take back when it closes. */
export interface OpenTransaction {
  transaction: LedgerTransaction;
  abandon(reason: unknown): void;
}

/** Opens a transaction. `ended` is called once: without a failure, or with the one that makes the ledger unusable. */
export function openTransaction(writer: Writer, ended: (failure?: unknown) => void): OpenTransaction {
  const life = new TransactionLife(writer, ended);
  const transaction: LedgerTransaction = {
    ...writer.reader,
    ...guardedWrites(writer.writes, life),
    savepoint: (work) => life.savepoint(work),
    commit: async () => life.commit(),
    rollback: async () => life.rollback(),
  };
  return { transaction, abandon: (reason) => life.abandon(reason) };
}

function guardedWrites(
  writes: Writes,
  life: TransactionLife,
): Pick<LedgerTransaction, Exclude<keyof Writes, 'counters'>> {
  return {
    apply: async (changes, by, at, file) => life.guarded(() => writes.apply(changes, by, at, file)),
    audit: async (record) => life.guarded(() => writes.audit(record)),
    nextNumber: async (counter) => life.guarded(() => writes.nextNumber(counter)),
    lastNumber: async (counter) => life.guarded(() => writes.lastNumber(counter)),
    putFile: async (file) => life.guarded(() => writes.putFile(file)),
    putDelivery: async (delivery) => life.guarded(() => writes.putDelivery(delivery)),
    setDeliveryStatus: async (id, status) => life.guarded(() => writes.setDeliveryStatus(id, status)),
    mark: async (marks) => life.guarded(() => writes.mark(marks)),
    raiseSuspicion: async (fileId) => life.guarded(() => writes.raiseSuspicion(fileId)),
    clearSuspicion: async (fileId) => life.guarded(() => writes.clearSuspicion(fileId)),
    rememberOutbox: async (folder) => life.guarded(() => writes.rememberOutbox(folder)),
  };
}
