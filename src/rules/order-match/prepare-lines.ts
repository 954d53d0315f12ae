import type { PurchaseOrder, SupplierInvoice } from '../../domain/documents.generated.ts';
import type { LinesInHand } from './by-hand.ts';
import type { OrderCandidates } from './find-orders/order-candidates.ts';
import type { OrdersFound } from './find-orders/find-orders.ts';
import { classifyLine, type LineScope, type LineSigns } from './classify-line.ts';
import { fixedLine } from './fixed-line.ts';
import { type MatchLine, plainMatchLine } from './match-line.ts';
import type { OrderLineState } from './order-line-state.ts';
import { type ScopeIndex, scopeIndexes } from './scope-index.ts';

/** The lines of an invoice, classified, and the index by which order lines are found. */
export interface PreparedLines {
  lines: MatchLine[];
  indexOf: (orders: readonly PurchaseOrder[]) => ScopeIndex;
}

/**
 * Classifies every line within its own orders. On a gross order nothing is suggested (order-match.md 7), so its lines
 * are not looked at; a line with such an order, or with one that was not found, is not blamed for its product.
 */
export function prepareLines(
  invoice: SupplierInvoice,
  candidates: OrderCandidates,
  found: OrdersFound,
  states: readonly OrderLineState[],
  signs: LineSigns,
  lineCharges: 'split' | 'keep',
  inHand: LinesInHand,
): PreparedLines {
  const indexOf = scopeIndexes(states);
  const withoutGross = new Map<readonly PurchaseOrder[], readonly PurchaseOrder[]>();
  const netOrders = (orders: readonly PurchaseOrder[]) => {
    const known = withoutGross.get(orders) ?? orders.filter((order) => order.gross !== true);
    withoutGross.set(orders, known);
    return known;
  };
  const someMissing = found.reasons.some(({ code }) => code !== 'ORDER_FROM_TEXT');
  const lines = invoice.lines.map((line, index): MatchLine => {
    const all = found.scopes[index] ?? [];
    const orders = netOrders(all);
    const plain = plainMatchLine(line, index, orders, lineCharges);
    const scope: LineScope = {
      index: indexOf(orders),
      reference: candidates.lines[index]?.line,
      incomplete: someMissing || orders.length < all.length || orders.length === 0,
    };
    const hand = inHand.get(line.id);
    return hand === undefined ? classifyLine(plain, scope, signs) : fixedLine(plain, hand, scope, signs);
  });
  return { lines, indexOf };
}
