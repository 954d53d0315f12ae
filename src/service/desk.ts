import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { writeDurably } from '../disk/write-durably.ts';
import type { InboxName, OutboxName } from '../domain/settings.generated.ts';

/** The few human-sized records that are nobody's business data; readable and editable in `state/desk.json`. */
export interface DeskRecords {
  pausedChannels: { name: InboxName | OutboxName; by: string; at: string; reason: string }[];
  mutedAlerts: string[];
}

/** Reads and writes the desk whole, durably: a kill leaves the former or the new one, never half of it. */
function durableFile(file: string): Adapter<DeskRecords> {
  return {
    read: async () => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return text === null ? null : (JSON.parse(text) as DeskRecords);
    },
    write: (records) => writeDurably(file, Buffer.from(`${JSON.stringify(records, null, 2)}\n`)),
  };
}

/** Opens the desk of a site; an empty one where there is none yet. */
export async function openDesk(site: string): Promise<Low<DeskRecords>> {
  const desk = new Low<DeskRecords>(durableFile(join(site, 'state', 'desk.json')), {
    pausedChannels: [],
    mutedAlerts: [],
  });
  await desk.read();
  return desk;
}
