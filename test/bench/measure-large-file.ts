import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXPORT_MAPPING, type LargeForm, largeFilePieces } from '../support/large-files.ts';
import { siteAt, writeSettings } from '../support/site.ts';
import type { Contestant } from './contestants.ts';

/** What one large file cost. */
export interface LargeFileCost {
  /** The largest resident memory of the process, in MB; null where there is no /proc. */
  peakMB: number | null;
  fileMB: number;
  /** From the rename into the inbox to the acknowledgement. */
  seconds: number;
}

const MB = 1024 * 1024;
const LOOK_EVERY_MS = 200;

/**
 * A large file of orders, one of them bad, dropped into a running daemon whose channel takes the rest: its memory and its
 * time. Throws where it is not answered within `withinMs`, or not as it should be.
 */
export async function measureLargeFile(
  contestant: Contestant,
  form: LargeForm,
  orders: number,
  withinMs: number,
): Promise<LargeFileCost> {
  const dir = await contestant.prepare();
  await writeSettings(siteAt(dir), { channels: { visma: { partial: true } } });
  await mkdir(join(dir, 'mappings/partner'), { recursive: true });
  await writeFile(join(dir, 'mappings/partner/export.yaml'), EXPORT_MAPPING);
  const bad = Math.ceil(orders / 2);
  const file = join(dir, `export.${form.ending}`);
  await writeLarge(file, largeFilePieces(form, { count: orders, bad }));
  const { size } = await stat(file);
  const running = await contestant.start(dir, 1);
  const begin = performance.now();
  await rename(file, join(dir, 'inbox/visma', `export.${form.ending}`));
  const answer = await answered(join(dir, 'outbox/acknowledgements'), `export.${form.ending}.`, begin + withinMs);
  const seconds = (performance.now() - begin) / 1000;
  await sleep(500); // it is archived by then
  const status = await readFile(`/proc/${running.pid}/status`, 'utf8').catch(() => '');
  await running.stop();
  requireAnswer(answer, orders - 1, form.lineOf(bad));
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(status) ?? [];
  return { peakMB: kilobytes === undefined ? null : Number(kilobytes) / 1024, fileMB: size / MB, seconds };
}

async function writeLarge(file: string, pieces: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const piece of pieces) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}

interface Answer {
  outcome: string;
  counts: { accepted: number };
  findings: { at: { line: number } }[];
}

async function answered(folder: string, beginning: string, until: number): Promise<Answer> {
  for (;;) {
    const name = (await readdir(folder)).find((one) => one.startsWith(beginning));
    if (name !== undefined) return JSON.parse(await readFile(join(folder, name), 'utf8')) as Answer;
    if (performance.now() > until) throw new Error(`${beginning}* was not answered in time`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** A figure of a file that was not taken would be worth nothing. */
function requireAnswer({ outcome, counts, findings }: Answer, accepted: number, badLine: number): void {
  const lines = findings.map(({ at }) => at.line);
  if (outcome === 'partly-accepted' && counts.accepted === accepted && lines.length === 1 && lines[0] === badLine)
    return;
  throw new Error(`a large file was answered with ${outcome}, ${counts.accepted} accepted, findings at ${lines}`);
}
