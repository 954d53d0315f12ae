import { createHash } from 'node:crypto';
import type { InboxName } from '../../domain/settings.generated.ts';
import type { ReadBy } from '../read.ts';
import type { PackedRead } from './document-collector.ts';
import { LargeReading } from './large-reading.ts';

/** A large file that is to be read. */
export interface LargeInput {
  fileId: string;
  channel: InboxName;
  name: string;
  /** As it was claimed: no more of it is read. */
  bytes: number;
}

/** What a large file gave. */
export interface LargeRead {
  /** How many bytes there were. */
  bytes: number;
  sha256: string;
  /** Null where it is refused unread, and where reading failed by a defect of ours. */
  read: PackedRead | null;
  /** The defect, with its stack. */
  defect: string | null;
}

/**
 * Reads a file piece by piece: each piece is hashed, decoded and split into records, and of what was read only packed
 * documents and findings stay. A piece may be overwritten as soon as the next one is asked for. Same bytes, same
 * result as `read` of the whole. Rejects with what `pieces` rejects with. `by`: the mappings that it may be read by; null where only the hash is asked for.
 */
export async function readLarge(
  pieces: AsyncIterable<Uint8Array>,
  input: LargeInput,
  by: ReadBy | null,
): Promise<LargeRead> {
  const digest = createHash('sha256');
  const reading = by === null ? null : new LargeReading(input, by);
  let bytes = 0;
  let defect: string | null = null;
  const attempt = (work: () => void): void => {
    if (defect !== null) return;
    try {
      work();
    } catch (error) {
      defect = (error as Error).stack ?? String(error);
    }
  };
  for await (const piece of pieces) {
    digest.update(piece);
    bytes += piece.byteLength;
    attempt(() => reading?.write(piece));
  }
  let read: PackedRead | null = null;
  attempt(() => {
    read = reading?.end() ?? null;
  });
  return { bytes, sha256: digest.digest('hex'), read, defect };
}
