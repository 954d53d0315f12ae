import type { Fault } from '../domain/fault.ts';
import type { OutboxName } from '../domain/settings.generated.ts';

/**
 * Which outbox folders are open. A folder is *paused* by a fault (its marker is not ours): nothing may be staged
 * or handed over. It is *held* by a person: what is decided is staged, and waits.
 */
export class OutboxGates {
  readonly #paused = new Map<OutboxName, Fault>();
  readonly #held = new Set<OutboxName>();

  /** May outputs be handed over now? */
  open(folder: OutboxName): boolean {
    return !this.#paused.has(folder) && !this.#held.has(folder);
  }

  /** Throws the fault of a paused folder: nothing may be staged there. */
  assertOpen(folder: OutboxName): void {
    const fault = this.#paused.get(folder);
    if (fault !== undefined) throw fault;
  }

  /** The fault that paused a folder; undefined where none did. */
  pausedBy(folder: OutboxName): Fault | undefined {
    return this.#paused.get(folder);
  }

  /** The folders that a fault has closed. */
  closed(): OutboxName[] {
    return [...this.#paused.keys()];
  }

  /** False when it is paused already. */
  pause(folder: OutboxName, fault: Fault): boolean {
    if (this.#paused.has(folder)) return false;
    this.#paused.set(folder, fault);
    return true;
  }

  hold(folder: OutboxName): void {
    this.#held.add(folder);
  }

  /** A person lets the folder go on; `accepted`: also where it was replaced. */
  release(folder: OutboxName, accepted: boolean): void {
    this.#held.delete(folder);
    if (accepted) this.#paused.delete(folder);
  }
}
