import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunOptions, startDaemon } from '../support/daemon.ts';
import { chance } from '../support/random.ts';
import { makeSite } from '../support/site.ts';
import { type CampaignOrder, type CampaignOutcome, campaignSettings } from './campaign.ts';
import { settleAndCheck } from './check-site.ts';
import { startReader } from './load/reader.ts';
import { startWriters } from './load/writers.ts';
import { type LoopDisk, loopDisk } from './power/loop-disk.ts';

/**
 * F5: the power is cut while senders write (half of them with all syncs) and a receiver takes every output and
 * keeps it elsewhere. Afterwards nothing that was answered, and nothing whose sender had synced it, may be lost;
 * an output may come once more, with the same name, bytes and delivery id.
 */
export async function powerCut(order: CampaignOrder, options: RunOptions = {}): Promise<CampaignOutcome> {
  const outcome: CampaignOutcome = { runs: 0, violations: [], notes: [] };
  const disk = await loopDisk();
  let files = 0;
  let outputs = 0;
  try {
    for (; outcome.runs < order.runs; outcome.runs += 1) {
      const one = await cutOnce(disk, order.seed + outcome.runs, options);
      outcome.violations.push(...one.violations);
      files += one.files;
      outputs += one.outputs;
      order.say(
        `F5 ${outcome.runs + 1} cuts, ${files} files, ${outputs} outputs, ${outcome.violations.length} violations`,
      );
    }
  } finally {
    await disk.remove();
  }
  outcome.notes.push(`${files} files dropped, ${outputs} outputs taken before the cuts`);
  return outcome;
}

async function cutOnce(
  disk: LoopDisk,
  seed: number,
  options: RunOptions,
): Promise<{ violations: string[]; files: number; outputs: number }> {
  const choice = chance(seed);
  const site = await makeSite({ settings: campaignSettings(), under: disk.folder });
  // The site itself was made long ago, as far as this campaign is concerned.
  execFileSync('sync', ['-f', disk.folder]);
  const reader = startReader(site, 3);
  const daemon = startDaemon(site, options);
  await daemon.ready;
  const writers = await startWriters(site, { seed, count: 3, pauseMs: 20, sync: true });
  await sleep(choice.between(100, 1500));
  disk.cut();
  await Promise.all([daemon.kill(), writers.stop(), reader.stop()]);
  await disk.powerOn();
  const { taken } = reader;
  const outputs = taken.length;
  // The run that brings the site to rest is without the lies of a negative control: the damage is done.
  const violations = [
    ...reader.violations,
    ...(await settleAndCheck({ site, drops: writers.drops, taken, power: true })),
  ];
  return { violations: violations.map((text) => `${text} [seed ${seed}]`), files: writers.drops.length, outputs };
}
