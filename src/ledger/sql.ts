import type BetterSqlite3 from 'better-sqlite3';

/*
 * How SQL is written here: a parameter in a condition is `+?`, never a bare `?`. SQLite looks at the value of a bare
 * one when it plans, in order to guess how many rows will fit, and then plans the statement again each
 * time another value is bound: 20 microseconds instead of one, for a plan that never differs. The sign changes
 * nothing else. (Lists for people are planned as they are asked for, and keep the bare one.)
 */

/** An open connection to a SQLite file. Only src/ledger knows that there is such a thing. */
export type Connection = BetterSqlite3.Database;

/** The same methods without the promise: SQLite answers at once, and only the port promises. */
export type Synchronous<Port> = {
  [Name in keyof Port]: Port[Name] extends (...parameters: infer Parameters) => Promise<infer Answer>
    ? (...parameters: Parameters) => Answer
    : Port[Name];
};

/** Many values as one parameter of one prepared statement, each once, for `json_each(?)`. */
export function valueList(values: readonly string[]): string {
  return JSON.stringify(values.length < 2 ? values : [...new Set(values)]);
}
