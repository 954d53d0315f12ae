import { close, fsync, open, read, rename, watch, write, writeFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';

/**
 * The floor: what the disk alone costs. It takes the same files in, writes as many outputs of the same size,
 * syncs, renames and commits as the path of a file does, and does nothing else: no parsing, no rules, no names,
 * no retries. It runs at its best concurrency: lock-step batches of 32 on two lanes, a pool of 64 threads.
 *
 * It is a process of its own: `node floor.ts FOLDER FILES RESULT_BYTES ANSWER_BYTES`. It waits for FILES files in
 * FOLDER/inbox/invoices and ends when all of them are answered.
 */
const [dir = '', files = '0', resultBytes = '2000', answerBytes = '2000'] = process.argv.slice(2);
const expected = Number(files);
const BATCH = 32;
const LANES = 2;

const call = {
  open: promisify(open),
  read: promisify(read),
  write: promisify(write) as (fd: number, bytes: Buffer) => Promise<unknown>,
  fsync: promisify(fsync),
  rename: promisify(rename),
  close: promisify(close),
};

const path = {
  inbox: join(dir, 'inbox/invoices'),
  claimed: join(dir, 'inbox/invoices/.claimed'),
  results: join(dir, 'outbox/visma'),
  answers: join(dir, 'outbox/acknowledgements'),
  archive: join(dir, 'archive/invoices'),
  outputs: join(dir, 'archive/outputs'),
};
const stagedResults = join(path.results, '.staging');
const stagedAnswers = join(path.answers, '.staging');
for (const folder of [...Object.values(path), stagedResults, stagedAnswers, join(dir, 'state')])
  await mkdir(folder, { recursive: true });

const ledger = openLedger(join(dir, 'state', 'floor.db'));
const result = Buffer.alloc(Number(resultBytes), 0x61);
const answer = Buffer.alloc(Number(answerBytes), 0x62);
const handed = new Set<string>();
let queue: string[] = [];
let done = 0;
let batches = 0;

/** One batch in lock step; the order of its syncs is what makes it durable (performance.md). */
async function batch(names: readonly string[]): Promise<void> {
  batches += 1;
  const number = batches;
  await Promise.all(names.map((name) => call.rename(join(path.inbox, name), join(path.claimed, name))));
  await Promise.all([
    ...names.map((name) => readAndSync(join(path.claimed, name))),
    syncFolder(path.inbox),
    syncFolder(path.claimed),
  ]);
  const kept = Buffer.alloc(Math.ceil((names.length * (result.length + answer.length)) / 5), 0x63);
  await Promise.all([
    ...names.map((name) => writeAndSync(join(stagedResults, name), result)),
    ...names.map((name) => writeAndSync(join(stagedAnswers, name), answer)),
    writeAndSync(join(path.outputs, `${number}.gz`), kept),
  ]);
  await Promise.all([stagedResults, stagedAnswers, path.outputs].map(syncFolder));
  ledger.commit(names);
  await Promise.all(names.map((name) => call.rename(join(stagedResults, name), join(path.results, name))));
  await Promise.all(
    names.map((name) => call.rename(join(stagedAnswers, name), join(path.answers, `${name}.ack.json`))),
  );
  await Promise.all([stagedResults, path.results, stagedAnswers, path.answers].map(syncFolder));
  await Promise.all(names.map((name) => call.rename(join(path.claimed, name), join(path.archive, name))));
  done += names.length;
}

async function readAndSync(file: string): Promise<void> {
  const fd = await call.open(file, 'r');
  await call.read(fd, Buffer.allocUnsafe(64 * 1024), 0, 64 * 1024, 0);
  await call.fsync(fd);
  await call.close(fd);
}

async function writeAndSync(file: string, bytes: Buffer): Promise<void> {
  const fd = await call.open(file, 'wx');
  await call.write(fd, bytes);
  await call.fsync(fd);
  await call.close(fd);
}

async function syncFolder(folder: string): Promise<void> {
  const fd = await call.open(folder, 'r');
  await call.fsync(fd);
  await call.close(fd);
}

/** Three rows for each file, of the size that a record has, in one durable transaction for the batch. */
function openLedger(file: string): { commit: (names: readonly string[]) => void } {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE record (id INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO record (name, body) VALUES (?, ?)');
  const body = 'x'.repeat(400);
  return {
    commit: db.transaction((names: readonly string[]) => {
      for (const name of names) for (const kind of ['file', 'result', 'answer']) insert.run(`${name} ${kind}`, body);
    }),
  };
}

/** The folder is looked at when something happens in it; what is found stands in the queue of both lanes. */
let looking = false;
let lookAgain = false;
async function look(): Promise<void> {
  if (looking) {
    lookAgain = true;
    return;
  }
  looking = true;
  do {
    lookAgain = false;
    for (const name of await readdir(path.inbox)) {
      if (name.startsWith('.') || handed.has(name)) continue;
      handed.add(name);
      queue.push(name);
    }
    wake();
  } while (lookAgain);
  looking = false;
}

let free = LANES;
function wake(): void {
  while (free > 0 && queue.length > 0) {
    const names = queue.slice(0, BATCH);
    queue = queue.slice(BATCH);
    free -= 1;
    void batch(names).then(() => {
      free += 1;
      if (done >= expected) process.exit(0);
      wake();
    });
  }
}

watch(path.inbox, () => void look());
await look();
writeFileSync(1, 'ready\n');
