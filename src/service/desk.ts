import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { worldFault } from '../disk/world-fault.ts';
import { writeDurably } from '../disk/write-durably.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';
import { readDesk } from './read-desk.ts';

/** The few human-sized records that are nobody's business data; readable and editable in `state/desk.json`. */
export interface DeskRecords {
  pausedChannels: { name: InboxName | OutboxName; by: string; at: string; reason: string }[];
  mutedAlerts: string[];
}

/** Where the desk lies, from the site's folder. */
const DESK_FILE = 'state/desk.json';

/**
 * The desk of a site in memory. People may edit its file while the daemon runs, so every change begins with what lies
 * there now: an edit is taken along, never overwritten.
 */
class Desk extends Low<DeskRecords> {
  override async update(change: (records: DeskRecords) => unknown): Promise<void> {
    await this.read();
    await super.update(change);
  }
}

/** Reads and writes the desk whole, durably: a kill leaves the former or the new one, never half of it. */
function durableFile(file: string): Adapter<DeskRecords> {
  return {
    read: async () => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw worldFault(error, 'reading', file);
      });
      return text === null ? null : readDesk(text, DESK_FILE);
    },
    write: (records) => writeDurably(file, Buffer.from(`${JSON.stringify(records, null, 2)}\n`)),
  };
}

/** Opens the desk of a site; an empty one where there is none yet. Rejects with `SETTINGS_INVALID` on a slip in the file. */
export async function openDesk(site: string): Promise<Low<DeskRecords>> {
  const desk = new Desk(durableFile(join(site, DESK_FILE)), { pausedChannels: [], mutedAlerts: [] });
  await desk.read();
  return desk;
}
