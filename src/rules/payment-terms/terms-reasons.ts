import type { Reason } from '../../domain/decision.ts';
import type { Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import { daysBetween } from '../../domain/plain-date.ts';
import { statedDueDate, supplierTerms, type TermsSettings, termsCodeOf } from './supplier-due-date.ts';
import { dueDateByTerms } from './due-date.ts';

/**
 * Does the invoice ask to be paid on the day that the supplier's terms give (order-match.md 20)? An earlier or later
 * day is a warning with the days between (scenario Y03), a code that the lookup does not know a note. An invoice that
 * states no day (scenario Y05), custom terms and a credit note, which nobody pays, raise nothing; nor does a site whose
 * lookup has no line at all, for it counts no terms.
 */
export function termsReasons(invoice: SupplierInvoice, supplier: Supplier, settings: TermsSettings): Reason[] {
  const code = termsCodeOf(supplier);
  const { issueDate } = invoice;
  if (code === undefined || issueDate === undefined || invoice.kind === 'credit-note') return [];
  if ((settings.paymentTerms ?? []).length === 0) return [];
  const terms = supplierTerms(supplier, settings);
  if (terms === undefined) return [unknownTerms(code)];
  const [expected, actual] = [dueDateByTerms(issueDate, terms), statedDueDate(invoice)];
  if (expected === undefined || actual === undefined || expected === actual) return [];
  const days = daysBetween(expected, actual);
  return [
    {
      code: days < 0 ? 'DUE_DATE_EARLIER_ON_INVOICE' : 'DUE_DATE_LATER_ON_INVOICE',
      at: 'due-date',
      expected,
      actual,
      allowed: code,
      days: String(days),
      setting: `supplier ${supplier.supplierNo} paymentTerms`,
    },
  ];
}

function unknownTerms(code: string): Reason {
  return {
    code: 'PAYMENT_TERMS_UNKNOWN',
    at: 'payment-terms',
    actual: code,
    setting: 'mappings/lookups/payment-terms.csv',
  };
}
