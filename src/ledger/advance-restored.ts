import { auditWriter } from './audit-writer.ts';
import { inTransaction } from './migrate.ts';
import type { SinceBackup } from './since-backup.ts';
import { readSite } from './site-row.ts';
import type { Connection } from './sql.ts';

/**
 * How far every counter jumps ahead: nobody knows which numbers were given since the backup, and none may be
 * given twice. More than a site uses between two backups, and few enough that ten digits last.
 */
const NUMBERS_SKIPPED = 1_000_000;

/** How far a restored ledger was moved on. */
export interface Advance {
  epoch: number;
  counters: { name: string; from: number; to: number }[];
}

/** Moves epoch and counters of a restored ledger beyond anything that was used since its backup; the audit says so. */
export function advanceRestored(
  connection: Connection,
  file: string,
  { markers, by, reason, at }: { markers: readonly number[]; by: string; reason: string; at: string },
  since: SinceBackup | null,
): Advance {
  const site = readSite(connection, file);
  const epoch = Math.max(site.epoch, since?.epoch ?? 0, ...markers) + 1;
  const counters = skippedCounters(connection, since?.counters ?? {});
  const audit = auditWriter(connection, site.siteId);
  const put = connection.prepare<[string, number]>(
    'INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  inTransaction(connection, () => {
    connection.prepare<[number]>('UPDATE site SET epoch = ?').run(epoch);
    for (const { name, to } of counters) put.run(name, to);
    audit.append({
      at,
      by,
      subject: { kind: 'site', key: site.siteId },
      event: 'restore',
      from: String(site.epoch),
      to: String(epoch),
      rule: null,
      reason,
      details: { counters },
    });
    audit.writeHead();
  });
  return { epoch, counters };
}

/** Every counter that the backup or the former ledger knows, from where the backup stood to where it goes on. */
function skippedCounters(connection: Connection, since: Record<string, number>): Advance['counters'] {
  const stored = connection.prepare<[], [string, number]>('SELECT name, value FROM counter').raw().all();
  const known = new Map(stored);
  return [...new Set([...known.keys(), ...Object.keys(since)])].sort().map((name) => {
    const from = known.get(name) ?? 0;
    return { name, from, to: Math.max(from, since[name] ?? 0) + NUMBERS_SKIPPED };
  });
}
