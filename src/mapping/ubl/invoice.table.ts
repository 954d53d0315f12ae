import { ALLOWANCES_AND_CHARGES } from './allowance-charge.table.ts';
import { INVOICE_LINE_ROWS } from './invoice-line.table.ts';
import { OTHER_PARTY_ROWS, SUPPLIER_ROWS } from './party.table.ts';
import { BIS_3, CREDIT_NOTE, INVOICE, OLDER, type UblRow } from './row-scope.ts';
import { TAX_SUBTOTALS, TOTALS_ROWS } from './totals.table.ts';

const EMBEDDED = 'cac:Attachment/cbc:EmbeddedDocumentBinaryObject';

const ATTACHMENT_ROWS: readonly UblRow[] = [
  { to: 'id', from: 'cbc:ID' },
  { to: 'name', from: `${EMBEDDED}/@filename` },
  { to: 'type', from: `${EMBEDDED}/@mimeCode` },
  { to: 'bytes', from: EMBEDDED, convert: 'sunk-bytes' },
  { to: 'sha256', from: EMBEDDED, convert: 'sunk-sha256' },
  { to: 'uri', from: 'cac:Attachment/cac:ExternalReference/cbc:URI' },
];

/** A UBL invoice or credit note of EHF 2.0, BIS 2.0 or BIS 3.0 as `supplier-invoice` (contract 3, FORMATS.md 2). */
export const INVOICE_ROWS: readonly UblRow[] = [
  { to: 'customizationId', from: 'cbc:CustomizationID' },
  { to: 'profileId', from: 'cbc:ProfileID' },
  { to: 'typeCode', from: 'cbc:InvoiceTypeCode', only: INVOICE },
  { to: 'typeCode', from: 'cbc:CreditNoteTypeCode', only: CREDIT_NOTE },
  { to: 'invoiceNo', from: 'cbc:ID' },
  { to: 'issueDate', from: 'cbc:IssueDate', convert: 'date' },
  // BIS 3 invoices state it at the top, the older families and BIS 3 credit notes with the means of payment.
  { to: 'dueDate', from: 'cbc:DueDate', convert: 'date' },
  // Several means of payment are all kept, each with its own date (FORMATS.md 2).
  { to: 'dueDate', from: 'cac:PaymentMeans/cbc:PaymentDueDate', convert: 'date', firstCounts: true },
  { to: 'dueDate', from: 'cac:PaymentTerms/cbc:PaymentDueDate', convert: 'date' },
  { to: 'currency', from: 'cbc:DocumentCurrencyCode' },
  { to: 'taxCurrency', from: 'cbc:TaxCurrencyCode' },
  { to: 'buyerReference', from: 'cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:ID', only: OLDER },
  { to: 'buyerReference', from: 'cbc:BuyerReference' },
  // As written: "NA" is a real order number in the older families and says "none" in BIS 3.
  { to: 'orderReference', from: 'cac:OrderReference/cbc:ID' },
  { to: 'salesOrderReference', from: 'cac:OrderReference/cbc:SalesOrderID' },
  { to: 'contractReference', from: 'cac:ContractDocumentReference/cbc:ID' },
  { to: 'projectReference', from: 'cac:ProjectReference/cbc:ID' },
  // A credit note has no element for it: BIS 3 uses an additional document of type 50.
  {
    to: 'projectReference',
    from: "cac:AdditionalDocumentReference[cbc:DocumentTypeCode='50']/cbc:ID",
    only: { ...BIS_3, ...CREDIT_NOTE },
  },
  { to: 'accountingCost', from: 'cbc:AccountingCost' },
  {
    to: 'invoicePeriod',
    at: 'cac:InvoicePeriod',
    rows: [
      { to: 'start', from: 'cbc:StartDate', convert: 'date' },
      { to: 'end', from: 'cbc:EndDate', convert: 'date' },
    ],
  },
  {
    to: 'precedingInvoices',
    each: 'cac:BillingReference/cac:InvoiceDocumentReference | cac:BillingReference/cac:CreditNoteDocumentReference',
    needs: 'id',
    rows: [
      { to: 'id', from: 'cbc:ID' },
      { to: 'issueDate', from: 'cbc:IssueDate', convert: 'date' },
    ],
  },
  { to: 'supplier', at: 'cac:AccountingSupplierParty/cac:Party', rows: SUPPLIER_ROWS },
  { to: 'customer', at: 'cac:AccountingCustomerParty/cac:Party', rows: OTHER_PARTY_ROWS },
  { to: 'payee', at: 'cac:PayeeParty', rows: OTHER_PARTY_ROWS },
  {
    to: 'delivery',
    at: 'cac:Delivery',
    rows: [
      { to: 'date', from: 'cbc:ActualDeliveryDate', convert: 'date' },
      {
        to: 'locationId',
        at: 'cac:DeliveryLocation/cbc:ID',
        needs: 'id',
        rows: [
          { to: 'scheme', from: '@schemeID' },
          { to: 'id', from: '.' },
        ],
      },
      { to: 'countryCode', from: 'cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode' },
    ],
  },
  {
    to: 'paymentMeans',
    each: 'cac:PaymentMeans',
    rows: [
      { to: 'code', from: 'cbc:PaymentMeansCode' },
      { to: 'kid', from: 'cbc:PaymentID' },
      { to: 'account', from: 'cac:PayeeFinancialAccount/cbc:ID' },
      { to: 'accountScheme', from: 'cac:PayeeFinancialAccount/cbc:ID/@schemeID' },
      { to: 'dueDate', from: 'cbc:PaymentDueDate', convert: 'date' },
    ],
  },
  { to: 'paymentTermsNote', texts: 'cac:PaymentTerms/cbc:Note', join: '\n' },
  { to: 'notes', texts: 'cbc:Note' },
  { to: 'attachments', each: 'cac:AdditionalDocumentReference', rows: ATTACHMENT_ROWS, only: OLDER },
  // In BIS 3 type 130 is the invoiced object and 50 the project: names of things, no documents.
  {
    to: 'attachments',
    each: "cac:AdditionalDocumentReference[cbc:DocumentTypeCode!='130'][cbc:DocumentTypeCode!='50']",
    rows: ATTACHMENT_ROWS,
    only: BIS_3,
  },
  { to: 'lines', each: 'cac:InvoiceLine', rows: INVOICE_LINE_ROWS, only: INVOICE },
  { to: 'lines', each: 'cac:CreditNoteLine', rows: INVOICE_LINE_ROWS, only: CREDIT_NOTE },
  ALLOWANCES_AND_CHARGES,
  TAX_SUBTOTALS,
  { to: 'totals', at: '.', rows: TOTALS_ROWS },
];
