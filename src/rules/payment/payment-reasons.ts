import type { Reason } from '../../domain/decision.ts';
import type { Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { TermsSettings } from '../payment-terms/supplier-due-date.ts';
import { termsReasons } from '../payment-terms/terms-reasons.ts';
import { accountReasons } from './account-reasons.ts';
import { payeeReasons } from './payee-reasons.ts';
import { referenceReasons } from './reference-reasons.ts';

/** What is to be said of paying an invoice: to whom, to which account, by which reference, and when (order-match.md 20). */
export function paymentReasons(invoice: SupplierInvoice, supplier: Supplier, settings: TermsSettings): Reason[] {
  return [
    ...payeeReasons(invoice, supplier),
    ...accountReasons(invoice, supplier),
    ...referenceReasons(invoice, supplier),
    ...termsReasons(invoice, supplier, settings),
  ];
}
