import { ACCOUNT, SUPPLIER } from './ubl-invoice.ts';

/** A canonical document as it is dropped: plain JSON, decimals as text. */
export type WorldDocument = { document: string } & Record<string, unknown>;

export interface OrderLineSpec {
  lineNo: number;
  productNo: string;
  quantity: string;
  price: string;
}

/** Products of the catalogue's base world: our number, the supplier's number, the GTIN. */
export const PRODUCTS = [
  { productNo: 'A', supplierProductNo: 'A-100', gtin: '7038010000010' },
  { productNo: 'B', supplierProductNo: 'B-200', gtin: '7038010000027' },
  { productNo: 'C', supplierProductNo: 'C-300', gtin: '7038010000034' },
] as const;

/** A purchase order of supplier 50001. */
export function purchaseOrder(
  orderNo: string,
  lines: readonly OrderLineSpec[],
  more: Record<string, unknown> = {},
): WorldDocument {
  const rows = lines.map((line) => ({ ...line, unit: 'H87' }));
  const head = {
    document: 'purchase-order',
    orderNo,
    orderType: 1,
    transactionType: 6,
    supplierNo: '50001',
    currency: 'NOK',
  };
  return { ...head, ...more, lines: rows };
}

/** Order 1001 of the base world. */
export const ORDER_1001 = purchaseOrder('1001', [
  { lineNo: 1, productNo: 'A', quantity: '10', price: '100.00' },
  { lineNo: 2, productNo: 'B', quantity: '5', price: '200.00' },
  { lineNo: 3, productNo: 'C', quantity: '20', price: '12.50' },
]);

/** The base world of the scenario catalogue as files for `inbox/visma`: name and documents. */
export function baseWorld(): { name: string; documents: WorldDocument[] }[] {
  const supplier = {
    document: 'supplier',
    supplierNo: '50001',
    name: SUPPLIER.name,
    organisationNo: SUPPLIER.organisationNo,
    bankAccounts: [ACCOUNT],
  };
  const products = [
    ...PRODUCTS.map((row) => ({ document: 'product', productNo: row.productNo, gtin: row.gtin, unit: 'H87' })),
    { document: 'product', productNo: 'F400', description: 'Frakt' },
    { document: 'product', productNo: 'G900', description: 'Gebyr og avrunding' },
  ];
  const alternatives = [
    ...PRODUCTS.map(({ productNo, supplierProductNo }) => ({
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo,
      supplierProductNo,
    })),
    {
      document: 'delivery-alternative',
      supplierNo: '50001',
      productNo: 'F400',
      supplierDescription: 'frakt, freight, delivery',
    },
  ];
  return [
    { name: '1-suppliers.json', documents: [supplier] },
    { name: '2-products.json', documents: products },
    { name: '3-delivery-alternatives.json', documents: alternatives },
    { name: '4-orders.json', documents: [ORDER_1001] },
  ];
}

/** Documents as one file: a single document as it is, several under `documents`. */
export function canonicalFile(documents: readonly WorldDocument[]): string {
  return `${JSON.stringify(documents.length === 1 ? documents[0] : { documents }, null, 1)}\n`;
}
