import { isPositive, round } from '../../domain/decimal.ts';
import { convertQuantity } from './convert-unit.ts';
import type { OrderLineReference } from './find-orders/order-line-reference.ts';
import type { MatchLine } from './match-line.ts';
import type { OrderLineState } from './order-line-state.ts';
import type { Candidates } from './scope-index.ts';

/** The order line among some that a reference names, by its number and, where it has one, its order. */
export function referencedLine(
  reference: OrderLineReference | undefined,
  lines: readonly OrderLineState[],
): OrderLineState | undefined {
  if (reference === undefined) return undefined;
  const { prefix, lineNo } = reference;
  const byPrefix = lines.find((one) => one.order.orderNo === prefix?.orderNo && one.line.lineNo === prefix.lineNo);
  return byPrefix ?? (lineNo === undefined ? undefined : lines.find((one) => one.line.lineNo === lineNo));
}

/** What speaks for the order line that a line of an unknown product names: two agreements besides the reference are proof (L10, L11). */
export function evidenceFor(
  line: MatchLine,
  named: OrderLineState,
  candidates: Candidates | undefined,
  rule: { kind: 'invoice' | 'credit-note'; decimals: number },
): string[] {
  if (candidates?.lines.includes(named) !== true) return ['order-line-reference'];
  const quantity = convertQuantity(line.quantity, candidates.conversion);
  const amount = round(named.netPrice.times(quantity), rule.decimals);
  const room = rule.kind === 'credit-note' ? named.creditable : named.open;
  return [
    'order-line-reference',
    ...(amount.eq(round(line.net, rule.decimals)) ? ['price'] : []),
    ...(isPositive(quantity) && quantity.eq(room) ? ['quantity'] : []),
  ];
}
