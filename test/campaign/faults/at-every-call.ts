import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunResult, runOnce } from '../../support/daemon.ts';
import { chance } from '../../support/random.ts';
import { removeSite } from '../../support/site.ts';
import type { CampaignOrder, CampaignOutcome } from '../campaign.ts';
import { settleAndCheck } from '../check-site.ts';
import { fiveFiles } from './five-files.ts';
import { runWithPoolTraced } from './pool-traced.ts';
import { type CallPlace, durablePlaces, injections, straceWith, TRACEABLE } from './traced-calls.ts';

/** One injection: where, and what strace does there. */
interface Injection {
  place: CallPlace;
  effect: string;
}

/**
 * F2: SIGKILL at the Nth durable system call of the five-file scenario. All places three times in full;
 * a sample of them, spread over all calls, where fewer runs are asked for.
 */
export async function killedAtCall(order: CampaignOrder): Promise<CampaignOutcome> {
  return atPlaces(order, 'F2', ['signal=KILL']);
}

const ERRORS = ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EXDEV', 'EROFS'] as const;

/** F3: the Nth call fails once. The run may go on, or end and say why; after a restart nothing may be missing or double. */
export async function callFails(order: CampaignOrder): Promise<CampaignOutcome> {
  return atPlaces(
    order,
    'F3',
    ERRORS.map((error) => `error=${error}`),
  );
}

async function atPlaces(order: CampaignOrder, id: string, effects: readonly string[]): Promise<CampaignOutcome> {
  const places = await durablePlaces();
  const outcome: CampaignOutcome = { runs: 0, violations: [], notes: [] };
  let hits = 0;
  let recoveredAlone = 0;
  const all = sample(places, effects, order);
  for (const injection of all) {
    const one = await inject(injection);
    outcome.runs += 1;
    outcome.violations.push(...one.violations);
    if (one.hit) hits += 1;
    if (one.hit && (one.result.code === 0 || one.result.code === 1)) recoveredAlone += 1;
    if (outcome.runs % 20 === 0)
      order.say(`${id} ${outcome.runs} of ${all.length} runs, ${hits} hit, ${outcome.violations.length} violations`);
  }
  outcome.notes.push(
    `${places.length} places, hit in ${hits} runs, ${recoveredAlone} of them ended by themselves in order`,
  );
  return outcome;
}

/** Every place with every effect at least once, as far as the runs go; where they do not, spread evenly by chance. */
function sample(places: readonly CallPlace[], effects: readonly string[], order: CampaignOrder): Injection[] {
  const choice = chance(order.seed);
  const every = places.flatMap((place) => effects.map((effect) => ({ place, effect })));
  if (every.length === 0)
    throw new Error('no durable call was seen: strace, or the five-file scenario, does not work here');
  const step = every.length / order.runs;
  const jitter = step > 1 ? step : 0;
  const all = Array.from(
    { length: order.runs },
    (_, index) => every[Math.floor(index * step + choice.fraction() * jitter) % every.length],
  );
  return all.filter((one) => one !== undefined);
}

async function inject(injection: Injection): Promise<{ violations: string[]; hit: boolean; result: RunResult }> {
  const { place, effect } = injection;
  const folder = await mkdtemp(join(tmpdir(), 'ordrebro-trace-'));
  const record = join(folder, 'calls');
  const { site, drops } = await fiveFiles();
  const strace = straceWith(record, place, effect);
  const result =
    place.thread === 'any'
      ? await runOnce(site, { ...TRACEABLE, wrapper: ['strace', '-f', ...strace] })
      : await runWithPoolTraced(site, strace);
  const violations = result.timedOut ? [`I10: the run did not end within ${TRACEABLE.timeoutMs} ms`] : [];
  violations.push(...(await settleAndCheck({ site, drops, taken: [] })));
  const hit = (await injections(record)) > 0 || result.signal !== null;
  await rm(folder, { recursive: true });
  if (violations.length === 0) await removeSite(site);
  const where = `${place.call} ${place.nth} of ${place.thread}, ${effect}, ended with ${result.code ?? result.signal}, ${site.dir}`;
  return { violations: violations.map((text) => `${text} [${where}]`), hit, result };
}
