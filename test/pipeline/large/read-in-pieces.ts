import type { ReadResult } from '../../../src/domain/decision.ts';
import type { InboxName } from '../../../src/domain/settings.generated.ts';
import { packedDocuments } from '../../../src/pipeline/large/pack-documents.ts';
import { type LargeRead, readLarge } from '../../../src/pipeline/large/read-large.ts';
import { type ReadBy, read } from '../../../src/pipeline/read.ts';

/** A file for both ways of reading. */
export interface FileToRead {
  channel: InboxName;
  name: string;
  bytes: Uint8Array;
}

/** Reads a file as a large one, in pieces that end at these offsets. Every piece is overwritten after it was taken. */
export async function readInPieces(
  { channel, name, bytes }: FileToRead,
  ends: readonly number[],
  by: ReadBy,
): Promise<LargeRead> {
  return readLarge(pieces(bytes, ends), { fileId: 'f1', channel, name, bytes: bytes.byteLength }, by);
}

async function* pieces(bytes: Uint8Array, ends: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (const end of [...new Set([...ends, bytes.byteLength])].sort((a, b) => a - b)) {
    if (end <= from || end > bytes.byteLength) continue;
    const piece = Uint8Array.from(bytes.subarray(from, end));
    yield piece;
    piece.fill(0x58);
    from = end;
  }
}

/** What it gave, its documents unpacked; a defect is thrown. */
export function unpacked({ read, defect }: LargeRead): ReadResult {
  if (read === null) throw new Error(defect ?? 'nothing was read');
  return { ...read, documents: [...packedDocuments(read.documents)] };
}

/** What the file gives where it is read as a whole, as it looks after it has crossed between threads. */
export function readWhole({ channel, name, bytes }: FileToRead, by: ReadBy): ReadResult {
  return JSON.parse(JSON.stringify(read({ fileId: 'f1', channel, name, bytes }, by))) as ReadResult;
}
