import { compositeKey } from '../../domain/composite-key.ts';
import { foldText } from './fold-text.ts';

/**
 * A supplier's invoice number as duplicates are found by it: same supplier, same kind, case and spaces folded,
 * leading zeros kept (order-match.md 18).
 */
export function invoiceNoKey(supplierNo: string, kind: string, invoiceNo: string): string {
  return compositeKey([supplierNo, kind, foldText(invoiceNo).replace(/\s+/g, '')], '|');
}

/** As the former with the leading zeros of every run of digits removed too: what a near-duplicate is found by. */
export function nearInvoiceNoKey(supplierNo: string, kind: string, invoiceNo: string): string {
  const folded = foldText(invoiceNo).replace(/\s+/g, '');
  return `~${compositeKey([supplierNo, kind, folded.replace(/(?<!\d)0+(?=\d)/g, '')], '|')}`;
}
