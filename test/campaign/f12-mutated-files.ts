import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastWords, startDaemon } from '../support/daemon.ts';
import { type Chance, chance } from '../support/random.ts';
import { makeSite, removeSite, type TestSite } from '../support/site.ts';
import { type CampaignOrder, type CampaignOutcome, campaignSettings } from './campaign.ts';
import { settleAndCheck } from './check-site.ts';
import { storedContents } from './check/ledger-queries.ts';
import { type Drop, drop } from './load/drop.ts';
import { startReader } from './load/reader.ts';
import { startWriters } from './load/writers.ts';
import { mutateText } from './mutation/mutate-text.ts';
import { GOOD_MAPPING, listFile, productsOf, writeGoodMapping, writeMapping } from './mutation/product-list.ts';

const MUTATIONS_PER_SITE = 50;
const SETTINGS_FILE = 'mappings/site.yaml';

/**
 * F12: a mapping and the settings are mutated again and again while files come in. The daemon never ends, every file is
 * answered once, and what is taken in through the mapping is what its file says: a mutated mapping either does the same,
 * or is refused, or refuses files; it never makes other documents of them.
 */
export async function mutatedFiles(order: CampaignOrder): Promise<CampaignOutcome> {
  const outcome: CampaignOutcome = { runs: 0, violations: [], notes: [] };
  let lists = 0;
  let taken = 0;
  for (let round = 0; outcome.runs < order.runs; round += 1) {
    const mutations = Math.min(MUTATIONS_PER_SITE, order.runs - outcome.runs);
    const one = await mutateOneSite(order.seed + round, mutations);
    if (one.violations.length === 0 || !order.keepEvidence) await removeSite(one.site);
    outcome.runs += mutations;
    outcome.violations.push(...one.violations);
    lists += one.lists;
    taken += one.taken;
    order.say(`F12 ${outcome.runs} mutations, ${lists} lists, ${outcome.violations.length} violations`);
  }
  outcome.notes.push(`${lists} lists dropped, ${taken} of them taken in through the mapping`);
  return outcome;
}

async function mutateOneSite(
  seed: number,
  mutations: number,
): Promise<{ site: TestSite; violations: string[]; lists: number; taken: number }> {
  const choice = chance(seed);
  const site = await makeSite({ settings: campaignSettings() });
  await writeGoodMapping(site);
  const goodSettings = await readFile(join(site.dir, SETTINGS_FILE), 'utf8');
  const reader = startReader(site, 20);
  const daemon = startDaemon(site);
  const violations: string[] = [];
  await daemon.ready;
  let endedByItself = false;
  daemon.ended.then(() => {
    endedByItself = true;
  });
  const writers = await startWriters(site, { seed, count: 2, pauseMs: 300 });
  const lists: string[] = [];
  const drops: Drop[] = [];
  const dropList = async (): Promise<void> => {
    const list = `${seed}-${lists.length}`;
    lists.push(list);
    drops.push(await drop(site, listFile(list)));
  };
  for (let done = 0; done < mutations && !endedByItself; done += 1) {
    await dropList();
    await mutate(site, choice, goodSettings);
    await dropList();
    await sleep(choice.between(50, 1800)); // some are saved before the last one was looked at
  }
  const early = endedByItself;
  await writeMapping(site, GOOD_MAPPING);
  await save(site, goodSettings);
  await sleep(3000);
  await dropList();
  await writers.stop();
  await sleep(1500);
  const { code, stderr } = await daemon.stop();
  await reader.stop();
  if (early) violations.push(`I6: the daemon ended by itself with ${code}: ${lastWords(stderr)}`);
  const all = [...writers.drops, ...drops];
  violations.push(...reader.violations, ...(await settleAndCheck({ site, drops: all, taken: reader.taken })));
  await reader.look();
  const answers = new Map(reader.taken.flatMap(({ answer }) => (answer === null ? [] : [[answer.fileName, answer]])));
  const stored = storedContents(join(site.dir, 'state', 'ledger.db'), 'product');
  const accepted = lists.filter((list) => answers.get(listFile(list).name)?.outcome === 'accepted');
  violations.push(...accepted.flatMap((list) => changedInSilence(list, stored)), ...strangers(lists, stored));
  const last = lists[lists.length - 1] ?? '';
  if (!accepted.includes(last))
    violations.push(`I13: the list ${last} was not taken in after everything was good again`);
  const told = violations.map((text) => `${text} [seed ${seed}, ${site.dir}]`);
  return { site, violations: told, lists: lists.length, taken: accepted.length };
}

async function mutate(site: TestSite, choice: Chance, goodSettings: string): Promise<void> {
  const what = choice.fraction();
  if (what < 0.15) return writeMapping(site, GOOD_MAPPING);
  if (what < 0.8) return writeMapping(site, mutateText(GOOD_MAPPING, choice).content);
  return save(site, what < 0.85 ? goodSettings : mutateText(goodSettings, choice).content);
}

async function save(site: TestSite, content: string | Uint8Array): Promise<void> {
  const file = join(site.dir, SETTINGS_FILE);
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
}

/** What a list that was accepted says, and the ledger does not. */
function changedInSilence(list: string, stored: ReadonlyMap<string, Record<string, unknown>>): string[] {
  return productsOf(list).flatMap((product) => {
    const kept = stored.get(product.productNo);
    const alike =
      Object.entries(product).every(([name, value]) => kept?.[name] === value) && kept?.['gtin'] === undefined;
    return alike ? [] : [`I13: ${product.productNo} is kept as ${JSON.stringify(kept)}`];
  });
}

/** Products of lists that no list names. */
function strangers(lists: readonly string[], stored: ReadonlyMap<string, unknown>): string[] {
  const known = new Set(lists.flatMap((list) => productsOf(list).map(({ productNo }) => productNo)));
  return [...stored.keys()]
    .filter((key) => key.startsWith('PL-') && !known.has(key))
    .map((key) => `I13: nobody sent the product ${key}`);
}
