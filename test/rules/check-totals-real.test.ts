import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTotals } from '../../src/rules/order-match/check-totals.ts';
import { type Understood, sumsOfUnderstood } from './understood-invoice.ts';

const DATA = join(process.env.ORDREBRO_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'invoices');

/** Every official sample whose schema and Schematron accept it adds up, each family by its own rule (order-match.md 22). */
describe.skipIf(!existsSync(DATA))(`sums of real invoices (skipped without ${DATA})`, () => {
  const rows = existsSync(DATA) ? readFileSync(join(DATA, 'INDEX.tsv'), 'utf8').trim().split('\n').slice(1) : [];
  const samples = rows.flatMap((row) => {
    const [file = '', status = '', , , , , , rules = ''] = row.split('\t');
    const twin = join(DATA, 'understood', `${file.split('/').at(-1)}.json`);
    const invoice = existsSync(twin)
      ? sumsOfUnderstood(JSON.parse(readFileSync(twin, 'utf8')) as Understood)
      : undefined;
    return invoice === undefined ? [] : [{ file, status, rules, invoice }];
  });

  it('every valid one adds up', () => {
    const valid = samples.filter(({ status }) => status === 'valid');
    expect(valid.length).toBeGreaterThan(60);
    expect(valid.flatMap(({ file, invoice }) => checkTotals(invoice).map((reason) => [file, reason]))).toEqual([]);
  });

  it('those that break a sum rule do not, and the rule is named; where a sum is missing there is nothing to compare', () => {
    const broken = samples.filter(({ rules }) => /BR-CO-1[0-6]\b|BII2-T1[04]-R05[1-6]/.test(rules));
    expect(broken.length).toBeGreaterThan(8);
    for (const { file, invoice, rules } of broken) {
      const stated = invoice.totals.gross !== undefined && invoice.lines.every((line) => line.netAmount !== undefined);
      const named = checkTotals(invoice).map(({ at }) => at ?? '');
      expect(
        named.some((rule) => rules.split(';').includes(rule)),
        `${file}: ${rules} / ${named.join()}`,
      ).toBe(stated);
    }
  });
});
