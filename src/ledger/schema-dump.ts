import BetterSqlite3 from 'better-sqlite3';
import { migrate } from './migrate.ts';
import type { Connection } from './sql.ts';

/** The schema of a ledger as one text, every table followed by its indexes and triggers, in an order that never varies. */
export function schemaDump(connection: Connection): string {
  const statements = connection
    .prepare<[], string>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY tbl_name, type = 'table' DESC, type, name",
    )
    .pluck()
    .all();
  return statements.map((sql) => `${sql};\n`).join('');
}

/** The schema that the migrations of this program make: what a ledger in order looks like. */
export function expectedSchema(): string {
  const empty = new BetterSqlite3(':memory:');
  try {
    migrate(empty, ':memory:');
    return schemaDump(empty);
  } finally {
    empty.close();
  }
}
