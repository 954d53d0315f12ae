import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { arrivedFault } from '../domain/carried-fault.ts';
import { LARGE_BYTES } from '../pipeline/large/large-file.ts';
import type { LargeRead } from '../pipeline/large/read-large.ts';
import { asReadClaim, type LargeClaim, readLargeClaim } from '../pipeline/large/read-large-claim.ts';
import type { Inbox } from '../pipeline/ports.ts';
import { type ReadClaim, type ReadClaims, readClaims, type UnreadClaim } from '../pipeline/read-claims.ts';
import type { LargeReadingTask, ReadFiles, ReadingTask, ReadLargeFile } from './reader-worker.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';

/** From this many files on, a worker thread reads them; fewer are read here and now, without the way there and back. */
const WORTH_A_THREAD = 8;
/** A worker that has nothing to do ends after this time; a quiet daemon keeps none. */
const IDLE_MS = 10_000;

/** How claimed files become documents, wherever it happens: `readClaims`, and `readLargeClaim` for large ones. */
export interface Reader {
  read: ReadClaims;
  close(): Promise<void>;
}

/**
 * Opens the reader of a site. Files that are read together are read on this thread when they are few, and on a worker
 * when there is a backlog, so that deciding and reading overlap. A file of more than `largeBytes` is always read on a worker,
 * piece by piece.
 */
export function openReader(largeBytes: number = LARGE_BYTES): Reader {
  let pool: Piscina | undefined;
  const readSmall: ReadClaims = async (inbox, files, mappings) => {
    const elsewhere = files.length < WORTH_A_THREAD ? null : inbox.elsewhere();
    if (elsewhere === null) return readClaims(inbox, files, mappings);
    pool ??= newPool();
    const task: ReadingTask = { inbox: elsewhere, files: [...files], ...named(mappings) };
    const answer = await ask<ReadFiles>(pool, 'readElsewhere', task, mappings).catch(() => undefined);
    // The worker itself failed: here each file is on its own, and only the guilty one fails.
    return answer === undefined ? readClaims(inbox, files, mappings) : arrived(answer);
  };
  const readLarge = async (inbox: Inbox, file: UnreadClaim, mappings: MappingsInForce): Promise<ReadClaim> => {
    const elsewhere = inbox.elsewhere();
    const here = async () => asReadClaim(await readLargeClaim(inbox, file, mappings));
    if (elsewhere === null) return here();
    pool ??= newPool();
    const task: LargeReadingTask = { inbox: elsewhere, file, ...named(mappings) };
    const answer = await ask<ReadLargeFile>(pool, 'readLargeElsewhere', task, mappings).catch(() => undefined);
    return answer === undefined ? here() : asReadClaim(arrivedLarge(answer));
  };
  return {
    async read(inbox, files, mappings) {
      const isLarge = ({ claim }: UnreadClaim) => claim.bytes > largeBytes;
      if (!files.some(isLarge)) return readSmall(inbox, files, mappings);
      const small = files.filter((file) => !isLarge(file));
      const read = new Map<UnreadClaim, ReadClaim>();
      const claims = small.length === 0 ? [] : await readSmall(inbox, small, mappings);
      for (const [index, file] of small.entries()) read.set(file, claims[index] as ReadClaim);
      for (const file of files) if (isLarge(file)) read.set(file, await readLarge(inbox, file, mappings));
      return files.map((file) => read.get(file) as ReadClaim);
    },
    close: async () => {
      await pool?.close();
    },
  };
}

/** The mappings as they cross: by their version. */
function named({ set, timeZone }: MappingsInForce): { mappings: string; timeZone?: string } {
  return { mappings: set.version, ...(timeZone === undefined ? {} : { timeZone }) };
}

/** The texts of the mappings cross only where the worker has not made this set of them yet: it may be a new one. */
async function ask<Answer extends object>(
  pool: Piscina,
  name: string,
  task: object,
  { sources }: MappingsInForce,
): Promise<Answer | undefined> {
  for (const one of [task, { ...task, sources }]) {
    const answer = (await pool.run(one, { name })) as Answer | { lacks: 'mappings' };
    if (!('lacks' in answer)) return answer;
  }
  return undefined;
}

function arrived(answer: ReadFiles): ReadClaim[] {
  if ('fault' in answer) throw arrivedFault(answer.fault);
  return answer.bytes.map((bytes, index) => ({
    ...(JSON.parse(answer.rest[index] as string) as Omit<ReadClaim, 'bytes'>),
    bytes: bytes instanceof Uint8Array ? asBuffer(bytes) : arrivedFault(bytes),
  }));
}

function arrivedLarge(answer: ReadLargeFile): LargeClaim {
  if ('claimFault' in answer) throw arrivedFault(answer.claimFault);
  if ('fault' in answer) return { fault: arrivedFault(answer.fault) };
  const { read, ...rest } = JSON.parse(answer.rest) as LargeRead;
  return { ...rest, read: read === null ? null : { ...read, documents: { ...read.documents, blocks: answer.blocks } } };
}

/** The same bytes: what crosses between threads arrives as a plain array of bytes. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function newPool(): Piscina {
  return new Piscina({
    filename: new URL(`./reader-worker${extname(import.meta.filename)}`, import.meta.url).href,
    name: 'readElsewhere',
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 4, // one waits for the disk while another is read
    idleTimeout: IDLE_MS,
    resourceLimits: { maxYoungGenerationSizeMb: 8 }, // it keeps nothing: a small nursery costs no time and saves 40 MB
  });
}
