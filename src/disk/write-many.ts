import { extname } from 'node:path';
import { writeHashed } from './write-hashed.ts';
import { onWriteThread, WORTH_A_THREAD } from './write-thread.ts';

/** A new file: written only where there is none of its name. Text is written as UTF-8. */
export interface FileToWrite {
  path: string;
  content: Uint8Array | string;
}

/** What was written: its SHA-256 in hexadecimal, and how many bytes it has. */
export interface Written {
  sha256: string;
  bytes: number;
}

/** Why a file was not written, as it crosses from thread to thread: an error loses there what Node adds to it. */
export interface WriteFailure {
  error: unknown;
  /** What the file system said; null where it said nothing, and the error is a defect. */
  ofSystem: { code: unknown; errno: unknown; syscall: unknown; path: string } | null;
}

const WORKER = new URL(`./write-many-worker${extname(import.meta.filename)}`, import.meta.url);

/** Files that were asked for in this turn of the event loop: they go together. */
let waiting: { file: FileToWrite; done: (written: Written) => void; failed: (error: unknown) => void }[] = [];

/**
 * Writes a new file and makes its bytes durable (its name is once its folder is synced); EEXIST where there is one.
 * Files that are asked for together are written together, on a thread of their own when they are many.
 * Rejects with the error of the file system, or with a defect as it is; the half-written file is gone then.
 */
export function writeNew(path: string, content: Uint8Array | string): Promise<Written> {
  return new Promise((done, failed) => {
    if (waiting.length === 0) queueMicrotask(writeWaiting);
    waiting.push({ file: { path, content }, done, failed });
  });
}

function writeWaiting(): void {
  const batch = waiting;
  waiting = [];
  if (batch.length < WORTH_A_THREAD) {
    for (const { file, done, failed } of batch) writeHashed(file.path, file.content, 'wx').then(done, failed);
    return;
  }
  const files = batch.map(({ file }) => file);
  onWriteThread<(Written | WriteFailure)[]>(WORKER, 'writeFiles', files).then(
    (outcomes) => {
      for (const [index, { done, failed }] of batch.entries()) {
        const outcome = outcomes[index] as Written | WriteFailure;
        if ('sha256' in outcome) done(outcome);
        else
          failed(outcome.ofSystem === null ? outcome.error : Object.assign(outcome.error as Error, outcome.ofSystem));
      }
    },
    (error: unknown) => {
      for (const { failed } of batch) failed(error);
    },
  );
}
