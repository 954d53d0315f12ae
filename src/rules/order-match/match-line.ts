import { type Decimal, decimal, decimalOrUndefined, sum, ZERO } from '../../domain/decimal.ts';
import type { Reason } from '../../domain/decision.ts';
import type { InvoiceLine, PurchaseOrder } from '../../domain/documents.generated.ts';
import type { FixedPart } from './assign-lines/demand.ts';
import type { OrderLineState } from './order-line-state.ts';
import type { Candidates } from './scope-index.ts';

/**
 * An invoice line as the match sees it. `role` says what it is: goods that are linked to order lines, a charge
 * written as a line, information (no quantity, no amount, no item), unlinked (a reason says why), or without an
 * order to look in (none was found, or it is a gross order, on which nothing is suggested).
 */
export interface MatchLine {
  index: number;
  line: InvoiceLine;
  orders: readonly PurchaseOrder[];
  /** As stated, signed. */
  quantity: Decimal;
  /** Line net without the charges that are split out of it. Header allowances are still in it. */
  net: Decimal;
  role: 'goods' | 'charge' | 'information' | 'unlinked' | 'no-order';
  chargeKind: 'freight' | 'fee' | undefined;
  productNo: string | undefined;
  evidence: string[];
  candidates: Candidates | undefined;
  /** The order line that the line's reference names, linked to it or not. */
  referenced: OrderLineState | undefined;
  /** Where it is linked whatever the tiers would say (fixed-line.ts). */
  fixed: readonly FixedPart[];
  reasons: Reason[];
  /** Of a line without a product: products that something names without deciding. */
  named: readonly string[];
}

/** A line before anything is known of its product. */
export function plainMatchLine(
  line: InvoiceLine,
  index: number,
  orders: readonly PurchaseOrder[],
  lineCharges: 'split' | 'keep',
): MatchLine {
  const net = decimalOrUndefined(line.netAmount) ?? ZERO;
  const split = lineCharges === 'split' && line.charges.length > 0;
  return {
    index,
    line,
    orders,
    quantity: decimalOrUndefined(line.quantity) ?? ZERO,
    net: split ? net.minus(sum(line.charges.map((charge) => decimal(charge.amount)))) : net,
    role: 'unlinked',
    chargeKind: undefined,
    productNo: undefined,
    evidence: [],
    candidates: undefined,
    referenced: undefined,
    fixed: [],
    reasons: [],
    named: [],
  };
}
