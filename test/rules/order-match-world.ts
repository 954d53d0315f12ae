import type {
  DeliveryAlternative,
  OrderMatchResult,
  Product,
  PurchaseOrder,
  Supplier,
  SupplierInvoice,
} from '../../src/domain/documents.generated.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { decideOrderMatch } from '../../src/rules/order-match/decide-order-match.ts';
import type {
  OrderMatchContext,
  OrderMatchFacts,
  OrderMatchRuleSettings,
} from '../../src/rules/order-match/order-match-facts.ts';

import { ACCOUNT } from '../support/ubl-invoice.ts';

/** The base world of the scenario catalogue, and short ways to say what differs. */

export function settings(
  company: Partial<OrderMatchRuleSettings['company']> = {},
  orderMatch: Partial<OrderMatchRuleSettings['orderMatch']> = {},
): OrderMatchRuleSettings {
  return {
    company: {
      organisationNo: '991825827',
      feeAndRoundingProduct: 'G900',
      freightProduct: 'F400',
      tolerancePercent: '2',
      toleranceAmount: '50.00',
      preregistrationVoucherSeries: 40,
      ...company,
      orderProcessing: {
        allowNoDeviation: false,
        preregisterIncomingDocuments: false,
        automaticReceipt: true,
        noPartialReceipt: true,
        reversePreregistrationOnReject: false,
        ...company.orderProcessing,
      },
    },
    orderMatch: {
      toleranceCombination: 'both',
      direction: 'both',
      lineCharges: 'split',
      documentAmountCap: null,
      chargeLimitPercent: '25',
      freightLimit: null,
      feeLimit: null,
      freightReasonCodes: [],
      requireGoodsReceipt: false,
      classCAutomatic: false,
      acceptR120Failures: false,
      orderFromText: { buyerReference: 'use', note: 'propose' },
      learnedNeedsConfirm: true,
      mandatoryValues: [],
      orderNumberPatterns: ['PO-(.+)'],
      counterVoucherAtReceipt: true,
      preregistrationDate: 'invoice',
      dueDate: 'terms',
      closedUntil: null,
      ...orderMatch,
    },
    voucherSeries: [{ no: 40, voucherType: 21 }],
    voucherTypes: [{ no: 21, debitAccount: '1479' }],
  };
}

export const PRODUCTS: Readonly<Record<string, { sup: string; gtin: string }>> = {
  A: { sup: 'A-100', gtin: '7038010000010' },
  B: { sup: 'B-200', gtin: '7038010000027' },
  C: { sup: 'C-300', gtin: '7038010000034' },
};

export function supplier(more: Partial<Supplier> = {}): Supplier {
  return {
    document: 'supplier',
    supplierNo: '50001',
    name: 'Leverandør AS',
    organisationNo: '912345674',
    bankAccounts: [ACCOUNT],
    ...more,
  };
}

export function alternatives(words: readonly string[] = ['frakt', 'freight', 'delivery']): DeliveryAlternative[] {
  return [
    ...Object.entries(PRODUCTS).map(
      ([productNo, { sup }]): DeliveryAlternative => ({
        document: 'delivery-alternative',
        supplierNo: '50001',
        productNo,
        supplierProductNo: sup,
      }),
    ),
    { document: 'delivery-alternative', supplierNo: '50001', productNo: 'F400', supplierDescription: words.join(', ') },
  ];
}

export function products(): Product[] {
  return [
    ...Object.entries(PRODUCTS).map(
      ([productNo, { gtin }]): Product => ({ document: 'product', productNo, gtin, unit: 'H87' }),
    ),
    { document: 'product', productNo: 'F400' },
    { document: 'product', productNo: 'G900' },
  ];
}

export interface OrderLineWords {
  no?: number;
  p: string;
  q: string;
  pr: string;
  disc?: string;
  unit?: string;
  inv?: string;
  got?: string;
  account?: string;
}

export function order(
  orderNo: string,
  lines: readonly OrderLineWords[],
  more: Partial<PurchaseOrder> = {},
): PurchaseOrder {
  return {
    document: 'purchase-order',
    orderNo,
    orderType: 1,
    transactionType: 6,
    supplierNo: '50001',
    currency: 'NOK',
    lines: lines.map((line, index) => ({
      lineNo: line.no ?? index + 1,
      productNo: line.p,
      quantity: line.q,
      unit: line.unit ?? 'H87',
      price: line.pr,
      ...(line.disc === undefined ? {} : { discountPercent: line.disc }),
      ...(line.inv === undefined ? {} : { invoicedQuantity: line.inv }),
      ...(line.got === undefined ? {} : { receivedQuantity: line.got }),
      ...(line.account === undefined ? {} : { account: line.account }),
    })),
    ...more,
  };
}

export const ORDER_1001 = order('1001', [
  { p: 'A', q: '10', pr: '100.00' },
  { p: 'B', q: '5', pr: '200.00' },
  { p: 'C', q: '20', pr: '12.50' },
]);

export function facts(more: Partial<OrderMatchFacts> = {}): OrderMatchFacts {
  return {
    suppliers: [supplier()],
    orders: [ORDER_1001],
    products: products(),
    alternatives: alternatives(),
    links: [],
    snapshots: [],
    earlier: [],
    learned: [],
    ...more,
  };
}

export const CONTEXT: OrderMatchContext = {
  documentId: 'doc1',
  accountingDocumentNo: 7,
  revision: 1,
  now: '2026-11-21T18:00:00.000Z',
  today: '2026-11-21',
};

/** Decides, and gives the result that goes out. */
export function match(
  document: SupplierInvoice,
  known: OrderMatchFacts = facts(),
  rules: OrderMatchRuleSettings = settings(),
  context: Partial<OrderMatchContext> = {},
): { decision: Decision; result: OrderMatchResult } {
  const decision = decideOrderMatch(document, known, rules, { ...CONTEXT, ...context });
  const result = (decision.outputs[0]?.content ?? context.previous) as OrderMatchResult;
  return { decision, result };
}

/** Reasons as "CODE at". */
export function reasonsOf(result: OrderMatchResult): string[] {
  return result.reasons.map(({ code, at }) => (at === undefined ? code : `${code} ${at}`)).sort();
}

export function codesOf(result: OrderMatchResult): string[] {
  return [...new Set(result.reasons.map(({ code }) => code))].sort();
}
