import type { Campaign, CampaignOrder, CampaignOutcome } from './campaign.ts';
import { CAMPAIGNS, NOT_WRITTEN } from './campaigns.table.ts';
import { unmet } from './needs.table.ts';

export interface CampaignsOrder {
  quick: boolean;
  /** Ids; null: all. */
  only: readonly string[] | null;
  /** Instead of the number in the table. */
  runs: number | null;
  seed: number;
}

/** How many violations of one campaign are printed in full. */
const SHOWN = 20;

/** Runs the campaigns that are asked for and prints one line each. Gives 1 when a promise is broken or a control is not caught. */
export async function runCampaigns(order: CampaignsOrder): Promise<number> {
  const chosen = CAMPAIGNS.filter((campaign) => order.only === null || order.only.includes(campaign.id));
  const unknown = order.only?.filter((id) => !CAMPAIGNS.some((campaign) => campaign.id === id)) ?? [];
  if (unknown.length > 0) {
    print(
      `There is no campaign ${unknown.join(', ')}; there are ${CAMPAIGNS.map((campaign) => campaign.id).join(' ')}.`,
    );
    return 2;
  }
  const lines: string[] = [];
  let failed = false;
  for (const campaign of chosen) {
    const missing = unmet(campaign.needs);
    if (missing.length > 0) {
      lines.push(`${campaign.id.padEnd(4)}skipped, and that is no pass: ${missing.join('; ')}`);
      continue;
    }
    const { line, kept } = await runOne(campaign, order);
    lines.push(line);
    failed ||= !kept;
  }
  print('');
  for (const line of lines) print(line);
  if (order.only === null)
    for (const { id, title } of NOT_WRITTEN) print(`${id.padEnd(4)}not written yet, and that is no pass: ${title}`);
  return failed ? 1 : 0;
}

async function runOne(campaign: Campaign, order: CampaignsOrder): Promise<{ line: string; kept: boolean }> {
  const runs = order.runs ?? (order.quick ? campaign.runs.quick : campaign.runs.full);
  print(`${campaign.id} ${campaign.title}: ${runs} runs, seed ${order.seed}`);
  const begin = performance.now();
  const isControl = campaign.caughtBy !== undefined;
  const outcome = await runOrTell(campaign, {
    runs,
    seed: order.seed,
    keepEvidence: !isControl,
    say: (line) => print(`  ${line}`),
  });
  const took = `${Math.round((performance.now() - begin) / 1000)} s`;
  const head = `${campaign.id.padEnd(4)}${campaign.title}: ${outcome.runs} runs, `;
  if (isControl) return controlled(head, campaign.caughtBy ?? [], outcome, took);
  for (const violation of outcome.violations.slice(0, SHOWN)) print(`  VIOLATION ${violation}`);
  const count = outcome.violations.length;
  return {
    line: `${head}${count} in ${outcome.runs} violations (${[took, ...outcome.notes].join('; ')})`,
    kept: count === 0,
  };
}

/** A campaign that cannot go on is a failure of its own, and must not hide the others. */
async function runOrTell(campaign: Campaign, order: CampaignOrder): Promise<CampaignOutcome> {
  try {
    return await campaign.run(order);
  } catch (error) {
    return { runs: 0, violations: [`the campaign itself failed: ${(error as Error).stack}`], notes: [] };
  }
}

function controlled(
  head: string,
  caughtBy: readonly string[],
  { violations }: CampaignOutcome,
  took: string,
): { line: string; kept: boolean } {
  const caught = violations.filter((text) => caughtBy.some((id) => text.startsWith(`${id}:`)));
  const instead = violations[0] === undefined ? '' : `; instead: ${violations[0]}`;
  if (caught.length === 0)
    return { line: `${head}NOT CAUGHT by ${caughtBy.join(' or ')} (${took}${instead})`, kept: false };
  return { line: `${head}caught ${caught.length} times (${took}); the first: ${caught[0]}`, kept: true };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
