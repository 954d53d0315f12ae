import type { PutDocument } from '../../domain/decision.ts';
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
    ...waitsFor.map((value) => ({ name: 'waits-for-order', value })),
    ...result.orders.map(({ orderNo }) => ({ name: 'order', value: orderNo })),
  ];
}
