import { divide, isNegative, isZero, ZERO } from '../../domain/decimal.ts';
import type { SupplierInvoice } from '../../domain/documents.generated.ts';
import type { Demand } from './assign-lines/demand.ts';
import { convertQuantity } from './convert-unit.ts';
import type { LineValue } from './line-value.ts';
import type { MatchLine } from './match-line.ts';
import type { OrderLineState } from './order-line-state.ts';
import type { InvoicedBefore } from './referred-lines.ts';

const UNIT_AMOUNT_DECIMALS = 12;

/** What each goods line asks of the order lines of its product. */
export function demandsOf(
  kind: SupplierInvoice['kind'],
  lines: readonly MatchLine[],
  values: readonly (LineValue | undefined)[],
  referredLines: ReadonlyMap<string, InvoicedBefore>,
): Demand[] {
  const narrowed = new Map<readonly OrderLineState[], readonly OrderLineState[]>();
  const narrow = (all: readonly OrderLineState[]) => {
    const known = narrowed.get(all) ?? referredOnly(all, referredLines);
    narrowed.set(all, known);
    return known;
  };
  return lines.flatMap((line): Demand[] => {
    const value = values[line.index];
    if (line.role !== 'goods' || line.candidates === undefined || value === undefined) return [];
    const sign = isNegative(line.quantity) ? -1 : 1;
    const gives = (kind === 'credit-note') !== (sign === -1);
    const signed = convertQuantity(line.quantity, line.candidates.conversion);
    const quantity = sign === -1 ? signed.abs() : signed;
    const amount = sign === -1 ? value.amount.neg() : value.amount;
    return [
      {
        lineIndex: line.index,
        lineId: line.line.id,
        quantity,
        amount,
        unitAmount: isZero(quantity) ? ZERO : divide(amount, quantity, UNIT_AMOUNT_DECIMALS),
        sign,
        direction: gives ? 'return' : 'take',
        candidates: gives && line.fixed.length === 0 ? narrow(line.candidates.lines) : line.candidates.lines,
        referenced: line.referenced,
        fixed: line.fixed,
        left: quantity,
        parts: [],
      },
    ];
  });
}

/** The preceding invoice reference narrows the choice (order-match.md 17), unless none of the lines was on that invoice. */
function referredOnly(
  all: readonly OrderLineState[],
  referredLines: ReadonlyMap<string, InvoicedBefore>,
): readonly OrderLineState[] {
  const own = all.filter((line) => referredLines.has(line.key));
  return own.length > 0 ? own : all;
}
