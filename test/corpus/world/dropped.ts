import type { WorldDocument } from '../../support/base-world.ts';
import type { CorpusOrder, CorpusSupplier } from './world.ts';

/** The product files that freight, fees and rounding are booked on. */
export const FREIGHT_PRODUCT = 'F400';
export const FEE_PRODUCT = 'G900';

/** Suppliers, products and delivery alternatives as Visma sends them. */
export function masterData(suppliers: readonly CorpusSupplier[]): WorldDocument[] {
  return [
    { document: 'product', productNo: FREIGHT_PRODUCT, description: 'Frakt' },
    { document: 'product', productNo: FEE_PRODUCT, description: 'Gebyr og avrunding' },
    ...suppliers.flatMap(ofSupplier),
  ];
}

function ofSupplier(supplier: CorpusSupplier): WorldDocument[] {
  const { supplierNo, name, organisationNo, account, tolerancePercent, toleranceAmount, freightWords } = supplier;
  const head = {
    document: 'supplier',
    supplierNo,
    name,
    organisationNo,
    bankAccounts: [account],
    ...(tolerancePercent === null ? {} : { tolerancePercent }),
    ...(toleranceAmount === null ? {} : { toleranceAmount }),
    noAutomaticReceiptIfFreight: supplier.noFreight,
    noAutomaticReceiptIfFees: supplier.noFees,
  };
  const freight = {
    document: 'delivery-alternative',
    supplierNo,
    productNo: FREIGHT_PRODUCT,
    supplierDescription: freightWords.join(', '),
  };
  return [
    head,
    ...(freightWords.length === 0 ? [] : [freight]),
    ...supplier.products.flatMap(({ productNo, name: description, sku, gtin, unit, pack }) => [
      { document: 'product', productNo, description, gtin, unit },
      {
        document: 'delivery-alternative',
        supplierNo,
        productNo,
        supplierProductNo: sku,
        ...(pack === null ? {} : { packQuantity: String(pack.quantity), packUnit: pack.unit }),
      },
    ]),
  ];
}

/** A purchase order as Visma sends it. */
export function orderDocument(order: CorpusOrder): WorldDocument {
  const { orderNo, supplierNo, currency, gross, cancelled, prepayment } = order;
  return {
    document: 'purchase-order',
    orderNo,
    orderType: 1,
    transactionType: 6,
    supplierNo,
    currency,
    ...(gross ? { gross } : {}),
    ...(cancelled ? { cancelled } : {}),
    ...(prepayment ? { prepayment } : {}),
    lines: order.lines.map(
      ({ lineNo, product, quantity, price, discountPercent, invoicedQuantity, account, project }) => ({
        lineNo,
        productNo: product.productNo,
        quantity,
        unit: product.unit,
        price,
        ...(discountPercent === null ? {} : { discountPercent }),
        ...(invoicedQuantity === '0' ? {} : { invoicedQuantity }),
        ...(account === null ? {} : { account }),
        ...(project === null ? {} : { project }),
      }),
    ),
  };
}
