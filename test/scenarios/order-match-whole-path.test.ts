import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OrderMatchResult } from '../../src/domain/documents.generated.ts';
import {
  CATALOGUE,
  codeOf,
  computedScenarios,
  type Scenario,
  scenarioFacts,
  scenarioSettings,
} from '../rules/scenario-catalogue.ts';
import { canonicalFile, type WorldDocument } from '../support/base-world.ts';
import { emptySite, once } from '../support/run-in-process.ts';
import { specOf } from '../support/scenario-spec.ts';
import { dropFile, readAcks, readOutbox, type TestSite } from '../support/site.ts';
import { SUPPLIER, ublInvoice } from '../support/ubl-invoice.ts';

async function siteOf(scenario: Scenario): Promise<TestSite> {
  const { company, orderMatch, voucherSeries, voucherTypes } = scenarioSettings(scenario);
  const { toleranceCombination, direction, lineCharges } = orderMatch;
  const { suppliers, products, alternatives, orders } = scenarioFacts(scenario);
  const own = suppliers.map((supplier) => ({ ...supplier, organisationNo: SUPPLIER.organisationNo }));
  const rules = { toleranceCombination, direction, lineCharges };
  const site = await emptySite({ company, orderMatch: rules, voucherSeries, voucherTypes });
  const documents = [...own, ...products, ...alternatives, ...orders] as unknown as WorldDocument[];
  await dropFile(site, 'visma', 'world.json', canonicalFile(documents));
  await dropFile(site, 'invoices', 'invoice.xml', ublInvoice(specOf(scenario.invoice, 'peppol-bis-3')));
  return site;
}

describe.skipIf(!existsSync(CATALOGUE))(
  `the scenario catalogue through the whole path (skipped without ${CATALOGUE})`,
  () => {
    const scenarios = computedScenarios();

    it.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
      '%s %s',
      async (_id, _title, scenario) => {
        const site = await siteOf(scenario);
        const summary = await once(site);
        const { expected } = scenario;
        const [output, ...others] = await readOutbox(site, 'visma');
        const result = output?.content as unknown as OrderMatchResult;
        const lines = result.orders.flatMap(({ orderNo, lines: own }) =>
          own.map((line) => ({ key: `${orderNo}/${line.lineNo}`, ...line })),
        );
        expect(result.status.code).toBe(expected.status);
        const batches = expected.reasons.includes('pre-registered') ? ['voucher-batch'] : [];
        expect(others.map(({ content }) => content['document'])).toEqual(batches);
        expect(
          lines.map((line) => [
            line.key,
            line.suggestedQuantity,
            line.suggestedAmount,
            line.expectedAmount,
            line.deviation,
            line.insideTolerance,
          ]),
        ).toEqual(
          Object.entries(expected.orderLines).map(([key, { q, amt, exp, dev, inside }]) => [
            key,
            q,
            amt,
            exp,
            dev,
            inside,
          ]),
        );
        expect(result.createdLines.map((line) => `${line.kind} ${line.productNo ?? '?'} ${line.amount}`)).toEqual(
          expected.created,
        );
        const received = result.receipt?.productTransactions.map((one) => `${one.orderNo}/${one.orderLineNo}`) ?? [];
        expect(received.filter((key) => key in expected.orderLines)).toEqual(expected.received);
        const [ack] = (await readAcks(site)).get('invoice.xml') ?? [];
        expect(ack).toMatchObject({
          outcome: expected.status === 1 ? 'accepted' : 'held',
          documents: [{ status: String(expected.status) }],
        });
        const codes =
          (ack?.['documents'] as { reasons: { code: string }[] }[] | undefined)?.[0]?.reasons.map(({ code }) => code) ??
          [];
        expect([...new Set(codes)].sort()).toEqual([...new Set(expected.reasons.map(codeOf))].sort());
        expect(summary).toMatchObject({ files: 2, failed: 0, rejected: 0 });
      },
    );
  },
);
