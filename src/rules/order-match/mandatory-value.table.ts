import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { statedDueDate } from '../payment-terms/supplier-due-date.ts';

/** Head values without which nothing is matched (status 7); the order number and the supplier have rules of their own. */
export const ALWAYS_MANDATORY = ['number', 'issue-date', 'currency'] as const;

/**
 * Head values that can be mandatory, by the name under which `orderMatch.mandatoryValues` lists them and reasons
 * report them, and where the invoice states them.
 */
export const MANDATORY_VALUES: Readonly<Record<string, (invoice: SupplierInvoice) => string | undefined>> = {
  number: (invoice) => invoice.invoiceNo,
  'issue-date': (invoice) => invoice.issueDate,
  currency: (invoice) => invoice.currency,
  'due-date': statedDueDate,
  kid: (invoice) => invoice.paymentMeans.find((means) => means.kid !== undefined)?.kid,
  account: (invoice) => invoice.paymentMeans.find((means) => means.account !== undefined)?.account,
  'order-reference': (invoice) => invoice.orderReference,
  'buyer-reference': (invoice) => invoice.buyerReference,
  'contract-reference': (invoice) => invoice.contractReference,
  'project-reference': (invoice) => invoice.projectReference,
  'accounting-cost': (invoice) => invoice.accountingCost,
  'delivery-date': (invoice) => invoice.delivery?.date,
  payable: (invoice) => invoice.totals.payable,
};
