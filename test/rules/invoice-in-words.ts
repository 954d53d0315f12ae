import { type Decimal, decimal, divide, round, roundedText, sum, ZERO } from '../../src/domain/decimal.ts';
import type { InvoiceAllowanceCharge, InvoiceLine, SupplierInvoice } from '../../src/domain/documents.generated.ts';

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
    supplier:
      words.supplier === ''
        ? { name: 'Ukjent', bankAccounts: [] }
        : { name: 'Leverandør AS', organisationNo: '912345674', bankAccounts: [] },
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
  const subtotals = [...taxable].map(([percent, amount]) => ({
    percent,
    amount,
    tax: round(amount.times(decimal(percent)).times(decimal('0.01')), 2),
  }));
  const lineNet = sum(lines.map((line) => decimal(line.netAmount ?? '0')));
  const net = lineNet.minus(total(allowances)).plus(total(charges));
  const tax = sum(subtotals.map((one) => one.tax));
  const extra = decimal(rounding ?? '0');
  const gross = format === 'peppol-bis-3' ? net.plus(tax) : net.plus(tax).plus(extra);
  const payable = format === 'peppol-bis-3' ? gross.plus(extra) : gross;
  const text = (value: Decimal) => roundedText(value, 2);
  return {
    taxSubtotals: subtotals.map((one) => ({
      taxableAmount: text(one.amount),
      taxAmount: text(one.tax),
      taxCategory: 'S',
      taxPercent: one.percent,
    })),
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
