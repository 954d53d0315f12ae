import { type Decimal, decimal, isPositive, sum, ZERO } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import { splitByLargestRemainder } from '../../domain/largest-remainder.ts';
import type { MatchLine } from './match-line.ts';
import { taxGroup } from './tax-group.ts';

/**
 * The header's allowances, spread over the goods lines of their own VAT category and rate, by net, largest remainder,
 * ties to the first line (order-match.md 22). Freight lines and lines that give back (negative net) bear nothing, unless
 * there are no others. An allowance of a category that no line has is spread over all lines. One share for each
 * invoice line, by its position; all shares sum to the allowances.
 */
export function spreadAllowances(invoice: SupplierInvoice, lines: readonly MatchLine[], decimals: number): Decimal[] {
  const shares = invoice.lines.map(() => ZERO);
  if (invoice.allowances.length === 0) return shares;
  const byGroup = Map.groupBy(invoice.allowances, (allowance) => taxGroup(allowance, invoice));
  const bearers = bearing(lines);
  for (const [group, allowances] of byGroup) {
    const own = bearers.filter(({ line }) => taxGroup(line, invoice) === group);
    const chosen = own.length > 0 ? own : bearers;
    const total = sum(allowances.map((allowance) => decimal(allowance.amount)));
    const parts = splitByLargestRemainder(
      total,
      chosen.map(({ net }) => net),
      decimals,
    );
    chosen.forEach(({ index }, position) => {
      shares[index] = (shares[index] ?? ZERO).plus(parts[position] ?? ZERO);
    });
  }
  return shares;
}

function bearing(lines: readonly MatchLine[]): readonly MatchLine[] {
  const goods = lines.filter(({ role, chargeKind }) => role !== 'information' && chargeKind === undefined);
  const positive = goods.filter(({ net }) => isPositive(net));
  return positive.length > 0 ? positive : goods.length > 0 ? goods : lines;
}
