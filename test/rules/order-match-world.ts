import type {
  DeliveryAlternative,
  InvoiceAllowanceCharge,
  InvoiceLine,
  OrderMatchResult,
  Product,
  PurchaseOrder,
  Supplier,
  SupplierInvoice,
} from '../../src/domain/documents.generated.ts';
import { type Decimal, decimal, divide, round, roundedText, sum, ZERO } from '../../src/domain/decimal.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { decideOrderMatch } from '../../src/rules/order-match/decide-order-match.ts';
import type { OrderMatchContext, OrderMatchFacts, OrderMatchRuleSettings } from '../../src/rules/order-match/order-match-facts.ts';

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
      preregistrationVoucherSeries: null,
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
  };
}

export const PRODUCTS: Readonly<Record<string, { sup: string; gtin: string }>> = {
  A: { sup: 'A-100', gtin: '7038010000010' },
  B: { sup: 'B-200', gtin: '7038010000027' },
  C: { sup: 'C-300', gtin: '7038010000034' },
};

export function supplier(more: Partial<Supplier> = {}): Supplier {
  return { document: 'supplier', supplierNo: '50001', name: 'Leverandør AS', organisationNo: '912345674', ...more };
}

export function alternatives(words: readonly string[] = ['frakt', 'freight', 'delivery']): DeliveryAlternative[] {
  return [
    ...Object.entries(PRODUCTS).map(([productNo, { sup }]): DeliveryAlternative => ({
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo,
      supplierProductNo: sup,
    })),
    { document: 'delivery-alternative', supplierNo: '50001', productNo: 'F400', supplierDescription: words.join(', ') },
  ];
}

export function products(): Product[] {
  return [
    ...Object.entries(PRODUCTS).map(([productNo, { gtin }]): Product => ({ document: 'product', productNo, gtin, unit: 'H87' })),
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

export function order(orderNo: string, lines: readonly OrderLineWords[], more: Partial<PurchaseOrder> = {}): PurchaseOrder {
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
    ...more,
  };
}

export interface ChargeWords {
  amt: string;
  why?: string;
  code?: string;
  pct?: string;
  cat?: string;
  vat?: string;
}

export interface LineWords {
  id?: string;
  sku?: string;
  gtin?: string;
  scheme?: string;
  buyer?: string;
  name?: string;
  q: string;
  pr: string;
  base?: string;
  unit?: string;
  gross?: string;
  /** Stated net, where it is not quantity x price. */
  net?: string;
  lref?: string;
  oref?: string;
  vat?: string;
  al?: ChargeWords[];
  ch?: ChargeWords[];
}

export interface InvoiceWords {
  ref?: string | null;
  number?: string;
  date?: string;
  cur?: string;
  supplier?: string;
  buyerRef?: string;
  note?: string;
  credit?: boolean;
  preceding?: string[];
  rounding?: string;
  format?: SupplierInvoice['format'];
  lines: LineWords[];
  al?: ChargeWords[];
  ch?: ChargeWords[];
}

/** An invoice whose sums add up, from as few words as the catalogue uses. VAT 25 % unless stated. */
export function invoice(words: InvoiceWords, more: Partial<SupplierInvoice> = {}): SupplierInvoice {
  const lines = words.lines.map((line, index) => invoiceLine(line, index));
  const allowances = (words.al ?? []).map(headCharge);
  const charges = (words.ch ?? []).map(headCharge);
  const format = words.format ?? 'peppol-bis-3';
  return {
    document: 'supplier-invoice',
    format,
    kind: words.credit === true ? 'credit-note' : 'invoice',
    customizationId: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    ...(words.number === '' ? {} : { invoiceNo: words.number ?? 'F-1' }),
    issueDate: words.date ?? '2026-11-02',
    currency: words.cur ?? 'NOK',
    ...(words.ref === null || words.ref === undefined ? {} : { orderReference: words.ref }),
    ...(words.buyerRef === undefined ? {} : { buyerReference: words.buyerRef }),
    precedingInvoices: (words.preceding ?? []).map((id) => ({ id })),
    supplier: words.supplier === '' ? { name: 'Ukjent', bankAccounts: [] } : { name: 'Leverandør AS', organisationNo: '912345674', bankAccounts: [] },
    customer: { name: 'Kjøper AS', organisationNo: '991825827', bankAccounts: [] },
    paymentMeans: [],
    notes: words.note === undefined ? [] : [words.note],
    attachments: [],
    lines,
    allowances,
    charges,
    ...totals(lines, allowances, charges, words.rounding, format),
    ...more,
  };
}

function headCharge(words: ChargeWords): InvoiceAllowanceCharge {
  return {
    amount: words.amt,
    ...(words.why === undefined ? {} : { reason: words.why }),
    ...(words.code === undefined ? {} : { reasonCode: words.code }),
    ...(words.pct === undefined ? {} : { percent: words.pct }),
    taxCategory: words.cat ?? 'S',
    taxPercent: words.vat ?? '25',
  };
}

function invoiceLine(words: LineWords, index: number): InvoiceLine {
  const allowances = (words.al ?? []).map(headCharge);
  const charges = (words.ch ?? []).map(headCharge);
  const goods = divide(decimal(words.q).times(decimal(words.pr)), decimal(words.base ?? '1'), 2);
  const net = goods.plus(total(charges)).minus(total(allowances));
  return {
    id: words.id ?? String(index + 1),
    quantity: words.q,
    unit: words.unit ?? 'H87',
    netAmount: words.net ?? roundedText(net, 2),
    price: words.pr,
    ...(words.base === undefined ? {} : { priceBaseQuantity: words.base }),
    ...(words.gross === undefined ? {} : { priceDiscount: decimal(words.gross).minus(decimal(words.pr)).toFixed() }),
    name: words.name ?? 'Vare',
    ...(words.sku === undefined ? {} : { sellersItemId: words.sku }),
    ...(words.buyer === undefined ? {} : { buyersItemId: words.buyer }),
    ...(words.gtin === undefined ? {} : { standardItemId: { scheme: words.scheme ?? '0160', id: words.gtin } }),
    ...(words.lref === undefined ? {} : { orderLineReference: words.lref }),
    ...(words.oref === undefined ? {} : { orderReference: words.oref }),
    taxCategory: 'S',
    taxPercent: words.vat ?? '25',
    allowances,
    charges,
  };
}

function totals(
  lines: readonly InvoiceLine[],
  allowances: readonly InvoiceAllowanceCharge[],
  charges: readonly InvoiceAllowanceCharge[],
  rounding: string | undefined,
  format: SupplierInvoice['format'],
): Pick<SupplierInvoice, 'totals' | 'taxSubtotals'> {
  const taxable = new Map<string, Decimal>();
  const add = (percent: string | undefined, amount: Decimal) =>
    taxable.set(percent ?? '25', (taxable.get(percent ?? '25') ?? ZERO).plus(amount));
  for (const line of lines) add(line.taxPercent, decimal(line.netAmount ?? '0'));
  for (const charge of charges) add(charge.taxPercent, decimal(charge.amount));
  for (const allowance of allowances) add(allowance.taxPercent, decimal(allowance.amount).neg());
  const subtotals = [...taxable].map(([percent, amount]) => ({ percent, amount, tax: round(amount.times(decimal(percent)).times(decimal('0.01')), 2) }));
  const lineNet = sum(lines.map((line) => decimal(line.netAmount ?? '0')));
  const net = lineNet.minus(total(allowances)).plus(total(charges));
  const tax = sum(subtotals.map((one) => one.tax));
  const extra = decimal(rounding ?? '0');
  const gross = format === 'peppol-bis-3' ? net.plus(tax) : net.plus(tax).plus(extra);
  const payable = format === 'peppol-bis-3' ? gross.plus(extra) : gross;
  const text = (value: Decimal) => roundedText(value, 2);
  return {
    taxSubtotals: subtotals.map((one) => ({ taxableAmount: text(one.amount), taxAmount: text(one.tax), taxCategory: 'S', taxPercent: one.percent })),
    totals: {
      lineNet: text(lineNet),
      ...(allowances.length === 0 ? {} : { allowances: text(total(allowances)) }),
      ...(charges.length === 0 ? {} : { charges: text(total(charges)) }),
      net: text(net),
      tax: text(tax),
      gross: text(gross),
      ...(rounding === undefined ? {} : { rounding }),
      payable: text(payable),
    },
  };
}

function total(items: readonly InvoiceAllowanceCharge[]): Decimal {
  return sum(items.map((item) => decimal(item.amount)));
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
