import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOnce, type RunResult } from '../../support/daemon.ts';
import type { TestSite } from '../../support/site.ts';
import { TRACEABLE } from './traced-calls.ts';

/** The name that libuv gives to the threads of its pool. */
const POOL_THREAD = 'libuv-worker';

/**
 * One run of which only the pool's thread is traced, from the moment it exists: the calls that load the program
 * are the main thread's, and neither count nor fail.
 */
export async function runWithPoolTraced(site: TestSite, strace: readonly string[]): Promise<RunResult> {
  const run = startOnce(site, TRACEABLE);
  let over = false;
  const ended = run.ended.then((result) => {
    over = true;
    return result;
  });
  for (let thread: string | undefined; thread === undefined && !over; await sleep(2)) {
    thread = await poolThread(run.process.pid ?? 0);
    if (thread !== undefined) spawn('strace', ['-p', thread, ...strace], { stdio: 'ignore' });
  }
  return ended;
}

async function poolThread(pid: number): Promise<string | undefined> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  for (const thread of threads) {
    const name = await readFile(`/proc/${pid}/task/${thread}/comm`, 'utf8').catch(() => '');
    if (name.trim() === POOL_THREAD) return thread;
  }
  return undefined;
}
