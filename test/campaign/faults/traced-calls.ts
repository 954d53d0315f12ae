import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOnce, type RunOptions } from '../../support/daemon.ts';
import { removeSite } from '../../support/site.ts';
import { fiveFiles } from './five-files.ts';

/** System calls by which a state on the disk comes to be. */
export const DURABLE_CALLS = [
  'rename',
  'fsync',
  'fdatasync',
  'unlink',
  'pwrite64',
  'write',
  'openat',
  'mkdir',
  'rmdir',
  'ftruncate',
] as const;
export type DurableCall = (typeof DURABLE_CALLS)[number];

/** One place to inject at: strace counts the calls of each thread on their own. */
export interface CallPlace {
  call: DurableCall;
  nth: number;
  /** `pool`: the main thread makes its own Nth call while it loads the program, so only the pool's thread may be traced. */
  thread: 'any' | 'pool';
}

/** One pool thread and no io_uring, so that the Nth call of a thread is the same call in each run. */
export const TRACEABLE: RunOptions = {
  environment: { UV_USE_IO_URING: '0', UV_THREADPOOL_SIZE: '1' },
  timeoutMs: 60_000,
};

/** The options of strace for one injection into one call, writing its record to a file. */
export function straceWith(record: string, place: CallPlace, effect: string): string[] {
  const { call, nth } = place;
  return ['-qq', '-y', '-o', record, '-e', `trace=${call}`, '-e', `inject=${call}:${effect}:when=${nth}`];
}

/**
 * Every place at which a run of the five-file scenario makes a durable call on the site. Calls on other
 * paths (the program's own files) are left out: a fault there is a fault of the machine, not of the path of a file.
 */
export async function durablePlaces(): Promise<CallPlace[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-trace-'));
  const record = join(folder, 'calls');
  const { site } = await fiveFiles();
  const wrapper = ['strace', '-f', '-qq', '-y', '-o', record, '-e', `trace=${DURABLE_CALLS.join(',')}`];
  await runOnce(site, { ...TRACEABLE, wrapper });
  const places = placesOf(await readFile(record, 'utf8'), site.dir);
  await removeSite(site);
  await rm(folder, { recursive: true });
  return places;
}

/** Reads a record of strace (`pid call(arguments) = result`); a resumed call was counted when it began. */
export function placesOf(record: string, siteFolder: string): CallPlace[] {
  const counts = new Map<string, number>();
  const places = new Map<string, { call: DurableCall; nth: number; ofMain: boolean }>();
  let main: string | undefined;
  for (const line of record.split('\n')) {
    const [, thread = '', name = '', rest = ''] = /^(\d+)\s+(\w+)\((.*)$/.exec(line) ?? [];
    main ??= thread === '' ? undefined : thread;
    const call = DURABLE_CALLS.find((known) => known === name);
    if (call === undefined) continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    const ofMain = thread === main;
    if (rest.includes(siteFolder)) places.set(`${call} ${nth} ${ofMain}`, { call, nth, ofMain });
  }
  return [...places.values()].map(({ call, nth, ofMain }) => {
    const shadowed = !ofMain && nth <= (counts.get(`${main} ${call}`) ?? 0);
    return { call, nth, thread: shadowed ? 'pool' : 'any' };
  });
}

/** How often the fault was really injected, by the record of strace. */
export async function injections(record: string): Promise<number> {
  const text = await readFile(record, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes('(INJECTED)') || line.includes('killed by SIGKILL')).length;
}
