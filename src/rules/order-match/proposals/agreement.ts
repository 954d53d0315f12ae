import { compare, isNegative, isPositive, isZero, round } from '../../../domain/decimal.ts';
import { convertQuantity } from '../convert-unit.ts';
import type { MatchLine } from '../match-line.ts';
import type { OrderLineState } from '../order-line-state.ts';
import type { Candidates } from '../scope-index.ts';

/** What an invoice line and an order line agree in, and in what they do not. What cannot be compared is in neither. */
export interface Agreement {
  evidence: ('price' | 'quantity')[];
  against: ('price' | 'quantity' | 'unit' | 'no-room')[];
}

/**
 * Compares price and quantity with what is left of an order line. The price agrees where the order's price for that
 * quantity gives the line's net to the last minor unit; the quantity where it is exactly what is left. Less than what
 * is left is a part delivery, which speaks for nothing and against nothing.
 */
export function agreementOf(
  line: MatchLine,
  candidate: OrderLineState,
  candidates: Candidates | undefined,
  rule: { kind: 'invoice' | 'credit-note'; decimals: number },
): Agreement {
  const gives = (rule.kind === 'credit-note') !== isNegative(line.quantity);
  const room = gives ? candidate.returnLeft : candidate.takeLeft;
  const noRoom: Agreement['against'] = isPositive(room) ? [] : ['no-room'];
  if (candidates?.lines.includes(candidate) !== true) return { evidence: [], against: ['unit', ...noRoom] };
  if (isZero(line.quantity)) return { evidence: [], against: noRoom };
  const quantity = convertQuantity(line.quantity, candidates.conversion);
  const expected = round(candidate.netPrice.times(quantity), rule.decimals);
  const price = expected.eq(round(line.net, rule.decimals));
  const excess = compare(quantity.abs(), room);
  return {
    evidence: [...(price ? (['price'] as const) : []), ...(excess === 0 ? (['quantity'] as const) : [])],
    against: [
      ...(price ? [] : (['price'] as const)),
      ...(excess > 0 && noRoom.length === 0 ? (['quantity'] as const) : []),
      ...noRoom,
    ],
  };
}
