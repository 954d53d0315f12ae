import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Which site wrote into an outbox last, and in which of its starts. */
export interface OutboxMarker {
  siteId: string;
  epoch: number;
}

/** The marker of an outbox folder as it lies there, or in a few words why there is none. Reads only. */
export async function readOutboxMarker(folder: string): Promise<OutboxMarker | string> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, '.staging', '.ordrebro'), 'utf8'));
    if (typeof marker !== 'object' || marker === null || !('siteId' in marker) || !('epoch' in marker))
      return 'it cannot be read';
    return { siteId: String(marker.siteId), epoch: Number(marker.epoch) };
  } catch (error) {
    if (error instanceof SyntaxError) return 'it cannot be read';
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
