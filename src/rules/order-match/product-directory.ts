import type { DeliveryAlternative, SupplierInvoice } from '../../domain/documents.generated.ts';
import { gtinOfStandardItemId, trimGtin } from '../identity/gtin.ts';
import { foldedSupplierProductKey, supplierProductKey } from '../identity/supplier-product-no.ts';
import type { Pack } from './convert-unit.ts';
import { decimalOrUndefined, isPositive } from '../../domain/decimal.ts';
import { type LearnedProducts, learnedProducts } from './learned/learned-products.ts';
import type { OrderMatchFacts } from './order-match-facts.ts';

/** The products that an invoice's lines may mean, by each way of naming them: built once, looked up line by line. */
export interface ProductDirectory {
  supplierNo: string;
  /** Numbers of our own that exist: in the product file or on an order. */
  ours: ReadonlySet<string>;
  bySupplierNo: ReadonlyMap<string, ReadonlySet<string>>;
  byFoldedSupplierNo: ReadonlyMap<string, ReadonlySet<string>>;
  byGtin: ReadonlyMap<string, ReadonlySet<string>>;
  /** The supplier's package of a product, where the delivery alternative states one. */
  packs: ReadonlyMap<string, Pack>;
  /** What operators taught of this supplier's items. */
  learned: LearnedProducts;
}

/** What the facts about products are looked up by, from all lines of an invoice at once. */
export interface ProductKeys {
  ours: string[];
  supplierNumbers: string[];
  foldedSupplierNumbers: string[];
  gtins: string[];
}

/** The keys of every product that a line of the invoice may mean. */
export function productKeys(invoice: SupplierInvoice, supplierNo: string): ProductKeys {
  const keys = {
    ours: new Set<string>(),
    supplierNumbers: new Set<string>(),
    folded: new Set<string>(),
    gtins: new Set<string>(),
  };
  const add = (set: Set<string>, value: string | undefined) => value !== undefined && value !== '' && set.add(value);
  for (const line of invoice.lines) {
    add(keys.ours, line.buyersItemId?.trim());
    add(keys.supplierNumbers, line.sellersItemId && supplierProductKey(supplierNo, line.sellersItemId));
    add(keys.folded, line.sellersItemId && foldedSupplierProductKey(supplierNo, line.sellersItemId));
    add(keys.gtins, gtinOfStandardItemId(line.standardItemId));
  }
  return {
    ours: [...keys.ours],
    supplierNumbers: [...keys.supplierNumbers],
    foldedSupplierNumbers: [...keys.folded],
    gtins: [...keys.gtins],
  };
}

/** Builds the directory from the facts. `needsConfirm`: setting `orderMatch.learnedNeedsConfirm`. */
export function productDirectory(
  facts: Pick<OrderMatchFacts, 'products' | 'alternatives' | 'orders' | 'learned'>,
  supplierNo: string,
  needsConfirm: boolean,
): ProductDirectory {
  const own = facts.alternatives.filter((alternative) => alternative.supplierNo === supplierNo);
  const numbered = own.filter((alternative) => alternative.supplierProductNo !== undefined);
  const units = new Map(facts.products.map((product) => [product.productNo, product.unit]));
  return {
    supplierNo,
    ours: new Set([
      ...facts.products.map((product) => product.productNo),
      ...facts.orders.flatMap((order) => order.lines.map((line) => line.productNo)),
    ]),
    bySupplierNo: grouped(numbered, (one) => supplierProductKey(supplierNo, one.supplierProductNo ?? '')),
    byFoldedSupplierNo: grouped(numbered, (one) => foldedSupplierProductKey(supplierNo, one.supplierProductNo ?? '')),
    byGtin: grouped(facts.products, (product) => (product.gtin === undefined ? undefined : trimGtin(product.gtin))),
    packs: new Map(own.flatMap((alternative) => packOf(alternative, units.get(alternative.productNo)))),
    learned: learnedProducts(facts.learned, supplierNo, needsConfirm),
  };
}

function packOf(alternative: DeliveryAlternative, contentUnit: string | undefined): [string, Pack][] {
  const quantity = decimalOrUndefined(alternative.packQuantity);
  const unit = alternative.packUnit;
  if (quantity === undefined || !isPositive(quantity) || unit === undefined) return [];
  return [[alternative.productNo, { unit, quantity, ...(contentUnit === undefined ? {} : { contentUnit }) }]];
}

function grouped<Item extends { productNo: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([item.productNo]));
    else group.add(item.productNo);
  }
  return groups;
}
