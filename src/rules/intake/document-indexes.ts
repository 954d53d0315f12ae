import type {
  DeliveryAlternative,
  InboundDocument,
  Product,
  PurchaseOrder,
  Supplier,
} from '../../domain/documents.generated.ts';
import { trimGtin } from '../identity/gtin.ts';
import { type PartyKeys, partyKeys } from '../identity/party-keys.ts';
import { foldedSupplierProductKey, supplierProductKey } from '../identity/supplier-product-no.ts';

/** One look-up value of a document, by the name of its index (document-kinds.table.ts). */
export interface IndexValue {
  name: string;
  value: string;
}

/** The look-up values of a state document: what the facts of later decisions find it by. */
export function documentIndexes(document: InboundDocument): IndexValue[] {
  if (document.document === 'supplier') return supplierIndexes(document);
  if (document.document === 'product') return productIndexes(document);
  if (document.document === 'delivery-alternative') return alternativeIndexes(document);
  if (document.document === 'purchase-order') return orderIndexes(document);
  return [];
}

function supplierIndexes(supplier: Supplier): IndexValue[] {
  const keys = partyKeys(supplier);
  return (Object.keys(keys) as (keyof PartyKeys)[]).flatMap((name) => keys[name].map((value) => ({ name, value })));
}

function productIndexes(product: Product): IndexValue[] {
  return values('gtin', product.gtin === undefined ? undefined : trimGtin(product.gtin));
}

/**
 * Besides its numbers, an alternative with a description is found by its supplier: when no freight product is
 * set, the words that tell freight from fee can only be found there (C008, scenario C07).
 */
function alternativeIndexes(alternative: DeliveryAlternative): IndexValue[] {
  const { supplierNo, supplierProductNo } = alternative;
  const described = (alternative.supplierDescription ?? '').trim() !== '';
  return [
    ...values('supplier-product-no', supplierProductNo && supplierProductKey(supplierNo, supplierProductNo)),
    ...values(
      'supplier-product-no-folded',
      supplierProductNo && foldedSupplierProductKey(supplierNo, supplierProductNo),
    ),
    ...values('described-by-supplier', described ? supplierNo : undefined),
  ];
}

function orderIndexes(order: PurchaseOrder): IndexValue[] {
  return values('supplier-no', order.supplierNo);
}

function values(name: string, value: string | undefined): IndexValue[] {
  return value === undefined || value === '' ? [] : [{ name, value }];
}
