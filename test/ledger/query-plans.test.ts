import { expect, test } from 'vitest';
import { openConnection } from '../../src/ledger/connection.ts';
import { migrate } from '../../src/ledger/migrate.ts';
import { chainStart } from '../../src/ledger/audit-chain.ts';
import { ledgerWriter } from '../../src/ledger/writer.ts';
import type { Connection } from '../../src/ledger/sql.ts';
import { countingIds } from './ledger-fixture.ts';

/** Every statement that the path of a file prepares, as it is prepared. */
function preparedStatements(): { connection: Connection; statements: string[] } {
  const connection = openConnection('', 'memory');
  migrate(connection, ':memory:');
  const prepare = connection.prepare.bind(connection);
  const statements: string[] = [];
  connection.prepare = ((sql: string) => {
    statements.push(sql);
    return prepare(sql);
  }) as typeof connection.prepare;
  ledgerWriter(connection, ':memory:', chainStart('x').hash, countingIds());
  connection.prepare = prepare;
  return { connection, statements };
}

const { connection, statements } = preparedStatements();
const lookUps = statements.filter((sql) => /^\s*(SELECT|WITH|UPDATE|DELETE)/.test(sql));

test.each(lookUps)('costs the same however long the history is: %s', (sql) => {
  const values = Array.from(sql.matchAll(/\?/g), () => 1);
  const plan = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  // Walks over the values that were asked for, over the channels, over the alerts that are open, and one step from the end.
  const short = /ORDER BY sequence DESC LIMIT 1$/.test(sql)
    ? /^SCAN audit$/
    : /^SCAN (wanted|known|alert USING INDEX alert_open)/;
  const walks = plan.filter(({ detail }) => detail.startsWith('SCAN') && !short.test(detail));
  expect(walks).toEqual([]);
});

test.each(lookUps)('is not planned again for each value: %s', (sql) => {
  const conditions = sql.slice(Math.max(sql.search(/\bWHERE\b/), 0));
  expect(conditions).not.toMatch(/(=|<|>|LIMIT) \?/);
});

test('all statements were looked at', () => expect(lookUps.length).toBeGreaterThan(25));
