import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeInvoices } from './bench-world.ts';
import type { Contestant } from './contestants.ts';

/** What one round of throughput gave: files a second, and the mean size of what came out. */
export interface Throughput {
  filesPerSecond: number;
  resultBytes: number;
  answerBytes: number;
}

/**
 * Drops `files` invoices at once and takes the time from the first rename into the inbox to the last
 * acknowledgement. The end is read from the change times of the acknowledgements, so that looking costs nothing.
 */
export async function measureThroughput(contestant: Contestant, files: number): Promise<Throughput> {
  const dir = await contestant.prepare();
  const names = await writeInvoices(dir, 1, files);
  spawnSync('sync', ['-f', dir]);
  const running = await contestant.start(dir, files);
  await sleep(200);
  const begin = Date.now();
  for (const name of names) renameSync(join(dir, 'waiting', name), join(dir, 'inbox/invoices', name));
  await answeredCount(dir, files, 600_000);
  const end = await lastChange(join(dir, 'outbox/acknowledgements'), files);
  await running.stop();
  const measured = {
    filesPerSecond: (files * 1000) / (end - begin),
    resultBytes: await meanBytes(join(dir, 'outbox/visma'), (name) => !name.startsWith('.')),
    answerBytes: await meanBytes(join(dir, 'outbox/acknowledgements'), isInvoiceAnswer),
  };
  return measured;
}

/** Waits until so many acknowledgements of invoices lie there. */
export async function answeredCount(dir: string, files: number, withinMs: number): Promise<void> {
  const begin = performance.now();
  for (;;) {
    const names = await readdir(join(dir, 'outbox/acknowledgements')).catch(() => []);
    if (names.filter(isInvoiceAnswer).length >= files) return;
    if (performance.now() - begin > withinMs)
      throw new Error(`only ${names.length} of ${files} files were answered within ${withinMs} ms`);
    await sleep(200);
  }
}

async function lastChange(folder: string, files: number): Promise<number> {
  const names = (await readdir(folder)).filter(isInvoiceAnswer);
  if (names.length !== files) throw new Error(`${names.length} answers for ${files} files`);
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).ctimeMs));
  return times.reduce((last, time) => Math.max(last, time), 0);
}

async function meanBytes(folder: string, counts: (name: string) => boolean): Promise<number> {
  const names = (await readdir(folder)).filter(counts);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length));
}

function isInvoiceAnswer(name: string): boolean {
  return name.startsWith('invoice-') && name.endsWith('.ack.json');
}
