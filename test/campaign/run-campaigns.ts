import type { Campaign, CampaignOutcome } from './campaign.ts';
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
    print(`There is no campaign ${unknown.join(', ')}; there are ${CAMPAIGNS.map((campaign) => campaign.id).join(' ')}.`);
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
  if (order.only === null) for (const { id, title } of NOT_WRITTEN) print(`${id.padEnd(4)}not written yet, and that is no pass: ${title}`);
  return failed ? 1 : 0;
}

async function runOne(campaign: Campaign, order: CampaignsOrder): Promise<{ line: string; kept: boolean }> {
  const runs = order.runs ?? (order.quick ? campaign.runs.quick : campaign.runs.full);
  print(`${campaign.id} ${campaign.title}: ${runs} runs, seed ${order.seed}`);
  const begin = performance.now();
  const outcome = await campaign.run({ runs, seed: order.seed, say: (line) => print(`  ${line}`) });
  const seconds = Math.round((performance.now() - begin) / 1000);
  if (campaign.control !== true) for (const violation of outcome.violations.slice(0, SHOWN)) print(`  VIOLATION ${violation}`);
  const kept = campaign.control === true ? outcome.violations.length > 0 : outcome.violations.length === 0;
  return { line: summary(campaign, outcome, seconds), kept };
}

function summary(campaign: Campaign, { runs, violations, notes }: CampaignOutcome, seconds: number): string {
  const more = notes.length === 0 ? '' : `; ${notes.join('; ')}`;
  const head = `${campaign.id.padEnd(4)}${campaign.title}: ${runs} runs, `;
  if (campaign.control !== true) return `${head}${violations.length} in ${runs} violations (${seconds} s${more})`;
  const verdict = violations.length > 0 ? `caught (${violations.length} violations, the first: ${violations[0]})` : 'NOT CAUGHT';
  return `${head}${verdict} (${seconds} s)`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
