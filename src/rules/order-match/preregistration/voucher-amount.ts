import { type Decimal, decimalOrUndefined, ZERO } from '../../../domain/decimal.ts';
import type { SupplierInvoice } from '../../../domain/documents.generated.ts';

/**
 * What is owed for the whole document (order-match.md 15): net, VAT and rounding, never less what is prepaid (V08). The
 * stated gross, to which BIS Billing 3 does not count the rounding and EHF 2.0 and BIS 2.0 do; without a gross what is
 * to pay and what is prepaid; without that net, VAT and rounding. Undefined where the document states none of them.
 */
export function voucherAmount({ totals, format }: Pick<SupplierInvoice, 'totals' | 'format'>): Decimal | undefined {
  const stated = (name: keyof typeof totals) => decimalOrUndefined(totals[name]);
  const orZero = (name: keyof typeof totals) => stated(name) ?? ZERO;
  const gross = stated('gross');
  if (gross !== undefined) return format === 'peppol-bis-3' ? gross.plus(orZero('rounding')) : gross;
  return stated('payable')?.plus(orZero('prepaid')) ?? stated('net')?.plus(orZero('tax')).plus(orZero('rounding'));
}
