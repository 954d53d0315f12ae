import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { arrivedFault } from '../domain/carried-fault.ts';
import type { MappingsInForce } from '../mapping/language/mappings-in-force.ts';
import { type ReadClaim, type ReadClaims, readClaims } from '../pipeline/read-claims.ts';
import type { ReadFiles, ReadingAnswer, ReadingTask } from './reader-worker.ts';

/** From this many files on, a worker thread reads them; fewer are read here and now, without the way there and back. */
const WORTH_A_THREAD = 8;
/** A worker that has nothing to do ends after this time; a quiet daemon keeps none. */
const IDLE_MS = 10_000;

/** How claimed files become documents: `readClaims`, wherever it runs. */
export interface Reader {
  read: ReadClaims;
  close(): Promise<void>;
}

/**
 * Opens the reader of a site. Files that are read together are read on this thread when they are few, and on a worker
 * when there is a backlog, so that deciding and reading overlap.
 */
export function openReader(): Reader {
  let pool: Piscina | undefined;
  return {
    async read(inbox, files, mappings) {
      const elsewhere = files.length < WORTH_A_THREAD ? null : inbox.elsewhere();
      if (elsewhere === null) return readClaims(inbox, files, mappings);
      pool ??= newPool();
      const { set, timeZone } = mappings;
      const zone = timeZone === undefined ? {} : { timeZone };
      const task = { inbox: elsewhere, files: [...files], mappings: set.version, ...zone };
      const answer = await ask(pool, task, mappings).catch(() => undefined);
      // The worker itself failed: here each file is on its own, and only the guilty one fails.
      return answer === undefined ? readClaims(inbox, files, mappings) : arrived(answer);
    },
    close: async () => {
      await pool?.close();
    },
  };
}

/** The texts of the mappings cross only where the worker has not made this set of them yet: it may be a new one. */
async function ask(pool: Piscina, task: ReadingTask, { sources }: MappingsInForce): Promise<ReadFiles | undefined> {
  for (const one of [task, { ...task, sources }]) {
    const answer = (await pool.run(one)) as ReadingAnswer;
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
