import { type Decimal, decimalOrUndefined, isZero, sum, ZERO } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { splitByLargestRemainder } from '../../domain/largest-remainder.ts';
import type { Charge } from './charge.ts';
import type { MatchLine } from './match-line.ts';
import { taxGroup } from './tax-group.ts';

/** The VAT of each line, by its position in the invoice, and of each charge that is no line, by its id. */
export interface VatShares {
  ofLines: Decimal[];
  ofCharges: Map<string, Decimal>;
}

/** Something that bears VAT, and where its share goes. */
interface Bearer {
  group: string;
  weight: Decimal;
  add: (share: Decimal) => void;
}

/**
 * The document's VAT, as stated, on its lines and charges: each category's amount by net, largest remainder, so that
 * the shares sum to what the document says, whatever its supplier rounded (V04, O17). What no category explains is
 * spread over all.
 */
export function splitVat(
  invoice: SupplierInvoice,
  lines: readonly MatchLine[],
  amounts: readonly Decimal[],
  charges: readonly Charge[],
  decimals: number,
): VatShares {
  const shares: VatShares = { ofLines: invoice.lines.map(() => ZERO), ofCharges: new Map() };
  const bearers = bearersOf(invoice, lines, amounts, charges, shares);
  const byGroup = Map.groupBy(bearers, (bearer) => bearer.group);
  const stated = invoice.taxSubtotals.map((subtotal) => decimalOrUndefined(subtotal.taxAmount) ?? ZERO);
  let left = decimalOrUndefined(invoice.totals.tax) ?? sum(stated);
  invoice.taxSubtotals.forEach((subtotal, index) => {
    const own = byGroup.get(taxGroup(subtotal, invoice));
    const amount = stated[index] ?? ZERO;
    if (own === undefined) return;
    give(own, amount, decimals);
    left = left.minus(amount);
  });
  give(bearers, left, decimals);
  return shares;
}

function bearersOf(
  invoice: SupplierInvoice,
  lines: readonly MatchLine[],
  amounts: readonly Decimal[],
  charges: readonly Charge[],
  shares: VatShares,
): Bearer[] {
  const ofLines = lines
    .filter(({ role }) => role !== 'information')
    .map(({ line, index }) => ({
      group: taxGroup(line, invoice),
      weight: amounts[index] ?? ZERO,
      add: (share: Decimal) => {
        shares.ofLines[index] = (shares.ofLines[index] ?? ZERO).plus(share);
      },
    }));
  const ofCharges = charges
    .filter(({ isLine }) => !isLine)
    .map(({ id, taxGroup: group, amount }) => ({
      group,
      weight: amount,
      add: (share: Decimal) => {
        shares.ofCharges.set(id, (shares.ofCharges.get(id) ?? ZERO).plus(share));
      },
    }));
  return [...ofLines, ...ofCharges];
}

function give(bearers: readonly Bearer[], amount: Decimal, decimals: number): void {
  if (isZero(amount)) return;
  const parts = splitByLargestRemainder(
    amount,
    bearers.map(({ weight }) => weight),
    decimals,
  );
  bearers.forEach((bearer, index) => {
    bearer.add(parts[index] ?? ZERO);
  });
}
