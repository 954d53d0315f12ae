/**
 * What the open transaction has written so far, by name. Whoever remembers answers asks it what to forget when a
 * savepoint or the transaction is undone: what was seen of these names meanwhile may never have been.
 */
export interface ChangeLog {
  note(name: string): void;
  /** How many there are: taken before a savepoint, and given back when that is undone. */
  head(): number;
  /** Gives every name since then to `forget`, and takes it from the log. */
  restore(head: number): void;
  /** Part of the commit: nothing of it is undone any more. */
  clear(): void;
}

export function changeLog(forget: (name: string) => void): ChangeLog {
  const names: string[] = [];
  return {
    note: (name) => void names.push(name),
    head: () => names.length,
    restore(head) {
      for (const name of new Set(names.splice(head))) forget(name);
    },
    clear() {
      names.length = 0;
    },
  };
}
