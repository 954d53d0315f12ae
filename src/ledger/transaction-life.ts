import { Fault } from '../domain/fault.ts';
import { asFault } from './ledger-fault.ts';
import type { MemoryHead, Writer } from './writer.ts';

/*
 * The story of a transaction: it is open from BEGIN IMMEDIATE until it ends, by commit or by rollback. In between it
 * can be lost: SQLite undoes a whole transaction by itself when the disk is full or fails, the ledger may be
 * closed, or savepoints may have run side by side, which is a defect. From then on every statement would commit
 * alone or undo the wrong thing, so every further write and the commit are refused with what lost it; rollback
 * is always allowed. A commit that is refused or fails ends the transaction and the ledger with it (`ended`
 * gets the failure): nobody knows what is on the disk until it has been opened again.
 */
export class TransactionLife {
  readonly #writer: Writer;
  readonly #ended: (failure?: unknown) => void;
  readonly #headAtBegin;
  #open = true;
  #lost: unknown;
  #depth = 0;

  /** Begins. Throws what keeps it from beginning; `ended` is called once, when it is over. */
  constructor(writer: Writer, ended: (failure?: unknown) => void) {
    writer.control.begin.run();
    this.#writer = writer;
    this.#ended = ended;
    this.#headAtBegin = writer.memory.head();
  }

  /** Does one piece of work, where the transaction is still whole. */
  guarded<Answer>(work: () => Answer): Answer {
    if (this.#lost !== undefined) throw this.#lost;
    if (!this.#open) throw new Error('this transaction of the ledger has ended');
    if (!this.#writer.connection.inTransaction) this.#lost = undoneByItself(this.#writer.file);
    if (this.#lost !== undefined) throw this.#lost;
    try {
      return work();
    } catch (error) {
      const fault = asFault(error, this.#writer.file);
      if (!this.#writer.connection.inTransaction) this.#lost = fault;
      throw fault;
    }
  }

  /** Work whose writes are undone when it throws. */
  async savepoint<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const { control, memory } = this.#writer;
    this.guarded(() => control.savepoint.run());
    this.#depth += 1;
    const depth = this.#depth;
    const head = memory.head();
    try {
      const answer = await work();
      this.#requireInnermost(depth);
      this.guarded(() => control.release.run());
      return answer;
    } catch (error) {
      this.#requireInnermost(depth);
      if (this.#open && this.#lost === undefined) this.#undoSavepoint(head);
      throw error;
    } finally {
      this.#depth = depth - 1;
    }
  }

  /** A savepoint that ends before one inside it would undo or keep the work of the other: nothing can be trusted then. */
  #requireInnermost(depth: number): void {
    if (this.#depth !== depth) this.#lost ??= new Error('savepoints of one transaction ran side by side');
  }

  #undoSavepoint(head: MemoryHead): void {
    const { control, memory } = this.#writer;
    try {
      control.undoSavepoint.run();
      control.release.run();
      memory.restore(head);
    } catch (error) {
      this.#lost = asFault(error, this.#writer.file);
    }
  }

  /** Durable when it returns. */
  commit(): void {
    if (!this.#open) this.guarded(() => undefined);
    try {
      this.guarded(() => {
        this.#writer.memory.write();
        this.#writer.control.commit.run();
      });
    } catch (failure) {
      this.#end(failure);
      throw failure;
    }
    this.#end();
  }

  /** Undoes everything; nothing where it has ended already. */
  rollback(): void {
    if (!this.#open) return;
    const { connection, control, memory, file } = this.#writer;
    try {
      if (connection.inTransaction) control.rollback.run();
      memory.restore(this.#headAtBegin);
    } catch (error) {
      const fault = asFault(error, file);
      this.#end(fault);
      throw fault;
    }
    this.#end();
  }

  /** Takes the transaction from its user: it is undone, and later calls get the reason. */
  abandon(reason: unknown): void {
    this.#lost ??= reason;
    this.rollback();
  }

  #end(failure?: unknown): void {
    this.#open = false;
    this.#ended(failure);
  }
}

/** A look-up inside the transaction can have met the error: then this is the first that is heard of it here. */
function undoneByItself(file: string): Fault {
  return new Fault('WRITE_FAILED', `${file}: the disk failed and the transaction was undone`, {
    hint: 'Look at the system log for errors of this disk; the ledger is opened again and nothing that was committed is lost.',
    at: { file },
  });
}
