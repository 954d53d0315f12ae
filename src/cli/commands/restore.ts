import { resolve } from 'node:path';
import type { RestoreResult } from '../../ledger/restore-ledger.ts';
import { restoreSite } from '../../service/backup-site.ts';
import { askActor } from '../ask-actor.ts';
import { argument } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';

/** `restore DIR`: back to a backup of the ledger. Tells what the former ledger knew beyond it. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const actor = await askActor(input);
  const result = await restoreSite(input.site, resolve(argument(input, 'DIR')), actor);
  return { exit: 'done', data: result, text: restoredText(result) };
}

/** Files and deliveries that are named; the rest is counted. */
const SHOWN = 20;

function restoredText(result: RestoreResult): string {
  const lines = [
    `The ledger of ${result.backup.at} is in place.`,
    result.setAside === null ? 'There was no ledger before.' : `The former one lies in ${result.setAside}.`,
    'Numbers were skipped ahead, so that none is given twice:',
    ...result.counters.map((counter) => `  ${counter.name}: ${counter.from} -> ${counter.to}`),
  ];
  if (result.since === null)
    return [
      ...lines,
      'What happened since the backup is not known: the former ledger could not be read. Look into outbox/ and archive/.',
    ].join('\n');
  const { deliveries } = result.since;
  lines.push(
    deliveries.total === 0
      ? 'Nothing went out since that backup.'
      : 'Went out since that backup (the restored ledger does not know of them):',
  );
  lines.push(
    ...deliveries.first
      .slice(0, SHOWN)
      .map((delivery) => `  outbox/${delivery.folder}/${delivery.name}  ${delivery.status}`),
  );
  if (deliveries.total > SHOWN)
    lines.push(`  and ${deliveries.total - SHOWN} more: --json lists up to ${deliveries.first.length}`);
  return lines.join('\n');
}
