import { LARGE_BYTES } from './large/large-file.ts';
import type { Candidate } from './ports.ts';

/** Candidates in their order, in batches of `most` at most. A large file is a batch of its own: it has a transaction of its own, and others wait for nothing but their turn. */
export function* batchesOf(candidates: readonly Candidate[], most: number): Generator<Candidate[], void, undefined> {
  let batch: Candidate[] = [];
  for (const candidate of candidates) {
    const isLarge = candidate.bytes > LARGE_BYTES;
    if (batch.length > 0 && (isLarge || batch.length >= most)) {
      yield batch;
      batch = [];
    }
    batch.push(candidate);
    if (!isLarge) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
