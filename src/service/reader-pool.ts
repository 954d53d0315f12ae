import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { ReadResult } from '../domain/decision.ts';
import type { ReadInput } from '../pipeline/path.ts';
import { read } from '../pipeline/read.ts';

/** From this many files on, a worker thread reads them; fewer are read here and now, without the way there and back. */
const WORTH_A_THREAD = 8;
/** Files that one task takes: small enough that the first results come while the last are read. */
const FILES_PER_TASK = 16;
/** A worker that has nothing to do ends after this time; a quiet daemon keeps none. */
const IDLE_MS = 10_000;

/** How the bytes of files become documents: `read` of read.ts, wherever it runs. */
export interface Reader {
  read: (input: ReadInput) => Promise<ReadResult>;
  close(): Promise<void>;
}

interface Waiting {
  input: ReadInput;
  done: (result: ReadResult) => void;
  failed: (error: unknown) => void;
}

/**
 * Opens the reader of a site. Files that are asked for together are read together: on this thread when they are few,
 * on a worker when there is a backlog, so that deciding and reading overlap.
 */
export function openReader(): Reader {
  let waiting: Waiting[] = [];
  let pool: Piscina | undefined;
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    if (batch.length < WORTH_A_THREAD) {
      for (const one of batch) readHere(one);
      return;
    }
    pool ??= newPool();
    for (let from = 0; from < batch.length; from += FILES_PER_TASK) {
      readThere(pool, batch.slice(from, from + FILES_PER_TASK));
    }
  };
  return {
    read: (input) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) queueMicrotask(flush);
        waiting.push({ input, done, failed });
      }),
    close: async () => {
      await pool?.close();
    },
  };
}

function readHere({ input, done, failed }: Waiting): void {
  try {
    done(read(input));
  } catch (error) {
    failed(error);
  }
}

function readThere(pool: Piscina, batch: readonly Waiting[]): void {
  const task = pool.run(batch.map(({ input }) => input)) as Promise<string>;
  task.then(
    (text) => {
      const results = JSON.parse(text) as ReadResult[];
      for (const [index, { done }] of batch.entries()) done(results[index] as ReadResult);
    },
    // One of them made the reader fail: here each is on its own, and only the guilty one fails.
    () => {
      for (const one of batch) readHere(one);
    },
  );
}

function newPool(): Piscina {
  return new Piscina({
    filename: new URL(`./reader-worker${extname(import.meta.filename)}`, import.meta.url).href,
    name: 'readFiles',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxYoungGenerationSizeMb: 8 }, // it keeps nothing: a small nursery costs no time and saves 40 MB
  });
}
