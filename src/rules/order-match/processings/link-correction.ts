import type { InvoiceLine } from '../../../domain/documents.generated.ts';
import type { SupplierInvoiceContent } from '../order-match-facts.ts';

/** What an operator's link says about the supplier's way of naming a product of ours: what can be learned from it (order-match.md 21). */
export interface LinkCorrection {
  supplierNo: string;
  productNo: string;
  documentId: string;
  sellersItemId?: string;
  standardItemId?: { scheme?: string; id: string };
  name?: string;
  unit?: string;
}

/** The correction that a link makes; undefined where the supplier or the product is not known. */
export function linkCorrection(
  { result }: SupplierInvoiceContent,
  line: InvoiceLine,
  productNo: string | undefined,
): LinkCorrection | undefined {
  const { supplierNo } = result.supplierInvoice;
  if (supplierNo === null || productNo === undefined) return undefined;
  const { sellersItemId, standardItemId, name, unit } = line;
  return {
    supplierNo,
    productNo,
    documentId: result.documentId,
    ...(sellersItemId === undefined ? {} : { sellersItemId }),
    ...(standardItemId === undefined ? {} : { standardItemId }),
    ...(name === undefined ? {} : { name }),
    ...(unit === undefined ? {} : { unit }),
  };
}
