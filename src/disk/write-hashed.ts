import { hash } from 'node:crypto';
import type { Written } from './write-many.ts';
import { writeSynced } from './write-synced.ts';

/** Writes a file as `writeSynced` does, and says what was written. */
export async function writeHashed(path: string, content: Uint8Array | string, flag: 'wx' | 'w'): Promise<Written> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  await writeSynced(path, bytes, flag);
  return { sha256: hash('sha256', bytes), bytes: bytes.byteLength };
}
