import { setTimeout as sleep } from 'node:timers/promises';
import { lastWords, type RunOptions, startDaemon } from '../support/daemon.ts';
import { type Chance, chance } from '../support/random.ts';
import { makeSite, removeSite, type TestSite, writeSettings } from '../support/site.ts';
import { type CampaignOrder, type CampaignOutcome, campaignSettings } from './campaign.ts';
import { settleAndCheck } from './check-site.ts';
import { startReader } from './load/reader.ts';
import { startWriters } from './load/writers.ts';

const KILLS_PER_SITE = 25;

/**
 * F1: SIGKILL at a random moment, again and again, while senders write, a receiver takes every output at once
 * and the settings change. After the last kill of a site one run must bring it to rest, and everything is checked.
 */
export async function killedUnderLoad(order: CampaignOrder, options: RunOptions = {}): Promise<CampaignOutcome> {
  const outcome: CampaignOutcome = { runs: 0, violations: [], notes: [] };
  let files = 0;
  let outputs = 0;
  for (let round = 0; outcome.runs < order.runs; round += 1) {
    const kills = Math.min(KILLS_PER_SITE, order.runs - outcome.runs);
    const one = await killOneSite(order.seed + round, kills, options);
    if (one.violations.length === 0 || !order.keepEvidence) await removeSite(one.site);
    outcome.runs += kills;
    outcome.violations.push(...one.violations);
    files += one.files;
    outputs += one.outputs;
    order.say(`F1 ${outcome.runs} kills, ${files} files, ${outputs} outputs, ${outcome.violations.length} violations`);
  }
  outcome.notes.push(`${files} files dropped, ${outputs} outputs taken`);
  return outcome;
}

interface OneSite {
  site: TestSite;
  violations: string[];
  files: number;
  outputs: number;
}

async function killOneSite(seed: number, kills: number, options: RunOptions): Promise<OneSite> {
  const choice = chance(seed);
  // Every other site lets acknowledgements go out early, so that both answers are seen.
  const settings = campaignSettings(seed % 2 === 0 ? {} : { ackWaitMs: 20 });
  const site = await makeSite({ settings });
  const reader = startReader(site, 4);
  const writers = await startWriters(site, { seed, count: 3, pauseMs: choice.pick([120, 300, 800]) });
  const violations: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    violations.push(...(await liveAndDie(site, choice, options)));
    if (choice.fraction() < 0.2)
      await writeSettings(site, { ...settings, retention: { logs: `${choice.between(1, 90)} days` } });
  }
  await writers.stop();
  await reader.stop();
  violations.push(
    ...reader.violations,
    ...(await settleAndCheck({ site, drops: writers.drops, taken: reader.taken }, options)),
  );
  const told = violations.map((text) => `${text} [seed ${seed}, ${site.dir}]`);
  return { site, violations: told, files: writers.drops.length, outputs: reader.taken.length };
}

/** One life of the daemon: a third of the lives end while it is still starting and recovering. */
async function liveAndDie(site: TestSite, choice: Chance, options: RunOptions): Promise<string[]> {
  const daemon = startDaemon(site, options);
  let endedByItself = false;
  daemon.ended.then(() => {
    endedByItself = true;
  });
  if (choice.fraction() < 0.34) {
    await sleep(choice.between(0, 700));
  } else {
    await daemon.ready;
    await sleep(choice.between(5, 300));
  }
  const early = endedByItself;
  const { code, stderr } = await daemon.kill();
  return early ? [`I6: the daemon ended by itself with ${code}: ${lastWords(stderr)}`] : [];
}
