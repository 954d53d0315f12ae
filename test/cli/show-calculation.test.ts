import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supplierInvoiceText } from '../../src/cli/show/supplier-invoice-text.ts';
import { widthOf } from '../../src/cli/text-table.ts';
import { ORDER_MATCH_STATUSES } from '../../src/domain/order-match-status.table.ts';
import { STEPS, TERM_NAMES } from '../../src/rules/order-match/calculation/step.table.ts';
import type { ShownSupplierInvoice } from '../../src/service/show-supplier-invoice.ts';
import { LANGUAGES, TEXTS } from '../../src/texts/text.ts';
import { invoice } from '../rules/invoice-in-words.ts';
import * as world from '../rules/order-match-world.ts';
import { outsideResult } from '../service/base-records.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { CALCULATION_CASES } from './calculation-cases.ts';
import { STYLE } from '../support/shown-style.ts';

function shownCase(name: string, more: Partial<ShownSupplierInvoice> = {}): ShownSupplierInvoice {
  const found = CALCULATION_CASES[name]?.();
  if (found === undefined) throw new Error(`no case ${name}`);
  return shownInvoice(found.result, found.document, more);
}

/** ORDREBRO_WRITE_GOLDEN=1 writes the golden texts anew; then read the difference before committing it. */
function expectGolden(name: string, text: string): void {
  const file = new URL(`./golden/supplier-invoice/${name}.txt`, import.meta.url);
  if (process.env['ORDREBRO_WRITE_GOLDEN'] === '1') writeFileSync(file, `${text}\n`);
  expect(`${text}\n`).toBe(readFileSync(file, 'utf8'));
}

const NAMES = Object.keys(CALCULATION_CASES);
const ACTIONS = ['match', 'update', 'receive', 'reject', 'link', 'unlink'].map((action) => `invoice ${action}`);

describe('a supplier invoice shown with its calculation', () => {
  it.each(NAMES)('%s', (name) => {
    expectGolden(name, supplierInvoiceText(shownCase(name), STYLE));
  });

  it.each([
    ['nb', 'allowances-and-charges'],
    ['nb', 'several-statuses'],
    ['nl', 'allowances-and-charges'],
    ['nl', 'credit-note'],
  ] as const)('in %s: %s', (language, name) => {
    const shown = shownCase(name, { allowedActions: ACTIONS });
    expectGolden(`${name}.${language}`, supplierInvoiceText(shown, { ...STYLE, language }));
  });

  it.each(LANGUAGES)('fits a hundred columns in %s, and a wider terminal changes no row of figures', (language) => {
    for (const name of NAMES) {
      const shown = shownCase(name, { allowedActions: ACTIONS });
      const page = supplierInvoiceText(shown, { ...STYLE, language });
      expect(page.split('\n').filter((line) => widthOf(line) > 100)).toEqual([]);
      const figures = (text: string) => text.split('\n').filter((line) => line.includes(' = '));
      expect(figures(supplierInvoiceText(shown, { ...STYLE, language, width: 200 }))).toEqual(figures(page));
    }
  });

  it('breaks a long formula between its terms on a narrow terminal', () => {
    const page = supplierInvoiceText(shownCase('partial-delivery'), { ...STYLE, width: 72 });
    expect(page).toMatch(/open +10 ordered\n +- 4 invoiced before\n +- 3 reserved += +3$/m);
  });

  it.each(LANGUAGES)('has a label for every step and term, and a next step for every status, in %s', (language) => {
    const keys = (section: string) => Object.keys(TEXTS[language][section] ?? {});
    expect(keys('step').sort()).toEqual(Object.keys(STEPS).sort());
    expect(keys('term').sort()).toEqual([...TERM_NAMES, 'smaller-of'].sort());
    expect(keys('whatNext')).toEqual(Object.keys(ORDER_MATCH_STATUSES));
  });
});

describe('what stands around the figures', () => {
  it('tells the history with the former status by its number, so that a row fits the page', () => {
    const entry = { at: '2026-11-21T18:00:00.000Z', event: 'decided-again', by: `file:${'o'.repeat(16)}` };
    const history = [
      { ...entry, from: null, to: '3' },
      { ...entry, from: '3', to: '1' },
      { ...entry, from: '1', to: '1' },
    ] as ShownSupplierInvoice['history'];
    const page = supplierInvoiceText(shownCase('over-price', { history }), STYLE);
    const rows = page.slice(page.indexOf('\nHistory\n')).split('\n').slice(3);
    expect(rows.map((row) => row.slice(38).replace(/ {2,}.*/, ''))).toEqual([
      '3 Order number not found',
      '3 -> 1 Completed by automatic matching',
      '1 Completed by automatic matching',
    ]);
    expect(rows.filter((row) => widthOf(row) > 100)).toEqual([]);
  });

  it('a sum that the document states and its parts do not make is said to be one', () => {
    const page = supplierInvoiceText(shownCase('sums-that-do-not-add-up'), STYLE);
    expect(page).toMatch(/gross +1 000\.00 \+ 250\.00 VAT += 1 300\.00 {2}as stated, not as calculated$/m);
  });

  it('names the command for each action that is not refused', () => {
    const page = supplierInvoiceText(shownCase('over-price', { allowedActions: ACTIONS }), STYLE);
    for (const action of ACTIONS) expect(page).toMatch(new RegExp(`- ordrebro ${action} doc1(?: --line .*)?: `));
  });

  it('an older result, which kept no comparison, shows its figures and says so', () => {
    const { document } = CALCULATION_CASES['over-price']?.() ?? {};
    const page = supplierInvoiceText(shownInvoice(outsideResult('doc1'), document as never), STYLE);
    expect(page).toContain('1001/2  KAFFE-500        48  2 808.00  3 072.00     264.00    8.5938 %');
    expect(page).toContain('a version that kept no calculations');
  });

  it('a reason that a supplier wrote long, over several lines or with quotation marks stays one short term', () => {
    const why = `Frakt "ekspress"\n${'lang '.repeat(30)}`;
    const document = invoice({
      ref: '1001',
      lines: [{ sku: 'A-100', q: '1', pr: '100.00', ch: [{ amt: '9.00', why }] }],
    });
    const { calculation } = shownInvoice(world.match(document).result, document);
    expect(calculation.orderLines[0]?.steps[1]?.terms[1]?.of).toBe(why);
    const page = supplierInvoiceText(shownInvoice(world.match(document).result, document), STYLE);
    expect(page).toContain(`+ 9.00 charge "Frakt 'ekspress' lang lang lang lang lan…"`);
  });

  it('of a large invoice the lines outside tolerance are calculated first, and the rest is counted', () => {
    const lines = Array.from({ length: 60 }, (_, index) => index);
    const known = world.facts({
      orders: [
        world.order(
          '1001',
          lines.map((index) => ({ p: 'A', q: '1', pr: `${100 + index}.00` })),
        ),
      ],
    });
    const prices = lines.map((index) => (index === 59 ? '999.00' : `${100 + index}.00`));
    const document = invoice({ ref: '1001', lines: prices.map((pr) => ({ sku: 'A-100', q: '1', pr })) });
    const shown = shownInvoice(world.match(document, known).result, document);
    const page = supplierInvoiceText(shown, STYLE);
    expect(page.match(/Order line 1001\/\d+, product A: outside/g)).toHaveLength(1);
    expect(page.match(/Order line 1001\/\d+, product A/g)).toHaveLength(50);
    expect(page).toContain('and 10 more order lines inside tolerance');
    expect(page).toMatch(/lines +\S.* together 60 +=/);
    expect(shown.calculation.orderLines).toHaveLength(60);
  });
});
