import type { Supplier, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { Lookups, PaymentTerms } from '../../domain/payment-terms.ts';
import type { OrderMatchSettings } from '../../domain/settings.generated.ts';
import { dueDateByTerms } from './due-date.ts';
import { termsOfCode } from './terms-of-code.ts';

/** What due dates are counted by: the site's lookup, and its entities. */
export interface TermsSettings extends Lookups {
  entities?: readonly { id: string }[];
}

/** The due date that an invoice states, at its top or with its first means of payment that has one. */
export function statedDueDate(invoice: SupplierInvoice): string | undefined {
  return invoice.dueDate ?? invoice.paymentMeans.find(({ dueDate }) => dueDate !== undefined)?.dueDate;
}

/** ePack's code of the supplier's payment terms; `undefined` where the supplier has none. */
export function termsCodeOf(supplier: Supplier): string | undefined {
  const code = supplier.paymentTerms?.trim() ?? '';
  return code === '' ? undefined : code;
}

/** The payment terms of a supplier, where its code has a line in the lookup. */
export function supplierTerms(supplier: Supplier, settings: TermsSettings): PaymentTerms | undefined {
  const code = termsCodeOf(supplier);
  if (code === undefined) return undefined;
  const entities = (settings.entities ?? []).map(({ id }) => id);
  return termsOfCode(code, settings.paymentTerms ?? [], entities);
}

/** The due date that the supplier's terms give this invoice; `undefined` without terms that can be counted. */
export function termsDueDate(
  invoice: SupplierInvoice,
  supplier: Supplier,
  settings: TermsSettings,
): string | undefined {
  const terms = supplierTerms(supplier, settings);
  if (terms === undefined || invoice.issueDate === undefined) return undefined;
  return dueDateByTerms(invoice.issueDate, terms);
}

/**
 * The due date that a voucher of this invoice carries: the terms' or the invoice's own, as `orderMatch.dueDate` says
 * (order-match.md 20, scenario Y03). Where that one is not known, the other stands in (scenario Y05); null where
 * neither is. The link always keeps the invoice's own.
 */
export function dueDateOfVoucher(
  invoice: SupplierInvoice,
  supplier: Supplier,
  settings: TermsSettings & { orderMatch: Pick<OrderMatchSettings, 'dueDate'> },
): string | null {
  const stated = statedDueDate(invoice);
  const byTerms = termsDueDate(invoice, supplier, settings);
  const [first, second] = settings.orderMatch.dueDate === 'terms' ? [byTerms, stated] : [stated, byTerms];
  return first ?? second ?? null;
}
