import { decimalOrUndefined, decimalText } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';

/** What is taxed alike: a VAT category and its rate. */
interface Taxed {
  taxCategory?: string;
  taxPercent?: string;
}

/**
 * The VAT category and rate of something as one text, "S|25". EHF 2.0 lines may state the category alone: then it is
 * the rate of the only subtotal of that category (NOGOV-R041: one rate per category).
 */
export function taxGroup(taxed: Taxed, invoice: SupplierInvoice): string {
  const category = taxed.taxCategory?.trim() ?? '';
  return `${category}|${percentText(taxed.taxPercent) ?? percentOfCategory(category, invoice)}`;
}

function percentOfCategory(category: string, invoice: SupplierInvoice): string {
  const ofCategory = invoice.taxSubtotals.filter((subtotal) => (subtotal.taxCategory?.trim() ?? '') === category);
  return ofCategory.length === 1 ? (percentText(ofCategory[0]?.taxPercent) ?? '') : '';
}

function percentText(percent: string | undefined): string | undefined {
  const value = decimalOrUndefined(percent);
  return value === undefined ? undefined : decimalText(value);
}
