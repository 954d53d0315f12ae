import type { ReadResult } from '../domain/decision.ts';
import type { ReadInput } from '../pipeline/path.ts';
import { read } from '../pipeline/read.ts';

/** How the bytes of files become documents: here and now, on this thread. */
export interface Reader {
  read: (input: ReadInput) => Promise<ReadResult>;
  close(): Promise<void>;
}

/** Opens the reader of a site. */
export async function openReader(): Promise<Reader> {
  return { read: async (input) => read(input), close: async () => undefined };
}
