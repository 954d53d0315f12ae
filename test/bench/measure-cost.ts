import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeInvoices } from './bench-world.ts';
import type { Contestant } from './contestants.ts';
import { answeredCount } from './measure-throughput.ts';

/** Of the processor time in /proc: a hundredth of a second on every Linux. */
const MS_PER_TICK = 10;

/**
 * Milliseconds of a processor, all threads together, that an invoice costs: `files` invoices, after a warm-up of a
 * tenth of them and after the process has come to rest, so that what is done once at the start does not count. Null where
 * there is no /proc.
 */
export async function measureCost(contestant: Contestant, files: number): Promise<number | null> {
  const dir = await contestant.prepare();
  const warmUp = Math.ceil(files / 10);
  const names = await writeInvoices(dir, 1, files + warmUp);
  const running = await contestant.start(dir, files + warmUp);
  const drop = async (some: readonly string[], answered: number) => {
    for (const name of some) await rename(join(dir, 'waiting', name), join(dir, 'inbox/invoices', name));
    await answeredCount(dir, answered, 300_000);
    await archived(dir, answered);
    return atRest(running.pid);
  };
  const before = await drop(names.slice(0, warmUp), warmUp);
  const after = await drop(names.slice(warmUp), files + warmUp);
  await running.stop();
  return before === null || after === null ? null : (after - before) / files;
}

/** Waits until the claims are empty: the last work on the files is done. */
async function archived(dir: string, files: number): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const days = await readdir(join(dir, 'archive/invoices')).catch(() => []);
    const counts = await Promise.all(
      days.map(async (day) => (await readdir(join(dir, 'archive/invoices', day))).length),
    );
    if (counts.reduce((sum, count) => sum + count, 0) >= files) return;
    await sleep(100);
  }
}

/** The processor time of a process once it no longer grows by more than a tick in half a second. */
async function atRest(pid: number): Promise<number | null> {
  for (let last = await processorMs(pid); last !== null; ) {
    await sleep(500);
    const now = await processorMs(pid);
    if (now === null || now - last <= MS_PER_TICK) return now;
    last = now;
  }
  return null;
}

async function processorMs(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * MS_PER_TICK;
}
