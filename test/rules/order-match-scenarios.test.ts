import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeliveryAlternative, Product } from '../../src/domain/documents.generated.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings } from '../../src/rules/order-match/order-match-facts.ts';
import * as world from './order-match-world.ts';

const DATA = process.env.ORDREBRO_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');
const CATALOGUE = join(DATA, '../scenarios/order-match.json');

interface Scenario {
  id: string;
  title: string;
  computed: boolean;
  settings: Record<string, never>;
  supplier: { pct?: string; amt?: string; noAutoFreight?: boolean; noAutoFee?: boolean; words?: string[] };
  products: Record<string, { sup: string; gtin: string; packs?: Record<string, string> }>;
  orders?: { no: string; sup: string; cur: string; state: string; prepay?: boolean; lines: world.OrderLineWords[] }[];
  invoice: world.InvoiceWords;
  expected: {
    status: number | null;
    orderLines: Record<string, { q: string; amt: string; exp: string; dev: string; pct: string; inside: boolean }>;
    created: string[];
    received: string[];
    reasons: string[];
  };
}

/** Decided by the check of the settings, not by the match: both switches on is refused before anything runs. */
const NOT_OF_THE_DECISION = new Set(['R05']);

/** The catalogue's short words for reasons (contract 5). */
const SHORT_WORDS: Record<string, string> = {
  outside: 'OUTSIDE_TOLERANCE',
  missing: 'MISSING_VALUE',
  currency: 'CURRENCY_MISMATCH',
  'auto-receive-off': 'AUTOMATIC_RECEIPT_OFF',
  'pre-registered': 'PREREGISTERED',
  'freight-flag': 'FREIGHT_BLOCKS_RECEIPT',
  'fee-flag': 'FEE_BLOCKS_RECEIPT',
  prepayment: 'PREPAYMENT_BLOCKED',
  'prepayment-blocked': 'PREPAYMENT_BLOCKED',
  'order-line-ref-ignored': 'ORDER_LINE_REFERENCE_IGNORED',
  'product-by-order-line-ref': 'PRODUCT_BY_ORDER_LINE_REFERENCE',
};

function codeOf(word: string): string {
  const short = word.split(':')[0] ?? '';
  return SHORT_WORDS[short] ?? short.toUpperCase().replaceAll('-', '_');
}

function settingsOf(scenario: Scenario): OrderMatchRuleSettings {
  const words: Record<string, unknown> = scenario.settings;
  const base = world.settings();
  const given = <Value>(key: string, otherwise: Value): Value => (key in words ? (words[key] as Value) : otherwise);
  const processing = base.company.orderProcessing;
  return world.settings(
    {
      tolerancePercent: given('pct', base.company.tolerancePercent),
      toleranceAmount: given('amt', base.company.toleranceAmount),
      freightProduct: given('freight', base.company.freightProduct),
      feeAndRoundingProduct: given('fee', base.company.feeAndRoundingProduct),
      orderProcessing: {
        ...processing,
        allowNoDeviation: given('noDev', false),
        preregisterIncomingDocuments: given('preReg', false),
        automaticReceipt: given('auto', true),
        noPartialReceipt: given('noPartial', true),
      },
    },
    {
      toleranceCombination: given('combine', 'both'),
      direction: given('dirn', 'both'),
      lineCharges: given('lineCharges', 'split'),
    },
  );
}

function factsOf(scenario: Scenario): OrderMatchFacts {
  const { pct, amt, noAutoFreight, noAutoFee, words } = scenario.supplier;
  const alternatives: DeliveryAlternative[] = world.alternatives(words).map((alternative) => {
    const pack = Object.entries(scenario.products[alternative.productNo]?.packs ?? {})[0];
    return pack === undefined ? alternative : { ...alternative, packUnit: pack[0].split('>')[0] ?? '', packQuantity: pack[1] };
  });
  const products: Product[] = world.products().map((product) => {
    const changed = scenario.products[product.productNo];
    return changed === undefined ? product : { ...product, gtin: changed.gtin };
  });
  const orders = scenario.orders?.map(({ no, sup, cur, prepay, lines }) =>
    world.order(no, lines, { supplierNo: sup, currency: cur, ...(prepay === true ? { prepayment: true } : {}) }),
  );
  return world.facts({
    suppliers: [
      world.supplier({
        ...(pct === undefined ? {} : { tolerancePercent: pct }),
        ...(amt === undefined ? {} : { toleranceAmount: amt }),
        noAutomaticReceiptIfFreight: noAutoFreight === true,
        noAutomaticReceiptIfFees: noAutoFee === true,
      }),
    ],
    products,
    alternatives,
    ...(orders === undefined ? {} : { orders }),
  });
}

describe.skipIf(!existsSync(CATALOGUE))(`order match: the scenario catalogue (skipped without ${CATALOGUE})`, () => {
  const scenarios = existsSync(CATALOGUE) ? (JSON.parse(readFileSync(CATALOGUE, 'utf8')) as Scenario[]) : [];
  const computed = scenarios.filter((scenario) => scenario.computed && !NOT_OF_THE_DECISION.has(scenario.id));

  it('has all 89 computed scenarios', () => {
    expect(computed.length + NOT_OF_THE_DECISION.size).toBe(89);
  });

  it.each(computed.map((scenario) => [scenario.id, scenario.title, scenario] as const))('%s %s', (_id, _title, scenario) => {
    const { result } = world.match(world.invoice(scenario.invoice), factsOf(scenario), settingsOf(scenario));
    const { expected } = scenario;
    const lines = result.orders.flatMap((order) => order.lines.map((line) => ({ key: `${order.orderNo}/${line.lineNo}`, ...line })));
    expect(Object.fromEntries(
      lines.map((line) => [
        line.key,
        {
          q: line.suggestedQuantity,
          amt: line.suggestedAmount,
          exp: line.expectedAmount,
          dev: line.deviation,
          pct: line.deviationPercent ?? 'n/a',
          inside: line.insideTolerance,
        },
      ]),
    )).toEqual(expected.orderLines);
    expect(result.createdLines.map((line) => `${line.kind} ${line.productNo ?? '?'} ${line.amount}`)).toEqual(expected.created);
    expect(lines.filter((line) => line.received).map((line) => line.key)).toEqual(expected.received);
    expect(world.codesOf(result)).toEqual([...new Set(expected.reasons.map(codeOf))].sort());
    for (const word of expected.reasons.filter((one) => one.startsWith('outside:') || one.startsWith('missing:'))) {
      expect(world.reasonsOf(result)).toContain(`${codeOf(word)} ${word.split(':')[1]}`);
    }
    expect(result.status.code).toBe(expected.status);
  });
});
