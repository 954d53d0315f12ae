/**
 * One step of the ledger's schema. Steps are numbered by their place in `migrations.table.ts` and never change
 * once released: a ledger somewhere has been through them. A change of the schema is a new step.
 */
export interface Migration {
  /** File name without its ending. */
  name: string;
  /** Statements, run in one transaction together with the new version number. */
  sql: string;
}
