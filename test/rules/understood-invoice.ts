import type { InvoiceAllowanceCharge, InvoiceLine, SupplierInvoice } from '../../src/domain/documents.generated.ts';

interface UnderstoodCharge {
  amount: string | null;
  isCharge: boolean;
  reason: string | null;
  reasonCode: string | null;
  tax: { category: string | null; percent: string | null } | null;
}

/** The sums and lines of an invoice as the independent reader of `data/invoices/understood` found them. */
export interface Understood {
  family: string;
  kind: string;
  currency: string | null;
  lines: Record<string, unknown>[];
  allowanceCharges: UnderstoodCharge[];
  totals?: Record<string, string | null>;
  taxTotals?: { taxAmount?: string; amount?: string; currency?: string; subtotals?: Record<string, unknown>[] }[];
  [name: string]: unknown;
}

const FORMATS: Record<string, SupplierInvoice['format']> = {
  ehf2: 'ehf-2',
  bis2: 'peppol-bis-2',
  bis3: 'peppol-bis-3',
};

/** What the sum rules read of an invoice; undefined for the families that are not matched. */
export function sumsOfUnderstood(understood: Understood): SupplierInvoice | undefined {
  const format = FORMATS[understood.family];
  if (format === undefined) return undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : undefined);
  const pick = (value: Record<string, string | undefined>) =>
    Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
  const charges = (items: UnderstoodCharge[] | undefined, isCharge: boolean) =>
    (items ?? [])
      .filter((one) => one.isCharge === isCharge)
      .map((one) =>
        pick({ amount: text(one.amount), taxCategory: text(one.tax?.category), taxPercent: text(one.tax?.percent) }),
      )
      .map((one) => one as unknown as InvoiceAllowanceCharge);
  const monetary = (understood.totals ?? understood) as Record<string, unknown>;
  const taxTotal = understood.taxTotals?.find((one) => (one.subtotals ?? []).length > 0) ?? understood.taxTotals?.[0];
  return {
    document: 'supplier-invoice',
    format,
    kind: understood.kind === 'creditNote' ? 'credit-note' : 'invoice',
    customizationId: '',
    precedingInvoices: [],
    paymentMeans: [],
    notes: [],
    attachments: [],
    ...pick({ currency: text(understood.currency) }),
    lines: understood.lines.map((line) => ({
      ...(pick({
        id: text(line.id),
        quantity: text(line.quantity),
        netAmount: text(line.lineExtensionAmount),
        price: text(line.priceAmount),
        priceBaseQuantity: text(line.baseQuantity),
        taxCategory: text(line.vatCategory),
        taxPercent: text(line.vatPercent),
      }) as unknown as InvoiceLine),
      allowances: charges(line.allowanceCharges as UnderstoodCharge[], false),
      charges: charges(line.allowanceCharges as UnderstoodCharge[], true),
    })),
    allowances: charges(understood.allowanceCharges, false),
    charges: charges(understood.allowanceCharges, true),
    taxSubtotals: (taxTotal?.subtotals ?? []).map((one) =>
      pick({
        taxableAmount: text(one.taxableAmount),
        taxAmount: text(one.taxAmount),
        taxCategory: text(one.category),
        taxPercent: text(one.percent),
      }),
    ),
    totals: pick({
      lineNet: text(monetary.lineExtensionAmount),
      allowances: text(monetary.allowanceTotalAmount),
      charges: text(monetary.chargeTotalAmount),
      net: text(monetary.taxExclusiveAmount),
      tax: text(taxTotal?.taxAmount ?? taxTotal?.amount),
      gross: text(monetary.taxInclusiveAmount),
      prepaid: text(monetary.prepaidAmount),
      rounding: text(monetary.payableRoundingAmount),
      payable: text(monetary.payableAmount),
    }),
  };
}
