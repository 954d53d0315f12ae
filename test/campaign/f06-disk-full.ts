import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Daemon, lastWords, startDaemon } from '../support/daemon.ts';
import { makeSite, removeSite, type TestSite } from '../support/site.ts';
import { type CampaignOrder, type CampaignOutcome, campaignSettings } from './campaign.ts';
import { filesBelow } from './check/site-facts.ts';
import { settleAndCheck } from './check-site.ts';
import { type Drop, drop } from './load/drop.ts';
import { invoiceFile, type LoadFile, orderFile, worldFile } from './load/load-files.ts';
import { startReader } from './load/reader.ts';
import { chance } from '../support/random.ts';

/** Where the disk is full, as a folder of the site: the inbox with its claims, staging with its results, the answers, the ledger. */
const PLACES = ['inbox/invoices', 'outbox/visma', 'outbox/acknowledgements', 'state'] as const;
const DRAIN_MS = 60_000;

/** F6: the disk of one folder is full while files come in, then somebody makes room: everything drains by itself. */
export async function diskFull(order: CampaignOrder): Promise<CampaignOutcome> {
  const outcome: CampaignOutcome = { runs: 0, violations: [], notes: [] };
  for (; outcome.runs < order.runs; outcome.runs += 1) {
    const place = PLACES[outcome.runs % PLACES.length] ?? PLACES[0];
    const violations = await fillAndFree(place, order.seed + outcome.runs);
    outcome.violations.push(...violations.map((text) => `${text} [full: ${place}]`));
    order.say(`F6 ${place}: ${violations.length} violations`);
  }
  return outcome;
}

async function fillAndFree(place: string, seed: number): Promise<string[]> {
  const site = await makeSite({ settings: campaignSettings() });
  const folder = join(site.dir, place);
  await mkdir(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder]);
  const reader = startReader(site, 20);
  const daemon = startDaemon(site);
  const drops: Drop[] = [];
  const violations: string[] = [];
  try {
    await daemon.ready;
    drops.push(await drop(site, worldFile()));
    for (const file of files(seed, 'before', 20)) drops.push(await drop(site, file));
    await answered(reader.taken, drops, DRAIN_MS);
    const release = await written(site, files(seed, 'while-full', 20));
    await fill(folder);
    drops.push(...(await release()));
    await sleep(1500);
    await rm(join(folder, '.ballast'), { force: true });
    if (!(await answered(reader.taken, drops, DRAIN_MS)))
      violations.push(`I11: not drained ${DRAIN_MS / 1000} s after there was room: ${state(daemon)}`);
    await reader.stop();
    await daemon.stop();
    if (place.startsWith('outbox') && !(await logged(site, 'DISK_FULL')))
      violations.push('I9: the log does not tell of the full disk');
    violations.push(...reader.violations, ...(await settleAndCheck({ site, drops, taken: reader.taken })));
  } finally {
    await daemon.kill();
    await reader.stop();
    execFileSync('umount', ['-l', folder]);
  }
  if (violations.length === 0) await removeSite(site);
  return violations.map((text) => `${text} (${site.dir})`);
}

/** Orders and invoices of one phase. */
function files(seed: number, phase: string, count: number): LoadFile[] {
  const choice = chance(seed);
  return Array.from({ length: count }, (_, n) => [
    orderFile(`${phase}-${n}`),
    invoiceFile(`${phase}-${n}`, `${phase}-${n}`, choice),
  ]).flat();
}

/** Senders that have written their files before the disk was full, and rename them into place when it is. */
async function written(site: TestSite, load: readonly LoadFile[]): Promise<() => Promise<Drop[]>> {
  for (const file of load) await writeFile(join(site.inbox(file.channel), `${file.name}.tmp`), file.content);
  return async () => {
    const drops: Drop[] = [];
    for (const { channel, name, content } of load) {
      await rename(join(site.inbox(channel), `${name}.tmp`), join(site.inbox(channel), name));
      drops.push({ channel, name, sha256: hash('sha256', content, 'hex'), durable: false });
    }
    return drops;
  };
}

/** Writes ballast until nothing more fits. */
async function fill(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  for (let bytes = bavail * bsize; bytes > 0; bytes -= bsize) {
    const done = await writeFile(join(folder, '.ballast'), Buffer.alloc(bytes)).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
}

/** Waits until every drop has an answer; false when the time is over before. */
async function answered(
  taken: readonly { answer: unknown }[],
  drops: readonly Drop[],
  withinMs: number,
): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (taken.filter((one) => one.answer !== null).length >= drops.length) return true;
    await sleep(50);
  }
  return false;
}

/** Does a line of the site's log tell of this? */
async function logged(site: TestSite, code: string): Promise<boolean> {
  for (const path of await filesBelow(join(site.dir, 'state', 'logs'))) {
    if ((await readFile(join(site.dir, 'state', 'logs', path), 'utf8')).includes(code)) return true;
  }
  return false;
}

function state(daemon: Daemon): string {
  const ended = daemon.process.exitCode === null ? 'it runs' : `it ended with ${daemon.process.exitCode}`;
  return `${ended}; ${lastWords(daemon.said())}`;
}
