import PQueue from 'p-queue';
import { Fault } from '../domain/fault.ts';
import type { LedgerTransaction } from '../pipeline/ledger-port.ts';
import { asFault } from './ledger-fault.ts';
import { type OpenTransaction, openTransaction } from './transaction.ts';
import type { Writer } from './writer.ts';

/*
 * The story of the turns: transactions take them, one is open and the others wait in the order they came. When a
 * commit fails, the turns fail with it: every `begin` is refused with that failure, and only opening the ledger
 * again helps. `close` undoes the transaction that is open and refuses those that wait.
 */
export class TransactionTurns {
  readonly #writer: Writer;
  readonly #turns = new PQueue({ concurrency: 1 });
  #failure: unknown;
  #current: OpenTransaction | undefined;

  constructor(writer: Writer) {
    this.#writer = writer;
  }

  /** A transaction, when those before it have ended. */
  begin(): Promise<LedgerTransaction> {
    const begun = Promise.withResolvers<LedgerTransaction>();
    void this.#turns.add(() => {
      const turn = Promise.withResolvers<void>();
      try {
        if (this.#failure !== undefined) throw this.#failure;
        this.#current = openTransaction(this.#writer, (failure) => {
          this.#failure ??= failure;
          this.#current = undefined;
          turn.resolve();
        });
        begun.resolve(this.#current.transaction);
      } catch (error) {
        begun.reject(asFault(error, this.#writer.file));
        turn.resolve();
      }
      return turn.promise;
    });
    return begun.promise;
  }

  /** Ends everything. Resolves when no transaction is open any more. */
  async close(): Promise<void> {
    this.#failure ??= new Fault('DEFECT', 'the ledger was closed', {
      hint: 'Nothing may be written after the end; please report this.',
    });
    this.#current?.abandon(this.#failure);
    await this.#turns.onIdle();
  }
}
