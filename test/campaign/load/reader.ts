import { hash } from 'node:crypto';
import { readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OUTBOXES, type TestSite } from '../../support/site.ts';
import { type Answer, answerOf, type Result, resultOf } from './outputs.ts';

/** One output as it was taken. `round` counts the reader's looks: order inside a round is not known. */
export interface Taken {
  folder: string;
  name: string;
  sha256: string;
  round: number;
  result: Result | null;
  answer: Answer | null;
}

/**
 * A receiver that takes every output the moment it is visible, and keeps a book of its own. What it sees
 * is judged at once: half a document, or an answer whose results are not there yet.
 */
export interface Reader {
  readonly taken: readonly Taken[];
  readonly violations: readonly string[];
  /** Takes what is there now. */
  look(): Promise<void>;
  /** Looks a last time and ends. */
  stop(): Promise<void>;
}

/** Starts a reader. `everyMs` null: it looks only when asked. `book`: what an earlier reader of the site has taken. */
export function startReader(site: TestSite, everyMs: number | null, book: Taken[] = []): Reader {
  const violations: string[] = [];
  let round = book.reduce((last, taken) => Math.max(last, taken.round), 0);
  let running = true;
  const look = async (): Promise<void> => {
    round += 1;
    // Answers are listed before results are taken: a result that is promised by a listed answer must be among them.
    const answers = await visible(site, 'acknowledgements');
    for (const folder of OUTBOXES.filter((name) => name !== 'acknowledgements')) {
      for (const name of await visible(site, folder)) await take(site, folder, name, round, book, violations);
    }
    for (const name of answers) await take(site, 'acknowledgements', name, round, book, violations);
  };
  const loop = async (): Promise<void> => {
    while (running && everyMs !== null) {
      await look();
      await sleep(everyMs);
    }
  };
  const done = loop();
  return {
    taken: book,
    violations,
    look,
    stop: async () => {
      running = false;
      await done;
      await look();
    },
  };
}

async function visible(site: TestSite, folder: string): Promise<string[]> {
  const entries = await readdir(site.outbox(folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== 'README.md')
    .map((entry) => entry.name)
    .sort();
}

async function take(
  site: TestSite,
  folder: string,
  name: string,
  round: number,
  book: Taken[],
  violations: string[],
): Promise<void> {
  const path = join(site.outbox(folder), name);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return;
  const taken = read(folder, name, bytes, round);
  if (typeof taken === 'string') {
    violations.push(taken);
  } else {
    book.push(taken);
    if (taken.answer !== null) violations.push(...resultsBehind(taken.answer, book));
  }
  await unlink(path).catch(() => undefined);
}

/** An output as the reader understands it, or the sentence that says why it is not one (I2). */
export function read(folder: string, name: string, bytes: Buffer, round: number): Taken | string {
  let content: Record<string, unknown>;
  try {
    content = JSON.parse(bytes.toString()) as Record<string, unknown>;
  } catch {
    return `I2: outbox/${folder}/${name} is not a whole document (${bytes.length} bytes)`;
  }
  const deliveryId = String(content['deliveryId']);
  if (folder !== 'acknowledgements' && !name.includes(`_${deliveryId}.`)) {
    return `I2: outbox/${folder}/${name} carries the delivery id ${deliveryId}`;
  }
  const isAnswer = content['document'] === 'acknowledgement';
  const book = { folder, name, sha256: hash('sha256', bytes, 'hex'), round };
  return { ...book, result: isAnswer ? null : resultOf(content), answer: isAnswer ? answerOf(content) : null };
}

/** I4: results that an answer speaks of and that were not there when the answer was. */
export function resultsBehind(answer: Answer, book: readonly Taken[]): string[] {
  if (answer.pending) return [];
  return answer.decided
    .filter((key) => !book.some((taken) => taken.result?.key === key))
    .map((key) => `I4: the answer to ${answer.fileName} (${answer.fileId}) was there before the result of ${key}`);
}
