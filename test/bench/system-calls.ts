import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { floorWith } from './contestants.ts';
import { measureThroughput } from './measure-throughput.ts';

const COUNTED = [
  'openat',
  'close',
  'read',
  'pread64',
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'rename',
  'mkdir',
] as const;

/** System calls of the floor per file, by name, as strace counts them; two sizes are run and the start-up falls out of their difference. */
export async function floorSystemCalls(sizes: { result: number; answer: number }): Promise<Record<string, number>> {
  const few = await countCalls(sizes, 256);
  const many = await countCalls(sizes, 1280);
  return Object.fromEntries(COUNTED.map((name) => [name, ((many.get(name) ?? 0) - (few.get(name) ?? 0)) / 1024]));
}

async function countCalls(sizes: { result: number; answer: number }, files: number): Promise<Map<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-calls-'));
  const record = join(folder, 'calls');
  await measureThroughput(floorWith(sizes, ['strace', '-f', '-qq', '-c', '-o', record]), files);
  const calls = new Map<string, number>();
  for (const line of (await readFile(record, 'utf8')).split('\n')) {
    const columns = line.trim().split(/\s+/);
    const name = columns.at(-1);
    if (name !== undefined && /^\d/.test(columns[0] ?? '')) calls.set(name, Number(columns[3]));
  }
  await rm(folder, { recursive: true });
  return calls;
}
