import { watch } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeInvoices } from './bench-world.ts';
import type { Contestant } from './contestants.ts';

/**
 * Milliseconds from the rename into the inbox to the visible acknowledgement, for files that come alone. The
 * observer is the sender itself: one process, one clock, and an inotify watch on the acknowledgements; a slow
 * look beside it catches an event that was lost. The first ten files warm up and do not count.
 */
export async function measureLatency(contestant: Contestant, files: number): Promise<number[]> {
  const warmUp = 10;
  const dir = await contestant.prepare();
  const names = await writeInvoices(dir, 1, files + warmUp);
  const running = await contestant.start(dir, files + warmUp);
  const answers = join(dir, 'outbox/acknowledgements');
  const waiting = new Map<string, () => void>();
  const seen = (name: string) => waiting.get(name.slice(0, 'invoice-000000'.length))?.();
  const watcher = watch(answers, (_event, name) => {
    if (name?.endsWith('.ack.json')) seen(name);
  });
  const times: number[] = [];
  for (const name of names) {
    const answered = new Promise<void>((resolve) => {
      waiting.set(name.slice(0, 'invoice-000000'.length), resolve);
    });
    const begin = performance.now();
    await rename(join(dir, 'waiting', name), join(dir, 'inbox/invoices', name));
    const timer = setInterval(async () => (await readdir(answers)).forEach(seen), 500);
    await answered;
    times.push(performance.now() - begin);
    clearInterval(timer);
    waiting.clear();
    await sleep(15);
  }
  watcher.close();
  await running.stop();
  return times.slice(warmUp);
}
