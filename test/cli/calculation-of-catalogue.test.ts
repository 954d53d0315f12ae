import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { supplierInvoiceText } from '../../src/cli/show/supplier-invoice-text.ts';
import { invoice } from '../rules/invoice-in-words.ts';
import * as world from '../rules/order-match-world.ts';
import { CATALOGUE, computedScenarios, scenarioFacts, scenarioSettings } from '../rules/scenario-catalogue.ts';
import { shownInvoice } from '../support/shown-invoice.ts';
import { compareFractions, isRight, printedLimits, printedRows } from './pocket-calculator.ts';
import { STYLE } from '../support/shown-style.ts';

describe.skipIf(!existsSync(CATALOGUE))(`the catalogue, shown and recalculated (skipped without ${CATALOGUE})`, () => {
  it.each(computedScenarios().map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s %s',
    (_id, _title, scenario) => {
      const document = invoice(scenario.invoice);
      const { result } = world.match(document, scenarioFacts(scenario), scenarioSettings(scenario));
      const page = supplierInvoiceText(shownInvoice(result, document), STYLE);
      const rows = printedRows(page);
      expect(rows.filter((row) => !isRight(row))).toEqual([]);
      const lines = Object.values(scenario.expected.orderLines);
      for (const { left, right, kept } of printedLimits(page)) expect(compareFractions(left, right) <= 0).toBe(kept);
      const printed = (label: string) =>
        rows.filter((row) => row.label === label).map(({ result: figure }) => figure.replaceAll(' ', ''));
      expect(printed('order figure').sort()).toEqual(lines.map(({ exp }) => exp).sort());
      expect(printed('deviation').sort()).toEqual(lines.map(({ dev }) => dev).sort());
    },
  );
});
