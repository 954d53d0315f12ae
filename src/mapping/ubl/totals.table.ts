import type { UblRow } from './row-scope.ts';

/**
 * A document may state its VAT twice: with subtotals in its own currency, and once more in the currency that VAT is
 * reported in. The one that counts is in the document's currency and has subtotals; then the one in its currency.
 */
const IN_DOCUMENT_CURRENCY = '[cbc:TaxAmount/@currencyID=/cbc:DocumentCurrencyCode]';

export const TAX_SUBTOTALS: UblRow = {
  to: 'taxSubtotals',
  each: `cac:TaxTotal${IN_DOCUMENT_CURRENCY}/cac:TaxSubtotal | cac:TaxTotal/cac:TaxSubtotal`,
  rows: [
    { to: 'taxableAmount', from: 'cbc:TaxableAmount', convert: 'money' },
    { to: 'taxAmount', from: 'cbc:TaxAmount', convert: 'money' },
    { to: 'taxCategory', from: 'cac:TaxCategory/cbc:ID' },
    { to: 'taxPercent', from: 'cac:TaxCategory/cbc:Percent | cbc:Percent', convert: 'decimal' },
    { to: 'exemptionReason', texts: 'cac:TaxCategory/cbc:TaxExemptionReason', join: '\n' },
  ],
};

const TOTAL = '/cac:LegalMonetaryTotal';

/** The totals as stated; none is ever recomputed. Whether rounding is in the gross differs by family (order-match.md 22). */
export const TOTALS_ROWS: readonly UblRow[] = [
  { to: 'lineNet', from: `${TOTAL}/cbc:LineExtensionAmount`, convert: 'money' },
  { to: 'allowances', from: `${TOTAL}/cbc:AllowanceTotalAmount`, convert: 'money' },
  { to: 'charges', from: `${TOTAL}/cbc:ChargeTotalAmount`, convert: 'money' },
  { to: 'net', from: `${TOTAL}/cbc:TaxExclusiveAmount`, convert: 'money' },
  {
    to: 'tax',
    from:
      `cac:TaxTotal${IN_DOCUMENT_CURRENCY}[cac:TaxSubtotal]/cbc:TaxAmount | cac:TaxTotal${IN_DOCUMENT_CURRENCY}/cbc:TaxAmount | ` +
      'cac:TaxTotal/cbc:TaxAmount',
    convert: 'money',
  },
  { to: 'gross', from: `${TOTAL}/cbc:TaxInclusiveAmount`, convert: 'money' },
  { to: 'prepaid', from: `${TOTAL}/cbc:PrepaidAmount`, convert: 'money' },
  { to: 'rounding', from: `${TOTAL}/cbc:PayableRoundingAmount`, convert: 'money' },
  { to: 'payable', from: `${TOTAL}/cbc:PayableAmount`, convert: 'money' },
];
