import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rename } from 'node:fs/promises';
import { writeInvoices } from './bench-world.ts';
import type { Contestant } from './contestants.ts';
import { answeredCount } from './measure-throughput.ts';

/**
 * The largest resident memory in MB (`VmHWM` of /proc) with `waiting` files in the inbox at the start and at
 * work until `answered` of them have been answered. Null where there is no /proc.
 */
export async function measureMemory(contestant: Contestant, waiting: number, answered: number): Promise<number | null> {
  const dir = await contestant.prepare();
  const names = await writeInvoices(dir, 1_000_001, 1_000_000 + waiting);
  for (const name of names) await rename(join(dir, 'waiting', name), join(dir, 'inbox/invoices', name));
  const running = await contestant.start(dir, waiting);
  await answeredCount(dir, answered, 300_000);
  await sleep(500);
  const status = await readFile(`/proc/${running.pid}/status`, 'utf8').catch(() => '');
  await running.stop();
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}
