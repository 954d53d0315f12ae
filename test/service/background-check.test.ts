import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/pipeline/path.ts';
import { checkInBackground } from '../../src/service/background-check.ts';
import { siteWithWorld } from '../support/run-in-process.ts';

/** Runs the check on a site now; gives the alerts that it raised. */
async function alertsOf(site: string): Promise<unknown[]> {
  const { promise: checked, resolve } = Promise.withResolvers<void>();
  const riders = { marks: [], changes: [] as unknown[], added: () => undefined };
  const log = { info: () => resolve(), warn: () => resolve(), debug: () => undefined, error: () => undefined };
  const end = checkInBackground({ site, log, riders } as unknown as Path, 0);
  await checked;
  await end();
  return riders.changes;
}

describe('the full check in the background', () => {
  it('finds nothing in a sound ledger, and a flipped character in the audit', async () => {
    const site = await siteWithWorld();
    expect(await alertsOf(site.dir)).toEqual([]);
    const ledger = new Database(join(site.dir, 'state', 'ledger.db'));
    const triggers = ledger
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
      .pluck()
      .all();
    for (const trigger of triggers) ledger.exec(`DROP TRIGGER "${trigger}"`);
    ledger.exec("UPDATE audit SET event = 'forged' WHERE sequence = (SELECT min(sequence) FROM audit)");
    ledger.close();
    const [alert] = await alertsOf(site.dir);
    expect(alert).toMatchObject({ change: 'raise-alert', code: expect.stringMatching(/AUDIT|DAMAGED/) });
  });
});
