import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';

/**
 * Watches that the ledger which was opened is still the one that lies there: a daemon that goes on writing into a
 * deleted or replaced file would answer files that nobody remembers. Gives a check that rejects with `LEDGER_DAMAGED`.
 */
export async function guardLedger(site: string): Promise<() => Promise<void>> {
  const file = join(site, 'state', 'ledger.db');
  const opened = await inodeOf(file);
  return async () => {
    if ((await inodeOf(file)) === opened) return;
    throw new Fault(
      'LEDGER_DAMAGED',
      'The file state/ledger.db was removed or replaced while the daemon was running.',
      {
        hint: 'The daemon has stopped. Put the right file back, or run "ordrebro restore DIR" with the newest backup, and start again.',
        at: { file: 'state/ledger.db' },
      },
    );
  };
}

async function inodeOf(file: string): Promise<bigint | undefined> {
  return stat(file, { bigint: true }).then(
    ({ ino }) => ino,
    () => undefined,
  );
}
