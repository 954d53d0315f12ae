import { parseArgs } from 'node:util';
import { runBench } from './run-bench.ts';

/** `npm run bench -- [--quick] [--rounds N] [--files N] [--only NAME,NAME]`: prints a table, ends with 1 when a target is missed. */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    files: { type: 'string' },
    documents: { type: 'string' },
    waiting: { type: 'string' },
    'order-lines': { type: 'string' },
    'large-orders': { type: 'string' },
    only: { type: 'string' },
  },
});

const size = (given: string | undefined, full: number, quick: number): number =>
  given === undefined ? (values.quick ? quick : full) : Number(given);

process.exitCode = await runBench({
  rounds: size(values.rounds, 5, 2),
  files: size(values.files, 5000, 600),
  loneFiles: values.quick ? 40 : 200,
  documents: size(values.documents, 200_000, 10_000),
  waiting: size(values.waiting, 100_000, 5_000),
  longLines: values.quick ? 1_000 : 10_000,
  orderLines: size(values['order-lines'], 1_000_000, 50_000),
  largeOrders: size(values['large-orders'], 100_000, 10_000),
  only: values.only?.split(',') ?? null,
});
