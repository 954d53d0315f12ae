import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryAlternative, Product } from '../../src/domain/documents.generated.ts';
import type { OrderMatchFacts, OrderMatchRuleSettings } from '../../src/rules/order-match/order-match-facts.ts';
import type { InvoiceWords } from './invoice-in-words.ts';
import * as world from './order-match-world.ts';

const DATA = process.env.ORDREBRO_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');
/** Where the catalogue lies; tests skip where it does not. */
export const CATALOGUE = join(DATA, '../scenarios/order-match.json');

/** A scenario as the catalogue has it. */
export interface Scenario {
  id: string;
  title: string;
  computed: boolean;
  settings: Record<string, never>;
  supplier: { pct?: string; amt?: string; noAutoFreight?: boolean; noAutoFee?: boolean; words?: string[] };
  products: Record<string, { sup: string; gtin: string; packs?: Record<string, string> }>;
  orders?: { no: string; sup: string; cur: string; state: string; prepay?: boolean; lines: world.OrderLineWords[] }[];
  invoice: InvoiceWords;
  expected: {
    status: number | null;
    orderLines: Record<string, { q: string; amt: string; exp: string; dev: string; pct: string; inside: boolean }>;
    created: string[];
    received: string[];
    reasons: string[];
  };
}

/** Decided by the check of the settings, not by the match: both switches on is refused before anything runs. */
export const NOT_OF_THE_DECISION = new Set(['R05']);

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

/** The code of a short word, without its place. */
export function codeOf(word: string): string {
  const short = word.split(':')[0] ?? '';
  return SHORT_WORDS[short] ?? short.toUpperCase().replaceAll('-', '_');
}

/** The settings of a scenario over those of the base world. */
export function scenarioSettings(scenario: Scenario): OrderMatchRuleSettings {
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

/** The facts of a scenario over those of the base world. */
export function scenarioFacts(scenario: Scenario): OrderMatchFacts {
  const { pct, amt, noAutoFreight, noAutoFee, words } = scenario.supplier;
  const alternatives: DeliveryAlternative[] = world.alternatives(words).map((alternative) => {
    const pack = Object.entries(scenario.products[alternative.productNo]?.packs ?? {})[0];
    return pack === undefined
      ? alternative
      : { ...alternative, packUnit: pack[0].split('>')[0] ?? '', packQuantity: pack[1] };
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

/** The scenarios that a decision alone can show, computed to the last digit; none where the catalogue is absent. */
export function computedScenarios(): Scenario[] {
  const all = existsSync(CATALOGUE) ? (JSON.parse(readFileSync(CATALOGUE, 'utf8')) as Scenario[]) : [];
  return all.filter((scenario) => scenario.computed && !NOT_OF_THE_DECISION.has(scenario.id));
}
