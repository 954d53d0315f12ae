import BigJs from 'big.js';
import type { UblAllowanceCharge, UblLine, UblSpec } from './ubl-spec.ts';

const Exact = BigJs();
Exact.strict = true;
Exact.RM = Exact.roundHalfUp;
Exact.DP = 20;
type Exact = InstanceType<typeof Exact>;

/** All amounts of an invoice with two decimals, as they stand in the document. */
export interface UblTotals {
  lineNets: string[];
  subtotals: { category: string; percent: string; taxable: string; tax: string }[];
  lineNet: string;
  allowances: string;
  charges: string;
  net: string;
  tax: string;
  gross: string;
  payable: string;
}

/**
 * The totals that the rules of the family ask for. The rounding amount stands in the gross total in EHF 2.0
 * and BIS 2.0 (BII2-T10-R053) and in the payable amount in BIS 3.0 (BR-CO-16): mixing them up is a classic.
 */
export function ublTotals(spec: UblSpec): UblTotals {
  const nets = spec.lines.map(lineNet);
  const allowances = total(spec.allowances);
  const charges = total(spec.charges);
  const lines = nets.reduce((sum, net) => sum.plus(net), new Exact('0'));
  const net = lines.minus(allowances).plus(charges);
  const subtotals = taxSubtotals(spec, nets);
  const tax = subtotals.reduce((sum, row) => sum.plus(row.tax), new Exact('0'));
  const rounding = new Exact(spec.rounding ?? '0');
  const roundingInGross = spec.family !== 'peppol-bis-3';
  const gross = net.plus(tax).plus(roundingInGross ? rounding : '0');
  const payable = gross.minus(spec.prepaid ?? '0').plus(roundingInGross ? '0' : rounding);
  return {
    lineNets: nets.map((value) => value.toFixed(2)),
    subtotals,
    lineNet: lines.toFixed(2),
    allowances: allowances.toFixed(2),
    charges: charges.toFixed(2),
    net: net.toFixed(2),
    tax: tax.toFixed(2),
    gross: gross.toFixed(2),
    payable: payable.toFixed(2),
  };
}

function lineNet(line: UblLine): Exact {
  if (line.net !== undefined) return new Exact(line.net);
  const product = new Exact(line.quantity).times(line.price).div(line.base ?? '1');
  return product.plus(total(line.charges)).minus(total(line.allowances)).round(2, Exact.roundHalfUp);
}

function total(rows: readonly UblAllowanceCharge[] | undefined): Exact {
  return (rows ?? []).reduce((sum, row) => sum.plus(row.amount), new Exact('0'));
}

/** One subtotal for each category and rate, in the order in which they first appear. */
function taxSubtotals(spec: UblSpec, nets: readonly Exact[]): UblTotals['subtotals'] {
  const taxable = new Map<string, Exact>();
  const add = (row: { taxCategory?: string; taxPercent?: string }, amount: Exact) => {
    const key = `${taxCategory(spec, row)}|${taxPercent(spec, row)}`;
    taxable.set(key, (taxable.get(key) ?? new Exact('0')).plus(amount));
  };
  spec.lines.forEach((line, index) => {
    add(line, nets[index] ?? new Exact('0'));
  });
  for (const row of spec.charges ?? []) add(row, new Exact(row.amount));
  for (const row of spec.allowances ?? []) add(row, new Exact(row.amount).times('-1'));
  return [...taxable].map(([key, amount]) => {
    const [category = '', percent = ''] = key.split('|');
    const tax = amount.times(percent).div('100').round(2, Exact.roundHalfUp);
    return { category, percent, taxable: amount.toFixed(2), tax: tax.toFixed(2) };
  });
}

/** The tax category of a line, allowance or charge: its own, else the document's, else S. */
export function taxCategory(spec: UblSpec, row: { taxCategory?: string }): string {
  return row.taxCategory ?? spec.taxCategory ?? 'S';
}

/** The tax rate of a line, allowance or charge in per cent: its own, else the document's, else 25. */
export function taxPercent(spec: UblSpec, row: { taxPercent?: string }): string {
  return row.taxPercent ?? spec.taxPercent ?? '25';
}
