import { describe, expect, it } from 'vitest';
import { CLASSES } from './classes/classes.table.ts';
import { reportOf } from './report/report.ts';
import { runCorpus } from './run-corpus.ts';

const TIMEOUT_MS = 180_000;
/** Enough for a story of every class. */
const INVOICES = 220;

/** The short form of `npm run corpus`, so that no change goes in that the long one would refuse at once. */
describe('the corpus through the whole path', () => {
  it('has no false accept, and every class is what it promises', { timeout: TIMEOUT_MS }, async () => {
    const report = reportOf(await runCorpus({ seed: 7, invoices: INVOICES, keep: null, say: () => undefined }));
    expect(report.falseAccepts).toEqual([]);
    expect(report.unexpected).toEqual([]);
    expect(report.classes.map(({ name }) => name)).toEqual(CLASSES.map(({ name }) => name));
    expect(report.total.invoices).toBeGreaterThanOrEqual(INVOICES);
  });
});
