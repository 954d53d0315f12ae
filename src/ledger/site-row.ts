import { Fault } from '../domain/fault.ts';
import type { Clock, NewId } from '../pipeline/ports.ts';
import type { Connection } from './sql.ts';

/** Whose ledger it is, and how often the site has been started: what the markers in the outboxes are compared with. */
export interface Site {
  readonly siteId: string;
  epoch: number;
}

const SITE = 'SELECT site_id AS siteId, epoch FROM site';

/** The site of a new ledger is named once, at its first opening, and never again. */
export function ensureSite(connection: Connection, clock: Clock, newId: NewId): Site {
  const known = connection.prepare<[], Site>(SITE).get();
  if (known !== undefined) return known;
  const site = { siteId: newId(), epoch: 0 };
  connection
    .prepare<[string, string]>('INSERT INTO site (only_row, site_id, epoch, created_at) VALUES (1, ?, 0, ?)')
    .run(site.siteId, clock.now());
  return site;
}

/** The site of a ledger that is only read. Throws `LEDGER_DAMAGED` where it has none. */
export function readSite(connection: Connection, file: string): Site {
  const known = connection.prepare<[], Site>(SITE).get();
  if (known !== undefined) return known;
  throw new Fault('LEDGER_DAMAGED', `${file} does not say which site it belongs to`, {
    hint: 'Start the service once; where that does not help, run `ordrebro restore` with the newest backup.',
    at: { file },
  });
}

/** Counts the epoch up, inside the transaction that is open, and gives the new one. */
export function epochCounter(connection: Connection): () => number {
  const count = connection.prepare<[], number>('UPDATE site SET epoch = epoch + 1 RETURNING epoch').pluck();
  return () => Number(count.get());
}
