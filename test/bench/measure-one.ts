import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Renames a file of the folder into the inbox; milliseconds until its acknowledgement lies there, seen every 2 ms. */
export async function measureOne(dir: string, name: string, withinMs: number): Promise<number> {
  const begin = performance.now();
  await rename(join(dir, name), join(dir, 'inbox/invoices', name));
  for (;;) {
    const answers = await readdir(join(dir, 'outbox/acknowledgements'));
    if (answers.some((answer) => answer.startsWith(`${name}.`))) return performance.now() - begin;
    if (performance.now() - begin > withinMs) throw new Error(`${name} was not answered within ${withinMs} ms`);
    await sleep(2);
  }
}
