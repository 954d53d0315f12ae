import { deliveryAlternativeKey } from '../../domain/composite-key.ts';
import type {
  DeliveryAlternative,
  LearnedLink,
  Product,
  PurchaseOrder,
  Supplier,
  SupplierInvoice,
} from '../../domain/documents.generated.ts';
import { invoiceNoKey, nearInvoiceNoKey } from '../../rules/identity/invoice-no.ts';
import type { ByHand } from '../../rules/order-match/by-hand.ts';
import { creditedContent } from '../../rules/order-match/credited-content.ts';
import { orderCandidates, orderNosToLookUp } from '../../rules/order-match/find-orders/order-candidates.ts';
import { findSupplier, supplierKeys } from '../../rules/order-match/find-supplier.ts';
import { aliasKeys } from '../../rules/order-match/learned/learned-alias.ts';
import type {
  EarlierInvoice,
  OrderMatchFacts,
  OrderMatchRuleSettings,
  SupplierInvoiceContent,
} from '../../rules/order-match/order-match-facts.ts';
import { productKeys } from '../../rules/order-match/product-directory.ts';
import type { LedgerReader } from '../ledger-port.ts';

const NOTHING: OrderMatchFacts = {
  suppliers: [],
  orders: [],
  products: [],
  alternatives: [],
  links: [],
  snapshots: [],
  earlier: [],
  learned: [],
};

/**
 * Reads what the decision about an invoice needs to know, in a fixed number of look-ups by key, however many lines the
 * invoice has and however many orders are stored. The document's own pending links are left out: they are what is
 * decided anew. `also`: orders that operators named. Without a supplier there is nothing more to ask.
 */
export async function gatherOrderMatchFacts(
  invoice: SupplierInvoice,
  ledger: LedgerReader,
  settings: OrderMatchRuleSettings,
  documentId: string,
  also: readonly string[] = [],
): Promise<OrderMatchFacts> {
  const suppliers = await suppliersOf(invoice, ledger);
  const { supplier } = findSupplier(invoice, suppliers);
  if (supplier === undefined) return { ...NOTHING, suppliers };
  const { supplierNo } = supplier;
  const earlier = await earlierInvoices(invoice, ledger, supplierNo, documentId);
  const orders = await ordersOf(invoice, ledger, settings, earlier, also);
  const orderNos = orders.map((order) => order.orderNo);
  const apart = [documentId, ...earlier.map((one) => one.documentId)];
  const used = await ledger.useOfOrders(orders, apart);
  const links = used.filter((link) => link.documentId !== documentId || link.state === 'received');
  const snapshots = await ledger.orderLineSnapshots(orderNos);
  const goods = await goodsOf(invoice, ledger, settings, supplierNo, orders);
  const learned = await learnedLinks(invoice, ledger, supplierNo);
  return { suppliers, orders, ...goods, links, snapshots, earlier, learned };
}

/** Suppliers that one of the invoice's identifiers names. */
async function suppliersOf(invoice: SupplierInvoice, ledger: LedgerReader): Promise<Supplier[]> {
  const keys = supplierKeys(invoice);
  const found = new Map<string, Supplier>();
  for (const name of ['organisation-no', 'endpoint', 'vat-no'] as const) {
    for (const stored of await byIndex(ledger, 'supplier', name, keys[name]))
      found.set(stored.key, stored.content as Supplier);
  }
  return [...found.values()];
}

/** Documents of the same or nearly the same number, the invoices that a credit note refers to, and the credit notes of either. */
async function earlierInvoices(
  invoice: SupplierInvoice,
  ledger: LedgerReader,
  supplierNo: string,
  documentId: string,
): Promise<EarlierInvoice[]> {
  const number = invoice.invoiceNo ?? '';
  const own =
    number === ''
      ? []
      : [invoiceNoKey(supplierNo, invoice.kind, number), nearInvoiceNoKey(supplierNo, invoice.kind, number)];
  const referred = invoice.precedingInvoices.map(({ id }) => invoiceNoKey(supplierNo, 'invoice', id));
  const credited = invoice.kind === 'credit-note' ? referred : own.slice(0, 1);
  const byNumber = await byIndex(ledger, 'supplier-invoice', 'number', [...own, ...referred]);
  const referring = await byIndex(ledger, 'supplier-invoice', 'refers-to', credited);
  return distinct([...byNumber, ...referring])
    .filter(({ key }) => key !== documentId)
    .map(({ key, content, status }) => earlierOf(key, content as SupplierInvoiceContent, status));
}

function earlierOf(
  documentId: string,
  { invoice, result }: SupplierInvoiceContent,
  status: string | null,
): EarlierInvoice {
  return {
    documentId,
    kind: invoice.kind,
    invoiceNo: invoice.invoiceNo ?? '',
    status,
    accountingDocumentNo: result.accountingDocumentNo,
    ...(invoice.issueDate === undefined ? {} : { issueDate: invoice.issueDate }),
    ...(invoice.totals.payable === undefined ? {} : { payable: invoice.totals.payable }),
    orderNos: result.orders.map(({ orderNo }) => orderNo),
    content: creditedContent(invoice),
    refersTo: invoice.precedingInvoices.map(({ id }) => id),
  };
}

/** The orders that operators named for lines of the invoice. */
export function ordersByHand(byHand: ByHand | undefined): string[] {
  return [...new Set(byHand?.lines.flatMap(({ orderNo }) => orderNo ?? []))];
}

/** Every order whose number the invoice, or an invoice that it refers to, may mean; of any supplier. */
async function ordersOf(
  invoice: SupplierInvoice,
  ledger: LedgerReader,
  settings: OrderMatchRuleSettings,
  earlier: readonly EarlierInvoice[],
  also: readonly string[],
): Promise<PurchaseOrder[]> {
  const stated = orderNosToLookUp(orderCandidates(invoice, settings.orderMatch));
  const referred = invoice.kind === 'credit-note' ? earlier.flatMap(({ orderNos }) => orderNos) : [];
  const numbers = [...new Set([...stated, ...referred, ...also])];
  const stored = numbers.length === 0 ? [] : await ledger.documents('purchase-order', numbers);
  return stored.map(({ content }) => content as PurchaseOrder);
}

/** Products and this supplier's delivery alternatives that the lines, the orders and the charges may need. */
async function goodsOf(
  invoice: SupplierInvoice,
  ledger: LedgerReader,
  { company }: OrderMatchRuleSettings,
  supplierNo: string,
  orders: readonly PurchaseOrder[],
): Promise<Pick<OrderMatchFacts, 'products' | 'alternatives'>> {
  const keys = productKeys(invoice, supplierNo);
  const onOrders = orders.flatMap((order) => order.lines.map((line) => line.productNo));
  const ofCharges = [company.freightProduct, company.feeAndRoundingProduct].filter((productNo) => productNo !== null);
  const byGtin = await byIndex(ledger, 'product', 'gtin', keys.gtins);
  const byNumber = await byKeys(ledger, 'product', [...keys.ours, ...onOrders, ...ofCharges]);
  const wanted = [...onOrders, ...ofCharges, ...keys.ours, ...byGtin.map(({ key }) => key)].map((productNo) =>
    deliveryAlternativeKey(supplierNo, productNo),
  );
  const alternatives = [
    ...(await byIndex(ledger, 'delivery-alternative', 'supplier-product-no', keys.supplierNumbers)),
    ...(await byIndex(ledger, 'delivery-alternative', 'supplier-product-no-folded', keys.foldedSupplierNumbers)),
    ...(await byKeys(ledger, 'delivery-alternative', wanted)),
    ...(company.freightProduct === null
      ? await byIndex(ledger, 'delivery-alternative', 'described-by-supplier', [supplierNo])
      : []),
  ];
  return {
    products: distinct([...byGtin, ...byNumber]).map(({ content }) => content as Product),
    alternatives: distinct(alternatives).map(({ content }) => content as DeliveryAlternative),
  };
}

/** What operators taught of the items that the lines name. */
async function learnedLinks(
  invoice: SupplierInvoice,
  ledger: LedgerReader,
  supplierNo: string,
): Promise<LearnedLink[]> {
  const stored = await byIndex(ledger, 'learned-link', 'alias', aliasKeys(invoice, supplierNo));
  return stored.map(({ content }) => content as LearnedLink);
}

type Kind = Parameters<LedgerReader['documents']>[0];

async function byIndex(ledger: LedgerReader, kind: Kind, index: string, values: readonly string[]) {
  return values.length === 0 ? [] : await ledger.documentsByIndex(kind, index, values);
}

async function byKeys(ledger: LedgerReader, kind: Kind, keys: readonly string[]) {
  return keys.length === 0 ? [] : await ledger.documents(kind, [...new Set(keys)]);
}

function distinct<Stored extends { key: string }>(stored: readonly Stored[]): Stored[] {
  return [...new Map(stored.map((one) => [one.key, one])).values()];
}
