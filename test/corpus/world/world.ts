/** A product of ours, and what its one supplier calls it. Decimals as text. */
export interface CorpusProduct {
  productNo: string;
  name: string;
  sku: string;
  gtin: string;
  unit: string;
  /** List price for one of the unit. */
  price: string;
  pack: { unit: string; quantity: number } | null;
  taxPercent: string;
}

/** A supplier with its preferences; a tolerance of null is not set. */
export interface CorpusSupplier {
  supplierNo: string;
  name: string;
  organisationNo: string;
  account: string;
  tolerancePercent: string | null;
  toleranceAmount: string | null;
  noFreight: boolean;
  noFees: boolean;
  freightWords: readonly string[];
  products: readonly CorpusProduct[];
}

export interface CorpusOrderLine {
  lineNo: number;
  product: CorpusProduct;
  quantity: string;
  price: string;
  discountPercent: string | null;
  /** What Visma was invoiced for before the story begins. */
  invoicedQuantity: string;
  account: string | null;
  project: string | null;
}

export interface CorpusOrder {
  orderNo: string;
  supplierNo: string;
  currency: string;
  gross: boolean;
  cancelled: boolean;
  prepayment: boolean;
  lines: CorpusOrderLine[];
}

/** What all suppliers and orders of a corpus are made from: numbers are given once. */
export interface World {
  suppliers: readonly CorpusSupplier[];
  nextOrderNo(): string;
  /** Numbers of different suppliers may be equal (scenario D03). */
  nextInvoiceNo(supplier: CorpusSupplier): string;
}
