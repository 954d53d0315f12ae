import { ALLOWANCES_AND_CHARGES } from './allowance-charge.table.ts';
import { BIS_3, CREDIT_NOTE, INVOICE, OLDER, type UblRow } from './row-scope.ts';

const CATEGORY = "cac:Item/cac:ClassifiedTaxCategory[cac:TaxScheme/cbc:ID='VAT']";

/** A line. What the family does not have is simply not found, so the rows of all families stand together. */
export const INVOICE_LINE_ROWS: readonly UblRow[] = [
  { to: 'id', from: 'cbc:ID' },
  { to: 'note', texts: 'cbc:Note', join: '\n' },
  { to: 'quantity', from: 'cbc:InvoicedQuantity', convert: 'decimal', only: INVOICE },
  { to: 'unit', from: 'cbc:InvoicedQuantity/@unitCode', only: INVOICE },
  { to: 'quantity', from: 'cbc:CreditedQuantity', convert: 'decimal', only: CREDIT_NOTE },
  { to: 'unit', from: 'cbc:CreditedQuantity/@unitCode', only: CREDIT_NOTE },
  { to: 'netAmount', from: 'cbc:LineExtensionAmount', convert: 'money' },
  { to: 'price', from: 'cac:Price/cbc:PriceAmount', convert: 'money' },
  { to: 'priceBaseQuantity', from: 'cac:Price/cbc:BaseQuantity', convert: 'decimal' },
  // The price is net already: its allowance only tells what the gross price was (FORMATS.md 2).
  {
    to: 'priceDiscount',
    from: "cac:Price/cac:AllowanceCharge[cbc:ChargeIndicator!='true']/cbc:Amount",
    convert: 'decimal-for-information',
  },
  { to: 'name', from: 'cac:Item/cbc:Name' },
  { to: 'description', texts: 'cac:Item/cbc:Description', join: '\n' },
  { to: 'sellersItemId', from: 'cac:Item/cac:SellersItemIdentification/cbc:ID' },
  { to: 'buyersItemId', from: 'cac:Item/cac:BuyersItemIdentification/cbc:ID' },
  {
    to: 'standardItemId',
    at: 'cac:Item/cac:StandardItemIdentification/cbc:ID',
    needs: 'id',
    rows: [
      { to: 'scheme', from: '@schemeID' },
      { to: 'id', from: '.' },
    ],
  },
  { to: 'orderReference', from: 'cac:OrderLineReference/cac:OrderReference/cbc:ID' },
  // Several orders on one invoice: the guide of EHF 2.0 writes `order number##order line number`.
  { to: 'orderReference', from: 'cac:OrderLineReference/cbc:LineID', convert: 'order-of-reference', only: OLDER },
  // Lines of valid files of the older families name several order lines; the match then goes by the first.
  {
    to: 'orderLineReference',
    from: 'cac:OrderLineReference/cbc:LineID',
    convert: 'line-of-reference',
    firstCounts: true,
    only: OLDER,
  },
  { to: 'orderLineReference', from: 'cac:OrderLineReference/cbc:LineID', only: BIS_3 },
  { to: 'accountingCost', from: 'cbc:AccountingCost' },
  { to: 'taxCategory', from: `${CATEGORY}/cbc:ID | cac:Item/cac:ClassifiedTaxCategory/cbc:ID` },
  {
    to: 'taxPercent',
    from: `${CATEGORY}/cbc:Percent | cac:Item/cac:ClassifiedTaxCategory/cbc:Percent`,
    convert: 'decimal',
  },
  ALLOWANCES_AND_CHARGES,
];
