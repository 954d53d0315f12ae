import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SupplierInvoice } from '../../src/domain/documents.generated.ts';
import { readShipped } from '../support/shipped-mappings.ts';
import { codesOf, match } from '../rules/order-match-world.ts';
import { CATALOGUE, codeOf, computedScenarios, scenarioFacts, scenarioSettings } from '../rules/scenario-catalogue.ts';
import { specOf } from '../support/scenario-spec.ts';
import { SUPPLIER, ublInvoice } from '../support/ubl-invoice.ts';

/** The catalogue's invoices as real files: what is decided must not depend on the family in which an invoice is written. */

describe.skipIf(!existsSync(CATALOGUE))(`the scenario catalogue as real files (skipped without ${CATALOGUE})`, () => {
  const families = ['peppol-bis-3', 'peppol-bis-2', 'ehf-2'] as const;
  const cases = families.flatMap((family) =>
    computedScenarios().map((scenario) => [family, scenario.id, scenario] as const),
  );

  it.each(cases)('%s %s', (family, _id, scenario) => {
    const bytes = Buffer.from(ublInvoice(specOf(scenario.invoice, family)));
    const { documents } = readShipped({ fileId: 'doc1', channel: 'invoices', name: 'invoice.xml', bytes });
    const facts = scenarioFacts(scenario);
    const suppliers = facts.suppliers.map((one) => ({ ...one, organisationNo: SUPPLIER.organisationNo }));
    const { result } = match(
      documents[0]?.content as SupplierInvoice,
      { ...facts, suppliers },
      scenarioSettings(scenario),
    );
    const { expected } = scenario;
    const lines = result.orders.flatMap(({ orderNo, lines: own }) =>
      own.map((line) => ({ key: `${orderNo}/${line.lineNo}`, ...line })),
    );
    expect(result.status.code).toBe(expected.status);
    expect(codesOf(result)).toEqual([...new Set(expected.reasons.map(codeOf))].sort());
    expect(lines.map((line) => [line.key, line.suggestedQuantity, line.suggestedAmount, line.expectedAmount])).toEqual(
      Object.entries(expected.orderLines).map(([key, { q, amt, exp }]) => [key, q, amt, exp]),
    );
    expect(result.createdLines.map((line) => `${line.kind} ${line.productNo ?? '?'} ${line.amount}`)).toEqual(
      expected.created,
    );
    expect(lines.filter(({ received }) => received).map(({ key }) => key)).toEqual(expected.received);
  });
});
