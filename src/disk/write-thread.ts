import { Piscina } from 'piscina';

/** From this many files on, the thread that writes writes them: making a file costs some 60 microseconds of whoever makes it. */
export const WORTH_A_THREAD = 8;
/** A worker that has nothing to do ends after this time; a quiet daemon keeps none. A process that is done does not wait for it. */
const IDLE_MS = 10_000;

let pool: Piscina | undefined;

/** Has a function of a module do a task on the one thread that writes; the module and the task cross, and the answer. */
export function onWriteThread<Answer>(module: URL, name: string, task: unknown): Promise<Answer> {
  pool ??= new Piscina({
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 4,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    atomics: 'disabled',
  });
  return pool.run(task, { filename: module.href, name }) as Promise<Answer>;
}
