import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { INBOX_NAMES } from '../domain/channel.table.ts';
import { Fault } from '../domain/fault.ts';
import type { Ledger } from '../pipeline/ledger-port.ts';

/** The file id at the end of an archived name: ids rise with time, so the greatest is the newest. */
const FILE_ID = /\.([a-z2-7]{16})$/;

/**
 * Throws `LEDGER_OLDER_THAN_OUTBOX` when the archive holds a file that the ledger has never heard of. A file is
 * archived only after its commit, so such a ledger is an older copy, put in place without `ordrebro restore`: it
 * would give the same numbers and decide the same invoices a second time. The start number in the outboxes alone
 * does not tell, for a daemon that runs for weeks starts once. What was archived before a restore is known to be gone.
 */
export async function requireNewestLedger(site: string, ledger: Ledger): Promise<void> {
  const restores = (await ledger.read.auditOf({ kind: 'site', key: ledger.siteId })).filter(
    ({ event }) => event === 'restore',
  );
  const restoredAt = restores.at(-1)?.at ?? null;
  for (const channel of INBOX_NAMES) {
    const folder = join(site, 'archive', channel);
    const day = (await namesIn(folder)).sort().at(-1);
    if (day === undefined || (restoredAt !== null && day <= restoredAt.slice(0, 10))) continue;
    const ids = (await namesIn(join(folder, day))).flatMap((name) => FILE_ID.exec(name)?.[1] ?? []);
    const newest = ids.reduce((a, b) => (a > b ? a : b), '');
    if (newest === '' || (await ledger.read.file(newest)) !== undefined) continue;
    throw new Fault(
      'LEDGER_OLDER_THAN_OUTBOX',
      `archive/${channel}/${day} holds file ${newest}, of which the ledger knows nothing: the ledger is an older copy.`,
      {
        hint: 'Nothing was started, so that nothing goes out twice. Put the right state/ledger.db back, or run `ordrebro restore DIR` with the newest backup: it skips numbers ahead and lists what went out since.',
        at: { file: `archive/${channel}/${day}` },
      },
    );
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
