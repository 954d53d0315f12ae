import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MARKER_NAME, parseMarker, type StagingMarker } from '../channels/staging-marker.ts';

/** The marker of an outbox folder as it lies there, or in a few words why there is none. Reads only. */
export async function readOutboxMarker(folder: string): Promise<StagingMarker | string> {
  try {
    return parseMarker(await readFile(join(folder, '.staging', MARKER_NAME), 'utf8')) ?? 'it cannot be read';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
