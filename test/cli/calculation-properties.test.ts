import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supplierInvoiceText } from '../../src/cli/show/supplier-invoice-text.ts';
import type { OrderMatchOrderLine } from '../../src/domain/documents.generated.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { CALCULATION_CASES } from './calculation-cases.ts';
import type { CalculationCase } from './decided-invoice.ts';
import { generatedInvoices } from './generated-invoices.ts';
import {
  compareFractions,
  evaluate,
  fraction,
  isRight,
  numbersOf,
  type PrintedRow,
  printedLimits,
  printedRows,
  same,
} from './pocket-calculator.ts';
import { STYLE } from '../support/shown-style.ts';

function pageOf({ result, document }: CalculationCase): string {
  return supplierInvoiceText(shownInvoice(result, document), STYLE);
}

/** The rows of each order line's block, by its key. */
function blocksOf(page: string): Map<string, string> {
  const parts = page.split(/^ {2}Order line (?=\S+\/\d+, product)/m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf(',')), part.split(/\n\n/)[0] ?? '']));
}

/** Of these the printed sums are what the document states, and not what its parts make. */
const CONTRADICTS_ITSELF = new Set(['sums-that-do-not-add-up']);

const MANY = Number(process.env['ORDREBRO_PROPERTY_RUNS'] ?? 300);

/** Every generated invoice, and the telling cases first. */
function forEveryInvoice(check: (given: CalculationCase) => void): void {
  for (const [name, make] of Object.entries(CALCULATION_CASES)) if (!CONTRADICTS_ITSELF.has(name)) check(make());
  fc.assert(fc.property(generatedInvoices, check), { numRuns: MANY });
}

describe('the printed arithmetic, keyed into another calculator', () => {
  it('gives the printed results', () => {
    let rows = 0;
    forEveryInvoice((given) => {
      const printed = printedRows(pageOf(given));
      expect(printed.filter((row) => !isRight(row))).toEqual([]);
      rows += printed.length;
    });
    expect(rows).toBeGreaterThan(MANY * 10);
  });

  it('gives the printed limits, and a kept limit is one whose left side is not above the right one', () => {
    let limits = 0;
    forEveryInvoice((given) => {
      for (const { left, right, sides, sign, kept } of printedLimits(pageOf(given))) {
        limits += 1;
        expect(sign).toBe(kept ? '<=' : '>');
        expect(compareFractions(left, right) <= 0).toBe(kept);
        for (const side of sides) {
          const [formula = '', result = formula] = side.split(' = ');
          expect(compareFractions(evaluate(formula), fraction(result))).toBe(0);
        }
      }
    });
    expect(limits).toBeGreaterThan(MANY);
  });

  it('leads from the figures of the result to the figures of the result, one row into the next', () => {
    forEveryInvoice(({ result, document }) => {
      const blocks = blocksOf(pageOf({ result, document }));
      const lines = result.orders.flatMap(({ orderNo, lines: own }) => own.map((line) => ({ orderNo, line })));
      expect([...blocks.keys()].sort()).toEqual(lines.map(({ orderNo, line }) => `${orderNo}/${line.lineNo}`).sort());
      for (const { orderNo, line } of lines) {
        expectChain(printedRows(blocks.get(`${orderNo}/${line.lineNo}`) ?? ''), line);
      }
    });
  });

  it('judges as the printed limits say', () => {
    forEveryInvoice(({ result, document }) => {
      const { calculation } = shownInvoice(result, document);
      for (const { verdict } of calculation.orderLines) {
        const held = verdict.limits.map(({ holds }) => holds);
        const inLimits = verdict.combination === 'both' ? held.every(Boolean) : held.some(Boolean);
        expect(inLimits || !verdict.counts).toBe(verdict.inside);
      }
    });
  });

  it('leaves nothing of the document unexplained: what is on no order is what was not linked', () => {
    forEveryInvoice(({ result, document }) => {
      const linked = new Set(result.links.map(({ invoiceLineId }) => invoiceLineId));
      const rows = printedRows(pageOf({ result, document }));
      const left = rows.find(({ label }) => label === 'net on no order');
      if (left === undefined || document.lines.some(({ id }) => !linked.has(id))) return;
      expect(left.result).toBe('0.00');
    });
  });
});

/** Each row takes up the result of the one before; the last ones are the result's. */
function expectChain(rows: readonly PrintedRow[], line: OrderMatchOrderLine): void {
  const last = (...labels: RegExp[]) => rows.findLast(({ label }) => labels.some((one) => one.test(label)));
  const first = ({ formula }: PrintedRow) => numbersOf(formula)[0];
  const invoiced = last(/^invoice figure$/) ?? last(/^invoice line .*: (goods|net|counted|this part)$/, /^charge$/);
  const deviation = rows.find(({ label }) => label === 'deviation') as PrintedRow;
  const ordered = rows.find(({ label }) => label === 'order figure') as PrintedRow;
  const compared = last(/^compared/);
  expect(same(invoiced?.result ?? '', line.suggestedAmount)).toBe(true);
  expect(same(ordered.result, line.expectedAmount)).toBe(true);
  expect(same(deviation.result, line.deviation)).toBe(true);
  expect(compareFractions(first(deviation) as never, fraction(line.suggestedAmount))).toBe(0);
  if (compared !== undefined) {
    const [of] = numbersOf(ordered.formula);
    const size = (value: string) => value.replace('-', '');
    expect(same(size(`${(of?.over ?? 0n) * 1n}`), size(`${fraction(compared.result).over}`))).toBe(true);
  }
  const vat = last(/^VAT/, /^share of the stated VAT$/);
  if (vat !== undefined) expect(same(vat.result, line.suggestedVatAmount)).toBe(true);
  const percent = rows.find(({ label }) => label === 'of the invoice figure');
  if (percent !== undefined) expect(same(percent.result, line.deviationPercent ?? '')).toBe(true);
}
