import type { CampaignOrder, CampaignOutcome } from '../campaign.ts';
import { killedUnderLoad } from '../f01-killed-under-load.ts';
import { powerCut } from '../f05-power-cut.ts';
import { eatMyData } from '../needs.table.ts';
import { MISTAKES } from './mistakes.table.ts';
import { patchedCopy } from './patched-copy.ts';

/** Power cuts under a library that makes every sync a lie: the checker must see what is lost. */
export async function everySyncALie(order: CampaignOrder): Promise<CampaignOutcome> {
  return powerCut(order, { environment: { LD_PRELOAD: eatMyData() ?? '' } });
}

/** Power cuts with one sync removed: staged files are not synced before their rows are committed. */
export async function oneSyncRemoved(order: CampaignOrder): Promise<CampaignOutcome> {
  return withMistake('one-sync-removed', (repository) => powerCut(order, { repository }));
}

/** Kills under load with acknowledgements that do not wait for their results. */
export async function answerBeforeResult(order: CampaignOrder): Promise<CampaignOutcome> {
  return withMistake('answer-before-result', (repository) => killedUnderLoad(order, { repository }));
}

/** Kills under load with outputs written straight to their final name. */
export async function stagingSkipped(order: CampaignOrder): Promise<CampaignOutcome> {
  return withMistake('staging-skipped', (repository) => killedUnderLoad(order, { repository }));
}

async function withMistake(
  name: keyof typeof MISTAKES,
  run: (repository: string) => Promise<CampaignOutcome>,
): Promise<CampaignOutcome> {
  const copy = await patchedCopy(MISTAKES[name]);
  try {
    return await run(copy.repository);
  } finally {
    await copy.remove();
  }
}
