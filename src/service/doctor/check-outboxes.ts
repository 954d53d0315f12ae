import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../domain/decision.ts';
import type { OutboxName } from '../../domain/settings.generated.ts';
import type { Ledger } from '../../pipeline/ledger-port.ts';
import { readOutboxMarker } from '../outbox-marker.ts';
import { outboxNames } from './check-folders.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** A staging folder holds less than this in any healthy moment; more is read no further. */
const MAX_STAGED_LOOKED_AT = 10_000;

/** Do the markers in the outboxes belong to this site and this ledger? Only then does "gone" mean "delivered". */
export const CHECK_OUTBOXES: DoctorCheck = {
  name: 'Outboxes',
  look: async ({ site, settings, ledger }) => {
    if (ledger === null) return [];
    const findings: Finding[] = [];
    for (const name of outboxNames(settings))
      findings.push(...(await lookAtOutbox(join(site, 'outbox', name), name, ledger)));
    return findings;
  },
};

async function lookAtOutbox(folder: string, name: OutboxName, ledger: Ledger): Promise<Finding[]> {
  const path = `outbox/${name}`;
  if (!(await ledger.read.outboxKnown(name))) return [];
  const marker = await readOutboxMarker(folder);
  const resume = `If the folder was replaced on purpose: "ordrebro channel resume ${name} --accept-new-outbox". If not, mount the right one.`;
  if (typeof marker === 'string')
    return [found('OUTBOX_REPLACED', 'error', `${path} has no marker of this site (${marker}).`, resume, path)];
  if (marker.siteId !== ledger.siteId)
    return [found('OUTBOX_REPLACED', 'error', `${path} belongs to another site (${marker.siteId}).`, resume, path)];
  if (marker.epoch > ledger.epoch) {
    return [
      found(
        'LEDGER_OLDER_THAN_OUTBOX',
        'error',
        `${path} was written by start ${marker.epoch} of this site, and the ledger knows ${ledger.epoch} starts only.`,
        'An old copy of the ledger was put in place. Use "ordrebro restore" with that copy: it skips numbers ahead.',
        path,
      ),
    ];
  }
  return strayFiles(folder, path, ledger);
}

/** Staged files that no delivery in the ledger waits for: swept at the next start. */
async function strayFiles(folder: string, path: string, ledger: Ledger): Promise<Finding[]> {
  const names = (await readdir(join(folder, '.staging')).catch((): string[] => []))
    .filter((name) => !name.startsWith('.'))
    .slice(0, MAX_STAGED_LOOKED_AT);
  let strays = 0;
  for (const name of names) if ((await ledger.read.delivery(name)) === undefined) strays += 1;
  if (strays === 0) return [];
  return [
    found(
      'LEFTOVER',
      'note',
      `${path}/.staging holds ${strays} unfinished files.`,
      'A running daemon may just be writing them; what is left is swept at the next start.',
      `${path}/.staging`,
    ),
  ];
}
