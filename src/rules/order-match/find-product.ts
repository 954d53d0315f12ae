import type { Reason } from '../../domain/decision.ts';
import type { InvoiceLine } from '../../domain/documents.generated.ts';
import { gtinOfStandardItemId } from '../identity/gtin.ts';
import { foldedSupplierProductKey, supplierProductKey } from '../identity/supplier-product-no.ts';
import { learnedProduct } from './learned/learned-products.ts';
import type { ProductDirectory } from './product-directory.ts';

/** The product of an invoice line, and how it was found; without one the reasons say why. */
export interface ProductFound {
  productNo: string | undefined;
  evidence: string[];
  reasons: Reason[];
  /** Products that something names without deciding: of a conflict, of learned links that contradict each other. */
  named?: readonly string[];
}

/** Does the line name its product in any way that could be looked up? */
export function hasItemId(line: InvoiceLine): boolean {
  const stated = [line.buyersItemId, line.sellersItemId, line.standardItemId?.id];
  return stated.some((id) => id !== undefined && id.trim() !== '');
}

/**
 * Identifies the product of a line (order-match.md 10): the buyer's item number, then the supplier's product number
 * of this supplier, then the GTIN, then what an operator taught. Supplier's number and GTIN that name different
 * products are a conflict: if only one of them is on the order it is used and the invoice held for a person, otherwise
 * nothing is (status 9). A normalised number that fits several products decides nothing at all (scenario P12).
 */
export function findProduct(
  line: InvoiceLine,
  directory: ProductDirectory,
  isOnOrder: (productNo: string) => boolean,
): ProductFound {
  const ours = line.buyersItemId?.trim();
  if (ours !== undefined && directory.ours.has(ours))
    return { productNo: ours, evidence: ['buyers-item-id'], reasons: [] };
  const bySupplierNo = ofSupplierNo(line, directory);
  const gtin = gtinOfStandardItemId(line.standardItemId);
  const byGtin = (gtin === undefined ? undefined : directory.byGtin.get(gtin)) ?? NONE;
  const normalised: Reason[] = bySupplierNo.normalised
    ? [{ code: 'PRODUCT_NUMBER_NORMALISED', at: at(line), actual: line.sellersItemId ?? '' }]
    : [];
  const agreed = [...bySupplierNo.products].filter((productNo) => byGtin.size === 0 || byGtin.has(productNo));
  const named = agreed.length > 0 ? agreed : [...new Set([...bySupplierNo.products, ...byGtin])];
  const evidence = [
    ...(named.some((one) => bySupplierNo.products.has(one)) ? ['sellers-item-id'] : []),
    ...(named.some((one) => byGtin.has(one)) ? ['gtin'] : []),
  ];
  const [only] = named;
  if (named.length === 1 && only !== undefined) return { productNo: only, evidence, reasons: normalised };
  if (named.length === 0) return learnedOrUnknown(line, directory);
  return resolveConflict(line, named, bySupplierNo.normalised ? () => false : isOnOrder, normalised);
}

/** No number finds a product: what was learned of the item, else nothing. */
function learnedOrUnknown(line: InvoiceLine, { learned }: ProductDirectory): ProductFound {
  const found = learnedProduct(line, learned);
  if (found === undefined) return { productNo: undefined, evidence: [], reasons: [unknown(line)] };
  if (!('contradicting' in found)) return found;
  return { productNo: undefined, evidence: [], reasons: found.reasons, named: found.contradicting };
}

const NONE: ReadonlySet<string> = new Set();

/** The products of the supplier's number: as written, or where that finds nothing by its letters and digits alone. */
function ofSupplierNo(
  line: InvoiceLine,
  directory: ProductDirectory,
): { products: ReadonlySet<string>; normalised: boolean } {
  const stated = line.sellersItemId ?? '';
  const exact = directory.bySupplierNo.get(supplierProductKey(directory.supplierNo, stated) ?? '');
  if (exact !== undefined) return { products: exact, normalised: false };
  const folded = directory.byFoldedSupplierNo.get(foldedSupplierProductKey(directory.supplierNo, stated) ?? '');
  return { products: folded ?? NONE, normalised: folded !== undefined };
}

function resolveConflict(
  line: InvoiceLine,
  named: readonly string[],
  isOnOrder: (productNo: string) => boolean,
  normalised: readonly Reason[],
): ProductFound {
  const listed = (products: readonly string[]) => [...products].sort().join(', ');
  const conflict: Reason = { code: 'PRODUCT_CONFLICT', at: at(line), actual: listed(named) };
  const [only, second] = named.filter(isOnOrder);
  if (only === undefined || second !== undefined)
    return { productNo: undefined, evidence: [], reasons: [...normalised, conflict], named };
  const others = listed(named.filter((productNo) => productNo !== only));
  const resolved: Reason = { code: 'PRODUCT_CONFLICT_RESOLVED', at: at(line), expected: only, actual: others };
  return { productNo: only, evidence: ['only-one-on-order'], reasons: [...normalised, conflict, resolved] };
}

function unknown(line: InvoiceLine): Reason {
  const stated = line.sellersItemId ?? line.standardItemId?.id ?? line.buyersItemId ?? line.name;
  return { code: 'PRODUCT_UNKNOWN', at: at(line), ...(stated === undefined ? {} : { actual: stated }) };
}

function at(line: InvoiceLine): string {
  return `line:${line.id}`;
}
