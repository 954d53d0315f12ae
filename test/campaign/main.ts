import { parseArgs } from 'node:util';
import { runCampaigns } from './run-campaigns.ts';

/** `npm run campaign -- [--quick] [--only F1,F2] [--runs N] [--seed N]`: ends with 1 when a promise is broken or a control is not caught. */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

process.exitCode = await runCampaigns({
  quick: values.quick,
  only: values.only?.split(',') ?? null,
  runs: values.runs === undefined ? null : Number(values.runs),
  seed: Number(values.seed),
});
