import type { PutDocument } from '../../domain/decision.ts';
import { ORDER_MATCH_STATUSES, type OrderMatchStatusCode } from '../../domain/order-match-status.table.ts';
import { invoiceNoKey, nearInvoiceNoKey } from '../identity/invoice-no.ts';
import type { IndexValue } from '../intake/document-indexes.ts';
import type { SupplierInvoiceContent } from './order-match-facts.ts';

/** A supplier invoice as the ledger is to keep it, with what lists show and what it is found by. `waitsFor`: numbers of orders that may still come; `learned`: keys of the learned links by which its lines were found. */
export function storedInvoice(
  content: SupplierInvoiceContent,
  waitsFor: readonly string[],
  learned: readonly string[],
): PutDocument {
  const { invoice, result } = content;
  const head = {
    party: result.supplierInvoice.supplierNo ?? invoice.supplier?.name,
    number: invoice.invoiceNo,
    amount: invoice.totals.payable ?? invoice.totals.gross,
    currency: invoice.currency,
    date: invoice.issueDate,
  };
  return {
    change: 'put-document',
    kind: 'supplier-invoice',
    key: result.documentId,
    content,
    status: String(result.status.code),
    revision: result.revision,
    head: Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)),
    indexes: [...indexValues(content, waitsFor), ...learned.map((value) => ({ name: 'learned-link', value }))],
  };
}

function indexValues({ invoice, result }: SupplierInvoiceContent, waitsFor: readonly string[]): IndexValue[] {
  const { supplierNo } = result.supplierInvoice;
  const number = invoice.invoiceNo?.trim() ?? '';
  const numbers =
    supplierNo === null || number === ''
      ? []
      : [invoiceNoKey(supplierNo, invoice.kind, number), nearInvoiceNoKey(supplierNo, invoice.kind, number)];
  return [
    ...numbers.map((value) => ({ name: 'number', value })),
    ...referredNumbers(invoice, supplierNo).map((value) => ({ name: 'refers-to', value })),
    ...ordersToWaitFor(result, waitsFor).map((value) => ({ name: 'waits-for-order', value })),
    ...result.orders.map(({ orderNo }) => ({ name: 'order', value: orderNo })),
  ];
}

/** Index values of the numbers of the invoices that a credit note refers to. */
function referredNumbers(
  { kind, precedingInvoices }: SupplierInvoiceContent['invoice'],
  supplierNo: string | null,
): string[] {
  if (kind !== 'credit-note' || supplierNo === null) return [];
  return [...new Set(precedingInvoices.map(({ id }) => invoiceNoKey(supplierNo, 'invoice', id)))];
}

/**
 * The orders whose files decide it again: those that may still come, and those that it was matched to, for their price,
 * currency or goods receipt may be put right (order-match.md 5 and 11). One that waits for nobody but a person has none.
 */
function ordersToWaitFor(result: SupplierInvoiceContent['result'], missing: readonly string[]): string[] {
  if (!waits(result)) return [];
  return [...new Set([...missing, ...result.orders.map(({ orderNo }) => orderNo)])];
}

/** The statuses in which an invoice is decided again by itself: not final, and not in a person's hands. */
export const WAITING_STATUSES: readonly OrderMatchStatusCode[] = (
  Object.keys(ORDER_MATCH_STATUSES).map(Number) as OrderMatchStatusCode[]
).filter((code) => ORDER_MATCH_STATUSES[code].decidedAgain);

/** Is it decided again when the world changes? Not what is completed, in a person's hands, or partly received. */
export function waits({ status, receipt }: SupplierInvoiceContent['result']): boolean {
  return receipt === null && WAITING_STATUSES.includes(status.code as OrderMatchStatusCode);
}
