import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CLASSES } from './classes/classes.table.ts';
import { printedReport } from './report/print-report.ts';
import { isSound, reportOf } from './report/report.ts';
import { runCorpus } from './run-corpus.ts';

/**
 * `npm run corpus -- [--seed N] [--invoices N] [--json] [--keep DIR] [--only CLASS]`: generates orders, deliveries and invoices with
 * the truth known, injects faults, runs them through the whole path and reports class by class. Ends with 1 when
 * anything wrong was accepted, or a class is not what it promises.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    invoices: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
});

function wholeNumber(name: 'seed' | 'invoices'): number {
  const text = values[name];
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    process.stderr.write(`--${name} must be a whole number from 1 to 999999999, not "${text}".\n`);
    process.exit(2);
  }
  return Number(text);
}

const classes = values.only === undefined ? CLASSES : CLASSES.filter(({ name }) => name === values.only);
if (classes.length === 0) {
  process.stderr.write(`There is no class "${values.only}". Classes: ${CLASSES.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const report = reportOf(
  await runCorpus({
    seed: wholeNumber('seed'),
    invoices: wholeNumber('invoices'),
    classes,
    keep: values.keep === undefined ? null : resolve(values.keep),
    say: (text) => process.stderr.write(`${text}\n`),
  }),
);
process.stdout.write(`${values.json ? JSON.stringify(report, null, 1) : printedReport(report)}\n`);
process.exitCode = isSound(report) ? 0 : 1;
