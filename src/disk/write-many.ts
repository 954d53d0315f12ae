import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { writeSynced } from './write-synced.ts';

/** A new file: written only where there is none of its name. */
export interface FileToWrite {
  path: string;
  bytes: Uint8Array;
}

/** Why a file was not written, as it crosses from thread to thread: an error loses there what Node adds to it. */
export interface WriteFailure {
  error: unknown;
  /** What the file system said; null where it said nothing, and the error is a defect. */
  ofSystem: { code: unknown; errno: unknown; syscall: unknown; path: string } | null;
}

/** From this many files on, a worker thread writes them: making a file costs some 60 microseconds of whoever makes it. */
const WORTH_A_THREAD = 8;
/** A worker that has nothing to do ends after this time; a quiet daemon keeps none. A process that is done does not wait for it. */
const IDLE_MS = 10_000;

/** Files that were asked for in this turn of the event loop: they go together. */
let waiting: { file: FileToWrite; done: () => void; failed: (error: unknown) => void }[] = [];
let pool: Piscina | undefined;

/**
 * Writes a new file and makes its bytes durable (its name is once its folder is synced); EEXIST where there is one.
 * Files that are asked for together are written together, on a thread of their own when they are many.
 * Rejects with the error of the file system, or with a defect as it is; the half-written file is gone then.
 */
export function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    if (waiting.length === 0) queueMicrotask(writeWaiting);
    waiting.push({ file: { path, bytes }, done, failed });
  });
}

function writeWaiting(): void {
  const batch = waiting;
  waiting = [];
  if (batch.length < WORTH_A_THREAD) {
    for (const { file, done, failed } of batch) writeSynced(file.path, file.bytes, 'wx').then(done, failed);
    return;
  }
  onThread(batch.map(({ file }) => file)).then(
    (failures) => {
      for (const [index, { done, failed }] of batch.entries()) {
        const failure = failures[index] ?? null;
        if (failure === null) done();
        else
          failed(failure.ofSystem === null ? failure.error : Object.assign(failure.error as Error, failure.ofSystem));
      }
    },
    (error: unknown) => {
      for (const { failed } of batch) failed(error);
    },
  );
}

function onThread(files: FileToWrite[]): Promise<(WriteFailure | null)[]> {
  pool ??= new Piscina({
    filename: new URL(`./write-many-worker${extname(import.meta.filename)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 4,
    name: 'writeFiles',
    idleTimeout: IDLE_MS,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    atomics: 'disabled',
  });
  return pool.run(files) as Promise<(WriteFailure | null)[]>;
}
