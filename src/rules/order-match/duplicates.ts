import type { Reason } from '../../domain/decision.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { decimalOrUndefined } from '../../domain/decimal.ts';
import { invoiceNoKey, nearInvoiceNoKey } from '../identity/invoice-no.ts';
import type { EarlierInvoice } from './order-match-facts.ts';

/** Documents that came before under the same number, and what follows. */
export interface DuplicateFinding {
  reasons: Reason[];
  /** Documents that this one repeats: what they use of the orders is not held against it. */
  repeats: ReadonlySet<string>;
}

/**
 * Finds the documents that this one repeats (order-match.md 18): same supplier, kind and number, with case and spaces
 * folded, and decided before. A rejected one does not count. A number that differs in leading zeros only, with the same
 * date and total, is flagged. Both hold the document for a person (8).
 */
export function findDuplicates(
  invoice: SupplierInvoice,
  earlier: readonly EarlierInvoice[],
  supplierNo: string,
  accountingDocumentNo: number,
): DuplicateFinding {
  const number = invoice.invoiceNo;
  if (number === undefined || number.trim() === '') return { reasons: [], repeats: new Set() };
  const key = invoiceNoKey(supplierNo, invoice.kind, number);
  const nearKey = nearInvoiceNoKey(supplierNo, invoice.kind, number);
  const before = earlier.filter(
    (one) => one.accountingDocumentNo < accountingDocumentNo && one.kind === invoice.kind && one.status !== REJECTED,
  );
  const same = before.filter((one) => invoiceNoKey(supplierNo, one.kind, one.invoiceNo) === key);
  const near = before.filter((one) => !same.includes(one) && isNear(one, invoice, supplierNo, nearKey));
  return {
    reasons: [
      ...same.map((one) => reason('DUPLICATE', one, number)),
      ...near.map((one) => reason('NEAR_DUPLICATE', one, number)),
    ],
    repeats: new Set(same.map(({ documentId }) => documentId)),
  };
}

const REJECTED = '6';

function isNear(one: EarlierInvoice, invoice: SupplierInvoice, supplierNo: string, nearKey: string): boolean {
  const [theirs, ours] = [decimalOrUndefined(one.payable), decimalOrUndefined(invoice.totals.payable)];
  const sameTotal = theirs !== undefined && ours !== undefined && theirs.eq(ours);
  return (
    sameTotal &&
    one.issueDate === invoice.issueDate &&
    nearInvoiceNoKey(supplierNo, one.kind, one.invoiceNo) === nearKey
  );
}

/** `expected` names the document that came first. */
function reason(code: 'DUPLICATE' | 'NEAR_DUPLICATE', first: EarlierInvoice, number: string): Reason {
  return { code, at: 'number', expected: first.documentId, actual: number };
}
