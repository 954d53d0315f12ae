import type { Connection } from './sql.ts';

/** The counters as they stood at some moment of a transaction. */
export type CounterHead = ReadonlyMap<string, number>;

export interface CounterWriter {
  next(counter: string): number;
  /** The last number that was given; 0 before the first. */
  last(counter: string): number;
  /** Gives this number, which must be above the last one. */
  take(counter: string, number: number): void;
  /** Taken before each savepoint and transaction, and given back to `restore` when it is undone. */
  head(): CounterHead;
  restore(head: CounterHead): void;
  /** Part of the commit. */
  write(): void;
}

/**
 * The counters that never repeat.
 *
 * A counter is read from the ledger when it is first asked for in a transaction, counts on in memory, and is written
 * once by the commit: a statement for each number cost more than all the rest of the number's life. What is undone
 * takes its numbers back, so that no number is missing without a reason.
 */
export function counterWriter(connection: Connection): CounterWriter {
  const find = connection.prepare<[string], number>('SELECT value FROM counter WHERE name = +?').pluck();
  const put = connection.prepare<[string, number]>(
    'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  let values = new Map<string, number>();
  const last = (counter: string): number => values.get(counter) ?? Number(find.get(counter) ?? 0);
  return {
    next(counter) {
      const value = last(counter) + 1;
      values.set(counter, value);
      return value;
    },
    last,
    take(counter, number) {
      if (number <= last(counter)) throw new RangeError(`${counter}: the number ${number} was given before`);
      values.set(counter, number);
    },
    head: () => new Map(values),
    restore(head) {
      values = new Map(head);
    },
    write() {
      for (const [counter, value] of values) put.run(counter, value);
      values.clear();
    },
  };
}
