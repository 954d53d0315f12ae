import type { UblRow } from './row-scope.ts';

/** An allowance or charge, of the document or of a line. Base and per cent only explain the amount. */
export const ALLOWANCE_CHARGE_ROWS: readonly UblRow[] = [
  { to: 'reason', texts: 'cbc:AllowanceChargeReason', join: '\n' },
  { to: 'reasonCode', from: 'cbc:AllowanceChargeReasonCode' },
  { to: 'amount', from: 'cbc:Amount', convert: 'money' },
  { to: 'baseAmount', from: 'cbc:BaseAmount', convert: 'decimal-for-information' },
  { to: 'percent', from: 'cbc:MultiplierFactorNumeric', convert: 'decimal-for-information' },
  { to: 'taxCategory', from: "cac:TaxCategory[cac:TaxScheme/cbc:ID='VAT']/cbc:ID | cac:TaxCategory/cbc:ID" },
  {
    to: 'taxPercent',
    from: "cac:TaxCategory[cac:TaxScheme/cbc:ID='VAT']/cbc:Percent | cac:TaxCategory/cbc:Percent",
    convert: 'decimal',
  },
];

/** Allowances and charges of an element, told apart by their indicator. */
export const ALLOWANCES_AND_CHARGES: UblRow = {
  split: 'cac:AllowanceCharge',
  by: 'cbc:ChargeIndicator',
  whenTrue: 'charges',
  whenFalse: 'allowances',
  rows: ALLOWANCE_CHARGE_ROWS,
};
